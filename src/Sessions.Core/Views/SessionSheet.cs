using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>The sessions of one series as a file, drafts among them: for hosts, to keep or to carry elsewhere.</summary>
public sealed class SessionSheet
{
    private readonly Database _database;
    private readonly SessionEvents _events;

    internal SessionSheet(Database database, SessionEvents events) => (_database, _events) = (database, events);

    /// <summary>Addresses of speakers only where the reader may see them. Null when there is no such series for this reader.</summary>
    public async Task<SheetFile?> Read(Actor who, string slug, SheetFormat format)
    {
        await using var db = _database.Read();
        var series = await db.Series.FirstOrDefaultAsync(s => s.Slug == slug);
        if (series is null || !who.May(Act.EditSeries, series.Id)) return null;
        var sessions = await Sessions(db, series.Id, who.May(Act.SeeAddresses, series.Id));
        return format switch
        {
            SheetFormat.Csv => new($"{series.Slug}-sessions.csv", "text/csv; charset=utf-8", SessionsCsv.Write(sessions.Select(s => s.Record))),
            SheetFormat.Json => new($"{series.Slug}-sessions.json", "application/json", SessionsJson.Write(sessions.Select(s => s.Record))),
            _ => new($"{series.Slug}-sessions.ics", "text/calendar; charset=utf-8", _events.Sheet(series, sessions).ToBytes()),
        };
    }

    /// <summary>Of every series, by their slugs: what the command line keeps.</summary>
    public async Task<IReadOnlyList<string>> All()
    {
        await using var db = _database.Read();
        return await db.Series.OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync();
    }

    private static async Task<IReadOnlyList<SheetSession>> Sessions(SessionsDb db, Guid seriesId, bool withAddresses)
    {
        var sessions = await db.Sessions.Where(s => s.SeriesId == seriesId).ToListAsync();
        var ids = db.Sessions.Where(s => s.SeriesId == seriesId).Select(s => s.Id);
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { a.SessionId, a.Person!.Name, a.Person.Address }).ToListAsync()).ToLookup(a => a.SessionId);
        var recordings = (await db.Recordings.ShownToAll().Where(r => ids.Contains(r.SessionId) && r.Url != null).OrderBy(r => r.CreatedAt).Select(r => new { r.SessionId, r.Url }).ToListAsync()).ToLookup(r => r.SessionId);
        var writeUps = await db.WriteUps.Where(w => ids.Contains(w.SessionId) && w.Url != null).ToDictionaryAsync(w => w.SessionId, w => w.Url);
        var rows = sessions.ConvertAll(s => new SheetSession(s, new SessionRecord(s.When)
        {
            Number = s.Number,
            Title = s.Title,
            Kind = s.Kind,
            Announcement = s.Announcement,
            Speakers = [.. speakers[s.Id].Select(a => new LineSpeaker(a.Name, withAddresses ? a.Address : null)).Where(a => a.Name is not null || a.Address is not null)],
            Venue = s.OwnVenue with { RoomLink = null },
            Recording = recordings[s.Id].FirstOrDefault()?.Url,
            WriteUp = writeUps.GetValueOrDefault(s.Id),
            IsCancelled = s.IsCancelled,
            CancelledBecause = s.CancelledBecause,
        }));
        // By what the file says and nothing else: the same sessions elsewhere make the same file.
        return [.. rows.OrderBy(r => r.Session.SortDate).ThenBy(r => r.Record.When.Start).ThenBy(r => r.Record.Number)
            .ThenBy(r => System.Text.Encoding.UTF8.GetString(SessionsJson.Write([r.Record])), StringComparer.Ordinal)];
    }
}

internal sealed record SheetSession(Session Session, SessionRecord Record);

public sealed record SheetFile(string Name, string MediaType, byte[] Content);
