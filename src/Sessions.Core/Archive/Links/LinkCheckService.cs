using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Archive.Links;

/// <summary>A look at one link because a host asks for it.</summary>
public sealed class LinkCheckService
{
    private readonly Database _database;
    private readonly LinkCheckOptions _options;
    private readonly TimeProvider _time;

    internal LinkCheckService(Database database, LinkCheckOptions options, TimeProvider time) => (_database, _options, _time) = (database, options, time);

    public async Task<Answer<LinkFinding, ArchiveRefusal>> CheckNow(Actor who, Guid sessionId, Guid itemId, CancellationToken stop = default)
    {
        if (!_options.IsOn) return ArchiveRefusal.ChecksAreOff;
        var asked = await Asked(who, sessionId, itemId);
        if (asked.No is { } no) return no;
        using var round = _options.Round();
        var answer = await round.Look(asked.Value!, _time.Now(), stop);
        return await _database.Write<Answer<LinkFinding, ArchiveRefusal>>(async db =>
        {
            var check = await db.Note(asked.Value!, answer, _time.Now());
            return new LinkFinding(check.State, check.Fault, check.Status, check.CheckedAt, check.FailingSince);
        });
    }

    private async Task<Answer<string, ArchiveRefusal>> Asked(Actor who, Guid sessionId, Guid itemId)
    {
        await using var db = _database.Read();
        if (await db.EditableArchive(who, sessionId) is null) return ArchiveRefusal.NotAllowed;
        var url = await db.Recordings.Where(r => r.Id == itemId && r.SessionId == sessionId).Select(r => r.Url).FirstOrDefaultAsync()
            ?? await db.Resources.Where(r => r.Id == itemId && r.SessionId == sessionId).Select(r => r.Url).FirstOrDefaultAsync();
        if (url is null) return ArchiveRefusal.NotFound;
        // One address, one look a minute: the button is no way to make this server knock at somebody's door.
        var now = _time.Now();
        return await db.LinkChecks.AnyAsync(c => c.Url == url && (c.CheckedAt > now - LinkRules.BetweenAsked || c.NotBefore > now)) ? ArchiveRefusal.CheckedJustNow : url;
    }
}
