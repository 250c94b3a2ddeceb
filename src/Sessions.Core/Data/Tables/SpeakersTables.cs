using Microsoft.EntityFrameworkCore;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;

namespace Sessions.Data.Tables;

internal static class SpeakersTables
{
    public static void Map(ModelBuilder model)
    {
        Appearances(model);
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("consents");
            consent.Property(c => c.Wording).HasMaxLength(Consent.LongestWording);
            consent.Property(c => c.Note).HasMaxLength(Consent.LongestNote);
            consent.HasIndex(c => new { c.AppearanceId, c.Number }).IsUnique();
            consent.HasIndex(c => c.PersonId);
            consent.HasOne<Appearance>().WithMany().HasForeignKey(c => c.AppearanceId);
            consent.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        });
        Proposals(model);
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

    private static void Proposals(ModelBuilder model)
    {
        model.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("proposals");
            proposal.Property(p => p.Name).HasMaxLength(Person.LongestName);
            proposal.Property(p => p.Title).HasMaxLength(Proposal.LongestTitle);
            proposal.Property(p => p.About).HasMaxLength(Proposal.LongestAbout);
            proposal.Property(p => p.Note).HasMaxLength(Proposal.LongestNote);
            proposal.Ignore(p => p.IsOpen);
            proposal.Ignore(p => p.Since);
            proposal.HasIndex(p => new { p.State, p.CreatedAt });
            proposal.HasIndex(p => p.PersonId);
            proposal.HasOne<Series>().WithMany().HasForeignKey(p => p.SeriesId);
            proposal.HasOne(p => p.Person).WithMany().HasForeignKey(p => p.PersonId);
            proposal.HasOne<Appearance>().WithMany().HasForeignKey(p => p.AppearanceId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<ProposalMessage>(message =>
        {
            message.ToTable("proposal_messages");
            message.Property(m => m.Text).HasMaxLength(ProposalMessage.LongestText);
            message.HasOne<Proposal>().WithMany().HasForeignKey(m => m.ProposalId).OnDelete(DeleteBehavior.Cascade);
        });
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
        appearance.Property(a => a.Organisation).HasMaxLength(TalkForm.LongestOrganisation);
        appearance.Property(a => a.RoomNeeds).HasMaxLength(TalkForm.LongestNeeds);
        appearance.ComplexProperty(a => a.OtherDate, other =>
        {
            other.Ignore(o => o.Ids);
            other.Property(o => o.Sessions).HasColumnName("OtherSessions").HasMaxLength(40 * OtherDate.MostSessions);
            other.Property(o => o.Note).HasColumnName("OtherDateNote").HasMaxLength(OtherDate.LongestNote);
            other.Property(o => o.At).HasColumnName("OtherDateAt");
        });
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
