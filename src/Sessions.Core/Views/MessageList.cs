using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>What the hosts of a series wrote to its people, the latest first.</summary>
public sealed class MessageList
{
    public const int PageSize = 50;

    private const int MostAtOnce = 200;

    private readonly Database _database;

    internal MessageList(Database database) => _database = database;

    /// <returns>Null when there is no such series, or none whose mail this reader may see.</returns>
    public async Task<MessageListFacts?> Read(Actor who, string slug, Instant now, int skip = 0, int take = PageSize)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Zone }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadMail, series.Id)) return null;
        var all = db.GroupMessages.Where(m => m.SeriesId == series.Id && !m.IsTest);
        var rows = await db.ListMessages(all.OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MostAtOnce)), now);
        return new(series.Name, series.Zone, who.May(Act.SendMessage, series.Id), rows, await all.CountAsync());
    }
}

/// <param name="Zone">IANA name, of the series.</param>
/// <param name="Total">Of all pages.</param>
public sealed record MessageListFacts(string Series, string Zone, bool MaySend, IReadOnlyList<SentMessage> Messages, int Total);
