using Microsoft.EntityFrameworkCore;
using Sessions.Outbox;
using Sessions.Registrations;

namespace Sessions.Data.Tables;

internal static class OutboxTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox");
            message.Property(m => m.Key).HasMaxLength(200);
            message.Property(m => m.Kind).HasMaxLength(60);
            message.Property(m => m.Recipient).HasMaxLength(254);
            message.Property(m => m.Topic).HasMaxLength(120);
            // A mail that is superseded while it is claimed: one of the two has to look again.
            message.Property(m => m.State).IsConcurrencyToken();
            message.HasIndex(m => m.Key).IsUnique();
            message.HasIndex(m => new { m.State, m.Lane, m.DueAt });
            message.HasIndex(m => m.Topic);
            message.HasIndex(m => m.SessionId);
            message.HasIndex(m => m.PersonId);
            message.HasIndex(m => m.CreatedAt);
            // Of one message to many alone: no other mail pays for it.
            message.HasIndex(m => m.SubjectId).HasFilter($"\"Kind\" = '{GroupMessage.MailKind}'");
            message.HasOne(m => m.Body).WithOne().HasForeignKey<OutboxBody>(b => b.Id);
        });
        model.Entity<OutboxBody>(body => body.ToTable("outbox_bodies"));
        model.Entity<MailPause>(pause =>
        {
            pause.ToTable("mail_pauses");
            pause.HasKey(p => p.SeriesId);
            pause.Property(p => p.Why).HasMaxLength(MailPause.LongestWhy);
        });
        model.Entity<MailHold>(hold =>
        {
            hold.ToTable("mail_holds");
            hold.HasKey(h => h.SubjectId);
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("notices");
            notice.HasIndex(n => n.DoneAt);
        });
    }
}
