using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Archive.Reports;

/// <summary>Closed reports lose the address of whoever sent them after a month, and go after a year. A use that is counted stays, for what it counts.</summary>
public sealed class ReportJob
{
    private static readonly Duration Answered = Duration.FromDays(30);
    private static readonly Duration Kept = Duration.FromDays(365);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ReportJob(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task Run(CancellationToken stop)
    {
        var (answered, kept) = (_time.Now() - Answered, _time.Now() - Kept);
        await using (var db = _database.Read())
            if (!await db.Reports.AnyAsync(r => (r.ReplyTo != null && r.ClosedAt < answered) || (r.ClosedAt < kept && !(r.Kind == ReportKind.Used && r.State == ReportState.Accepted)), stop)) return;
        await _database.Write(async db =>
        {
            foreach (var report in await db.Reports.Where(r => r.ReplyTo != null && r.ClosedAt < answered).ToListAsync(CancellationToken.None)) report.ReplyTo = null;
            db.RemoveRange(await db.Reports.Where(r => r.ClosedAt < kept && !(r.Kind == ReportKind.Used && r.State == ReportState.Accepted)).ToListAsync(CancellationToken.None));
        });
    }
}
