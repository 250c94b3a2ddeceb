using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Views;

/// <param name="Subject">Null before it is written, and where nobody but the recipient may read it.</param>
/// <param name="LastError">Words of the mail server, or why it was dropped.</param>
/// <param name="Series">Null for mail of the site itself.</param>
/// <param name="Zone">IANA name, of the series.</param>
public sealed record MailRow(
    Guid Id, string Recipient, string Kind, string? Subject, OutboxState State, Instant DueAt, Instant? SentAt, Instant CreatedAt,
    int Attempts, string? LastError, string? Series, string? Zone, int? SessionNumber, string? SessionTitle, Guid PersonId);

internal static class MailRows
{
    public static IQueryable<MailRow> AsRows(this IQueryable<OutboxMessage> mails, SessionsDb db) =>
        from mail in mails
        join series in db.Series on mail.SeriesId equals series.Id into ofSeries
        from series in ofSeries.DefaultIfEmpty()
        join session in db.Sessions on mail.SessionId equals session.Id into ofSession
        from session in ofSession.DefaultIfEmpty()
        select new MailRow(
            mail.Id, mail.Recipient, mail.Kind, mail.Lane == 0 || mail.SeriesId == null ? null : mail.Subject, mail.State,
            mail.DueAt, mail.SentAt, mail.CreatedAt, mail.Attempts, mail.LastError,
            series!.Name, series.Zone, session!.Number, session.Title, mail.PersonId);
}
