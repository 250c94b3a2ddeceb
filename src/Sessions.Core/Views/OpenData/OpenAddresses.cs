using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Speakers;

namespace Sessions.Views.OpenData;

/// <param name="Path">Begins with a slash; percent-encoded where an address needs it.</param>
/// <param name="ChangedAt">Null where it is not known.</param>
public sealed record OpenAddress(string Path, Instant? ChangedAt = null);

/// <summary>Where the public pages are: of series, of their sessions, of speakers, in an order that stays.</summary>
public sealed class OpenAddresses
{
    private readonly Database _database;

    internal OpenAddresses(Database database) => _database = database;

    public async Task<int> Count()
    {
        await using var db = _database.Read();
        return await db.Series.CountAsync(s => s.PublishedAt != null) + await db.Published().CountAsync() + await Speakers(db).CountAsync();
    }

    /// <summary>Read as it is walked through, however many there are.</summary>
    public async IAsyncEnumerable<OpenAddress> All([EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.PublishedAt != null).OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Select(s => s.Slug).ToListAsync(stop);
        foreach (var slug in series) yield return new($"/series/{slug}");
        await foreach (var s in db.Published().OrderBy(s => s.Id).Select(s => new { Series = s.Series!.Slug, s.Slug, Changed = s.ChangedAt ?? s.PublishedAt }).AsAsyncEnumerable().WithCancellation(stop))
            yield return new($"/series/{s.Series}/{s.Slug}", s.Changed);
        await foreach (var slug in Speakers(db).OrderBy(slug => slug).AsAsyncEnumerable().WithCancellation(stop))
            yield return new($"/people/{Uri.EscapeDataString(slug)}");
    }

    private static IQueryable<string> Speakers(SessionsDb db) => db.People
        .Where(p => p.Slug != null && p.Name != null && (p.Address == null || p.ShowsPage) && db.Appearances.Any(a => a.PersonId == p.Id && (a.State == AppearanceState.Named || a.State == AppearanceState.Accepted)
            && db.Sessions.Any(s => s.Id == a.SessionId && s.PublishedAt != null && s.Series!.PublishedAt != null)))
        .Select(p => p.Slug!);
}
