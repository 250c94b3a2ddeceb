using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="Page">From 1.</param>
public sealed record ArchiveFacts(IReadOnlyList<ListedSession> Held, int Page, bool HasOlder, Instant? ValidUntil);

public sealed class ArchiveView
{
    private const int PageSize = 60;

    private readonly Database _database;

    internal ArchiveView(Database database) => _database = database;

    /// <summary>What was held, latest first; cancelled sessions were not.</summary>
    public async Task<ArchiveFacts> Read(int page, Instant now)
    {
        await using var db = _database.Read();
        var rows = await db.List(db.Published().Where(s => s.CancelledAt == null).MaybeOver(now).Latest()
            .Skip((page - 1) * PageSize).Take(PageSize + 1));
        return new([.. rows.Take(PageSize).Where(s => s.When.IsOver(now))], page, rows.Count > PageSize,
            Freshness.Until(now, [.. rows.Select(s => s.When), Today(now)]));

        // A session of tomorrow or later is not among the rows: look again when the day is over.
        static SessionTime Today(Instant now) => SessionTime.Days(now.InUtc().Date, now.InUtc().Date, "UTC");
    }
}
