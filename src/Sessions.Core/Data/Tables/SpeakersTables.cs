using Microsoft.EntityFrameworkCore;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Data.Tables;

internal static class SpeakersTables
{
    public static void Map(ModelBuilder model)
    {
        Appearances(model);
        model.Entity<TalkMove>(move =>
        {
            move.ToTable("talk_moves");
            move.HasOne<Appearance>().WithMany().HasForeignKey(m => m.AppearanceId);
            move.HasOne<Session>().WithMany().HasForeignKey(m => m.FromSessionId);
            move.HasOne<Session>().WithMany().HasForeignKey(m => m.ToSessionId);
            move.HasIndex(m => m.FromSessionId);
        });
        model.Entity<RunningOrderItem>().HasOne<Appearance>().WithMany().HasForeignKey(i => i.AppearanceId).OnDelete(DeleteBehavior.SetNull);
    }

    private static void Appearances(ModelBuilder model) => model.Entity<Appearance>(appearance =>
    {
        appearance.ToTable("appearances");
        appearance.HasIndex(a => new { a.SessionId, a.PersonId }).IsUnique();
        appearance.HasIndex(a => a.PersonId);
        appearance.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId);
        appearance.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
        appearance.Ignore(a => a.HasTalk);
        appearance.Property(a => a.Line).HasMaxLength(300);
        appearance.ComplexProperty(a => a.Talk, talk =>
        {
            talk.Property(t => t.Title).HasColumnName("TalkTitle").HasMaxLength(300);
            talk.Property(t => t.Abstract).HasColumnName("TalkAbstract");
            talk.Property(t => t.Licence).HasColumnName("TalkLicence").HasMaxLength(60);
            talk.Property(t => t.RecordingConsentAt).HasColumnName("RecordingConsentAt");
            talk.Property(t => t.PublishConsentAt).HasColumnName("PublishConsentAt");
        });
    });
}
