using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;

namespace Sessions.Workflows;

/// <summary>Which rows of a file are new to a series.</summary>
internal static class ImportRows
{
    /// <summary>The sessions of a series, cancelled ones too.</summary>
    public static async Task<IReadOnlyList<SessionThere>> There(SessionsDb db, Guid seriesId) =>
        await db.Sessions.Where(s => s.SeriesId == seriesId)
            .Select(s => new SessionThere(s.Number, s.Title, s.When.Precision, s.When.Date, s.When.Start)).ToListAsync();

    public static IReadOnlyList<ImportRow> Of(IReadOnlyList<ReadRow> rows, IReadOnlyList<SessionThere> there)
    {
        var numbers = there.Where(s => s.Number is not null).Select(s => s.Number!.Value).ToHashSet();
        var times = there.Select(s => s.Time).ToHashSet();
        var seen = new HashSet<int>();
        return [.. rows.Select(row => row.Record switch
        {
            null => new ImportRow(row.Line, null, row.Fault, null),
            { Number: { } number } when numbers.Contains(number) => new(row.Line, row.Record, null, ImportSkip.SameNumber),
            { } record when times.Contains(Time(record)) => new(row.Line, record, null, ImportSkip.SameTime),
            { Number: { } number } when !seen.Add(number) => new(row.Line, null, new(RowFaultKind.NumberTwice, $"{number}"), null),
            { } record => new(row.Line, record, null, null),
        })];
    }

    private static object Time(SessionRecord record) => new SessionThere(null, record.Title, record.When.Precision, record.When.Date, record.When.Start).Time;
}

/// <summary>A session that is in the series already.</summary>
internal sealed record SessionThere(int? Number, string? Title, Precision Precision, LocalDate? Date, Instant? Start)
{
    /// <summary>Equal for the same hour or the same day; where less than a day is known the title counts, too.</summary>
    public object Time => Precision switch
    {
        Precision.Exact => Start!.Value,
        Precision.Days => Date!.Value,
        _ => (Precision, Date, Title),
    };
}

/// <summary>One row of a file: what becomes of it.</summary>
/// <param name="Line">Where it begins in the file, from 1; in JSON its place among the sessions.</param>
/// <param name="Record">Null with a fault.</param>
public sealed record ImportRow(int Line, SessionRecord? Record, RowFault? Fault, ImportSkip? Skip)
{
    public bool IsNew => Fault is null && Skip is null;
}

/// <summary>Why a good row makes no session.</summary>
public enum ImportSkip
{
    /// <summary>A session of the series has its number.</summary>
    SameNumber = 1,

    /// <summary>A session of the series is on the same day at the same hour.</summary>
    SameTime = 2,
}
