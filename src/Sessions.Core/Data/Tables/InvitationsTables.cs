using Microsoft.EntityFrameworkCore;
using Sessions.Invitations;

namespace Sessions.Data.Tables;

internal static class InvitationsTables
{
    public static void Map(ModelBuilder model)
    {
        Recurring(model);
        Entries(model);
        Inbound(model);
        Wordings(model);
    }

    private static void Wordings(ModelBuilder model) => model.Entity<Wording>(wording =>
    {
        wording.ToTable("wordings");
        wording.HasKey(w => new { w.SeriesId, w.Slot });
        wording.Property(w => w.Slot).HasMaxLength(60);
        wording.Property(w => w.Text).HasMaxLength(WordingText.Longest);
    });

    private static void Inbound(ModelBuilder model) => model.Entity<InboundMail>(mail =>
    {
        mail.ToTable("inbound_mail");
        mail.HasIndex(m => new { m.Key, m.Part }).IsUnique();
        mail.HasIndex(m => m.At);
        mail.HasIndex(m => new { m.SeriesId, m.At });
        mail.HasIndex(m => m.PersonId);
        mail.Property(m => m.Key).HasMaxLength(250);
        mail.Property(m => m.From).HasMaxLength(254);
        mail.Property(m => m.Subject).HasMaxLength(300);
        mail.Property(m => m.Text).HasMaxLength(InboundMail.LongestText);
    });

    private static void Recurring(ModelBuilder model) => model.Entity<RecurringEntry>(entry =>
    {
        entry.ToTable("recurring_entries");
        entry.HasIndex(e => e.Uid).IsUnique();
        entry.HasIndex(e => new { e.PersonId, e.SeriesId });
        entry.HasIndex(e => e.Organizer);
        entry.Property(e => e.Uid).HasMaxLength(64);
        entry.Property(e => e.Organizer).HasMaxLength(254);
        entry.Property(e => e.Rule).HasMaxLength(500);
        entry.Property(e => e.Zone).HasMaxLength(64);
    });

    private static void Entries(ModelBuilder model) => model.Entity<CalendarEntry>(entry =>
    {
        entry.ToTable("calendar_entries");
        entry.HasIndex(e => e.Uid);
        entry.HasIndex(e => new { e.RecurringId, e.Occurrence }).IsUnique();
        entry.HasOne(e => e.Recurring).WithMany().HasForeignKey(e => e.RecurringId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.SessionId, e.PersonId });
        entry.HasIndex(e => e.Organizer);
        entry.Property(e => e.Uid).HasMaxLength(64);
        entry.Property(e => e.Organizer).HasMaxLength(254);
        entry.OwnsOne(e => e.Told, told =>
        {
            told.Property(t => t.State).HasColumnName("ToldState");
            told.Property(t => t.Start).HasColumnName("ToldStart");
            told.Property(t => t.End).HasColumnName("ToldEnd");
            told.Property(t => t.Sequence).HasColumnName("ToldSequence");
            told.Property(t => t.Dtstamp).HasColumnName("ToldDtstamp");
            told.Property(t => t.Hash).HasColumnName("ToldHash").HasMaxLength(64);
        });
    });
}
