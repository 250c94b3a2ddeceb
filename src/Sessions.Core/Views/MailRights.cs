using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <summary>Which mails somebody sees at all, and whose words: hosts those of their series, admins also the private ones, as envelopes.</summary>
internal static class MailRights
{
    public static IQueryable<OutboxMessage> VisibleTo(this IQueryable<OutboxMessage> mails, Actor who)
    {
        var series = who.Series.Where(id => who.May(Act.ReadMail, id)).ToList();
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadMail);
        var accounts = who.May(Act.ReadAccountMail);
        return mails.Where(m => m.Lane == 0 || m.SeriesId == null ? accounts : all || series.Contains(m.SeriesId.Value));
    }
}
