using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Scheduling;

/// <summary>Running orders inside other writes. One is always replaced whole: positions then need no care.</summary>
internal static class RunningOrderRows
{
    /// <param name="sessionId">Null is the series' template.</param>
    public static Task<List<RunningOrderItem>> Of(SessionsDb db, Guid seriesId, Guid? sessionId) =>
        db.RunningOrder.Where(i => i.SeriesId == seriesId && i.SessionId == sessionId).OrderBy(i => i.Position).ToListAsync();

    public static async Task Replace(SessionsDb db, Guid seriesId, Guid? sessionId, IEnumerable<RunningOrderLine> lines)
    {
        var before = await Of(db, seriesId, sessionId);
        db.RemoveRange(before);
        var after = Items(seriesId, sessionId, lines);
        foreach (var item in after) item.BeganAt = Taken(before, item)?.BeganAt;
        db.AddRange(after);
    }

    public static void Add(SessionsDb db, Guid seriesId, Guid? sessionId, IEnumerable<RunningOrderLine> lines) => db.AddRange(Items(seriesId, sessionId, lines));

    private static List<RunningOrderItem> Items(Guid seriesId, Guid? sessionId, IEnumerable<RunningOrderLine> lines) =>
        [.. lines.Select((line, position) => new RunningOrderItem
        {
            SeriesId = seriesId,
            SessionId = sessionId,
            Position = position,
            Kind = line.Kind,
            Minutes = line.Minutes,
            Title = TypedText.Line(line.Title),
            AppearanceId = line.AppearanceId,
        })];

    /// <summary>The part that this one was before, of those left: who edits a running order while it runs does not turn it back.</summary>
    private static RunningOrderItem? Taken(List<RunningOrderItem> left, RunningOrderItem item)
    {
        var was = left.Where(i => i.Kind == item.Kind && i.Title == item.Title)
            .OrderBy(i => i.AppearanceId == item.AppearanceId ? 0 : 1).ThenBy(i => Math.Abs(i.Position - item.Position)).FirstOrDefault();
        if (was is not null) left.Remove(was);
        return was;
    }

    public static RunningOrderLine Line(RunningOrderItem item) => new(item.Kind, item.Minutes, item.Title, item.AppearanceId);

    public static async Task<List<RunningOrderLine>> Template(SessionsDb db, Guid seriesId) =>
        (await Of(db, seriesId, null)).ConvertAll(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title));
}
