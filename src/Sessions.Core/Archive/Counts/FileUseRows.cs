using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Archive.Counts;

internal static class FileUseRows
{
    /// <summary>Of those files of a session that were used at all.</summary>
    public static async Task<IReadOnlyList<FileUseSum>> FileUsesOf(this SessionsDb db, Guid sessionId) =>
        Summed(await db.FileUses.Where(u => db.Files.Any(f => f.Id == u.FileId && f.SessionId == sessionId))
            .GroupBy(u => new { u.FileId, u.Kind }).Select(g => new FileUseTotal(g.Key.FileId, g.Key.Kind, g.Sum(u => u.Times))).ToListAsync());

    public static IReadOnlyList<FileUseSum> Summed(IEnumerable<FileUseTotal> totals) => [.. totals.GroupBy(t => t.FileId).Select(g => new FileUseSum(g.Key,
        g.Where(t => t.Kind == UseKind.Play).Sum(t => t.Times), g.Where(t => t.Kind == UseKind.Download).Sum(t => t.Times)))];
}

internal sealed record FileUseTotal(Guid FileId, UseKind Kind, int Times);
