using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Archive.Counts;

/// <summary>Writes down what was played and downloaded, all of it in one save.</summary>
public sealed class FileUseJob
{
    private readonly Database _database;
    private readonly FileUses _uses;

    internal FileUseJob(Database database, FileUses uses) => (_database, _uses) = (database, uses);

    public async Task Run(CancellationToken stop)
    {
        var counted = _uses.Take();
        if (counted.Count == 0) return;
        try
        {
            await _database.Write(async db =>
            {
                var (ids, from) = (counted.Keys.Select(k => k.File).Distinct().ToList(), counted.Keys.Min(k => k.Day));
                var kept = await db.Files.Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(CancellationToken.None);
                var rows = await db.FileUses.Where(u => ids.Contains(u.FileId) && u.Day >= from).ToListAsync(CancellationToken.None);
                // A file that was removed meanwhile takes its counts with it.
                foreach (var ((file, day, kind), times) in counted.Where(c => kept.Contains(c.Key.File)))
                {
                    if (rows.Find(u => u.FileId == file && u.Day == day && u.Kind == kind) is not { } row)
                        db.Add(row = new FileUse { FileId = file, Day = day, Kind = kind });
                    row.Times += times;
                }
            });
        }
        catch
        {
            foreach (var ((file, day, kind), times) in counted) _uses.Note(file, kind, day, times);
            throw;
        }
    }
}
