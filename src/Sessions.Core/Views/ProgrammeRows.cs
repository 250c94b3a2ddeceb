using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <param name="Start">Null where the session has no exact hour.</param>
/// <param name="Person">Only of those who are certain.</param>
public sealed record ShownItem(RunningOrderKind Kind, int Minutes, Instant? Start, string? Title, string? Person);

public sealed record ShownPartner(PartnerKind Kind, string Name, string? Url, string? What);

/// <param name="ValidUntil">When another one comes or goes by itself.</param>
public sealed record ShownPartners(IReadOnlyList<ShownPartner> All, Instant? ValidUntil)
{
    public static ShownPartners None { get; } = new([], null);
}

/// <summary>The running order of a session, and who helped on its day.</summary>
internal static class ProgrammeRows
{
    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<OrderRow>> OrderOf = Compiled.Many((SessionsDb db, Guid sessionId) =>
        from item in db.RunningOrder.Where(i => i.SessionId == sessionId)
        join a in db.Appearances on item.AppearanceId equals a.Id into named
        from appearance in named.DefaultIfEmpty()
        orderby item.Position
        select new OrderRow(item.Kind, item.Minutes, item.Title, (AppearanceState?)appearance.State, appearance.Person!.Name, appearance.Talk.Title));

    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<PartnerRow>> PartnersOf = Compiled.Many((SessionsDb db, Guid seriesId) => db.Partners
        .Where(p => p.SeriesId == seriesId).OrderByDescending(p => p.Kind).ThenBy(p => p.Name).Select(p => new PartnerRow(p.Kind, p.Name, p.Url, p.What, p.From, p.To)));

    /// <summary>Empty where the hour is not exact: minutes then count from nothing.</summary>
    public static async Task<IReadOnlyList<ShownItem>> Order(SessionsDb db, Guid sessionId, SessionTime when)
    {
        if (when.Start is not { } start) return [];
        var rows = await OrderOf(db, sessionId).ToListAsync();
        return
        [
            .. rows.Zip(RunningOrderRules.Starts(rows.Select(r => r.Minutes)), (row, at) =>
            {
                var isCertain = row.State is { } state && Appearance.IsCertain(state, row.Name);
                return new ShownItem(row.Kind, row.Minutes, start + Duration.FromMinutes(at), row.Title ?? (isCertain ? row.Talk : null), isCertain ? row.Name : null);
            }),
        ];
    }

    /// <summary>Those of the session's own day; of today while the day is not known.</summary>
    public static Task<ShownPartners> Partners(SessionsDb db, Guid seriesId, SessionTime when, Instant now) =>
        when.SortDate is { } day ? Covering(db, seriesId, day, when.Zone, null) : Partners(db, seriesId, when.Zone, now);

    /// <summary>Those of today in the series' zone.</summary>
    public static Task<ShownPartners> Partners(SessionsDb db, Guid seriesId, string zone, Instant now) =>
        Covering(db, seriesId, now.InZone(SessionClock.Zone(zone)).Date, zone, now);

    private static async Task<ShownPartners> Covering(SessionsDb db, Guid seriesId, LocalDate day, string zone, Instant? now)
    {
        var rows = await PartnersOf(db, seriesId).ToListAsync();
        var until = rows.SelectMany(p => new[] { p.From?.PlusDays(-1), p.To }).OfType<LocalDate>().Where(d => d >= day).Select(d => (LocalDate?)d).Min();
        return new([.. rows.Where(p => p.Covers(day)).Select(p => new ShownPartner(p.Kind, p.Name, p.Url, p.What))],
            now is null || until is null ? null : SessionClock.EndOf(until.Value, zone));
    }

    private sealed record OrderRow(RunningOrderKind Kind, int Minutes, string? Title, AppearanceState? State, string? Name, string? Talk);

    private sealed record PartnerRow(PartnerKind Kind, string Name, string? Url, string? What, LocalDate? From, LocalDate? To)
    {
        public bool Covers(LocalDate day) => Partner.Covers(From, To, day);
    }
}
