using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Archive.Links;

/// <summary>Looks at each public link once a week, and a second time on another day where it failed.</summary>
public sealed class LinkCheckJob
{
    /// <summary>In one run; the others wait for the next.</summary>
    private const int MostAtOnce = 500;

    private readonly Database _database;
    private readonly LinkCheckOptions _options;
    private readonly TimeProvider _time;

    internal LinkCheckJob(Database database, LinkCheckOptions options, TimeProvider time) => (_database, _options, _time) = (database, options, time);

    public async Task Run(CancellationToken stop)
    {
        if (!_options.IsOn) return;
        var due = await Due();
        if (due.Count == 0) return;
        using var round = _options.Round();
        // Those of one host lie apart as far as can be, so that nobody is asked twice in a row without need.
        foreach (var url in due.GroupBy(HostOf).SelectMany(host => host.Select((url, at) => (url, at))).OrderBy(u => u.at).Select(u => u.url).Take(MostAtOnce))
        {
            var answer = await round.Look(url, _time.Now(), stop);
            await _database.Write(db => db.Note(url, answer, _time.Now()));
        }
    }

    private async Task<List<string>> Due()
    {
        var now = _time.Now();
        var links = await _database.Write(async db =>
        {
            var links = await LinkCheckRows.PublicLinks(db);
            db.RemoveRange(await db.LinkChecks.Where(c => !links.Contains(c.Url)).ToListAsync());
            return links;
        });
        await using var read = _database.Read();
        var known = await read.LinkChecks.ToDictionaryAsync(c => c.Url);
        return [.. links.Where(url => LinkRules.IsDue(known.GetValueOrDefault(url), now))];
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : "";
}
