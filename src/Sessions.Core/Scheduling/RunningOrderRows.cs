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
        db.RemoveRange(await Of(db, seriesId, sessionId));
        Add(db, seriesId, sessionId, lines);
    }

    public static void Add(SessionsDb db, Guid seriesId, Guid? sessionId, IEnumerable<RunningOrderLine> lines) =>
        db.AddRange(lines.Select((line, position) => new RunningOrderItem
        {
            SeriesId = seriesId,
            SessionId = sessionId,
            Position = position,
            Kind = line.Kind,
            Minutes = line.Minutes,
            Title = TypedText.Line(line.Title),
            AppearanceId = line.AppearanceId,
        }));

    public static RunningOrderLine Line(RunningOrderItem item) => new(item.Kind, item.Minutes, item.Title, item.AppearanceId);

    public static async Task<List<RunningOrderLine>> Template(SessionsDb db, Guid seriesId) =>
        (await Of(db, seriesId, null)).ConvertAll(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title));
}
