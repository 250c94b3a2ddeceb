using Microsoft.EntityFrameworkCore;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Data.Tables;

internal static class RegistrationsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Registration>(registration =>
        {
            registration.ToTable("registrations");
            registration.HasIndex(r => new { r.SessionId, r.PersonId }).IsUnique();
            registration.HasIndex(r => new { r.SessionId, r.State, r.Order });
            registration.HasIndex(r => r.PersonId);
            registration.Property(r => r.OfferedBecause).HasMaxLength(OfferService.LongestReason);
            registration.Ignore(r => r.CameAt);
            registration.HasIndex(r => r.StandingId);
            registration.HasOne(r => r.Session).WithMany().HasForeignKey(r => r.SessionId);
            registration.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
            registration.HasOne<StandingRegistration>().WithMany().HasForeignKey(r => r.StandingId);
        });
        model.Entity<Feedback>(feedback =>
        {
            feedback.ToTable("feedback");
            feedback.HasKey(f => f.RegistrationId);
            feedback.Property(f => f.Comment).HasMaxLength(Registrations.Feedback.LongestComment);
            feedback.HasIndex(f => f.SessionId);
            feedback.HasOne<Registration>().WithOne().HasForeignKey<Feedback>(f => f.RegistrationId);
        });
        model.Entity<Question>(question =>
        {
            question.ToTable("questions");
            question.Property(q => q.Text).HasMaxLength(QuestionRules.LongestText);
            question.Property(q => q.Options).HasMaxLength(QuestionRules.LongestOptions);
            question.Ignore(q => q.Choices);
            question.HasIndex(q => new { q.SeriesId, q.SessionId });
            question.HasOne<Series>().WithMany().HasForeignKey(q => q.SeriesId);
            question.HasOne<Session>().WithMany().HasForeignKey(q => q.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuestionAnswer>(answer =>
        {
            answer.ToTable("question_answers");
            answer.Property(a => a.Value).HasMaxLength(QuestionRules.LongestOptions);
            answer.Property(a => a.Wording).HasMaxLength(QuestionRules.LongestText);
            answer.HasIndex(a => new { a.QuestionId, a.PersonId });
            answer.HasIndex(a => new { a.PersonId, a.SessionId });
            answer.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId);
            answer.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
            answer.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StandingRegistration>(standing =>
        {
            standing.ToTable("standing_registrations");
            standing.HasIndex(s => new { s.SeriesId, s.Order }).IsUnique();
            standing.HasIndex(s => new { s.SeriesId, s.PersonId }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
            standing.HasIndex(s => s.PersonId);
            standing.HasOne(s => s.Series).WithMany().HasForeignKey(s => s.SeriesId);
            standing.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId);
        });
        model.Entity<GroupMessage>(message =>
        {
            message.ToTable("group_messages");
            message.Property(m => m.Subject).HasMaxLength(GroupMessageRules.LongestSubject);
            message.Property(m => m.Text).HasMaxLength(GroupMessageRules.LongestText);
            message.HasIndex(m => new { m.SeriesId, m.SentAt });
            message.HasOne<Series>().WithMany().HasForeignKey(m => m.SeriesId);
        });
        model.Entity<Follower>(follower =>
        {
            follower.ToTable("followers");
            follower.HasIndex(f => new { f.SeriesId, f.Order }).IsUnique();
            follower.HasIndex(f => new { f.SeriesId, f.PersonId }).IsUnique().HasFilter("\"StoppedAt\" IS NULL");
            follower.HasIndex(f => f.PersonId);
            follower.HasOne(f => f.Series).WithMany().HasForeignKey(f => f.SeriesId);
            follower.HasOne(f => f.Person).WithMany().HasForeignKey(f => f.PersonId);
        });
    }
}
