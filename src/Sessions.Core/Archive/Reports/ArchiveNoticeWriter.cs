using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Archive.Reports;

/// <summary>Tells the hosts of a session that its archive needs them: somebody reported something, or a speaker took their consent back.</summary>
internal static class ArchiveNoticeWriter
{
    public const string Kind = "archive.notice";

    private static readonly Duration MailLife = Duration.FromDays(5);

    /// <summary>One a day to each of them for one session, however much comes: the console has the rest.</summary>
    public static async Task OweArchiveNotice(this SessionsDb db, Guid seriesId, Guid sessionId, Instant now)
    {
        var day = LocalDatePattern.Iso.Format(now.InUtc().Date);
        foreach (var host in await db.HostsToTell(seriesId).Select(p => new { p.Id, p.Address }).ToListAsync())
            await db.Owe(new($"archive:{sessionId}:{day}:{host.Id}", Kind, sessionId, host.Id, host.Address!, now + MailLife) { SeriesId = seriesId, SessionId = sessionId }, now);
    }
}
