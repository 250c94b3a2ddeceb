using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;

namespace Sessions.Workflows;

/// <summary>
/// Past and planned sessions from a file, all good rows in one save or none. Nobody hears of it: no mail goes and no speaker is asked. Sessions that are
/// there already are passed over, so that the same file may come twice.
/// </summary>
public sealed class ImportSessions
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ImportSessions(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Runs the very same act without saving it. Rows that can't be read stand in the plan with their faults.</summary>
    public Task<Answer<ImportPlan, ImportRefusal>> Preview(Actor who, ImportFile file) => Run(who, file, isPreview: true);

    public Task<Answer<ImportPlan, ImportRefusal>> Save(Actor who, ImportFile file) => Run(who, file, isPreview: false);

    private async Task<Answer<ImportPlan, ImportRefusal>> Run(Actor who, ImportFile file, bool isPreview)
    {
        if (!who.May(People.Act.PlanSessions, file.SeriesId)) return ImportRefusal.NotAllowed;
        if (await Defaults(file.SeriesId) is not { } defaults) return ImportRefusal.NotFound;
        // Outside the write: reading takes longer than saving, and others wait for the writer.
        var read = SheetReader.Read(file.Content, file.Name, defaults);
        if (read.Value is not { } sheet) return (ImportRefusal)read.No!.Value;
        return isPreview ? await _database.Rehearse(db => Act(db, who, file, sheet))
            : await _database.Write(db => Act(db, who, file, sheet), RowLocks.Series(file.SeriesId));
    }

    private async Task<SheetDefaults?> Defaults(Guid seriesId)
    {
        await using var db = _database.Read();
        var endless = SessionClock.Today(_time.Now(), "UTC").PlusYears(1);
        return await db.Series.Where(s => s.Id == seriesId).Select(s => new SheetDefaults(s.Zone, s.DurationMinutes, endless)).FirstOrDefaultAsync();
    }

    private async Task<Answer<ImportPlan, ImportRefusal>> Act(SessionsDb db, Actor who, ImportFile file, ReadSheet sheet)
    {
        var series = await db.Series.FirstOrDefaultAsync(s => s.Id == file.SeriesId);
        if (series is null) return ImportRefusal.NotFound;
        var (now, rows) = (_time.Now(), ImportRows.Of(sheet.Rows, await ImportRows.There(db, series.Id)));
        var plan = new ImportPlan(sheet.Format, rows, sheet.NotRead);
        if (file.AllOrNothing && plan.Faulty > 0) return plan;
        var records = rows.Where(r => r.IsNew).Select(r => r.Record!).ToList();
        var slugs = (await db.Sessions.Where(s => s.SeriesId == series.Id).Select(s => s.Slug).ToListAsync()).ToHashSet();
        var speakers = await ImportedSpeakers.Read(db, series.Id, records, now);
        var byPlan = new PlannedDates(series, [.. records.Select(r => r.When.Date).OfType<LocalDate>()]);
        foreach (var record in records)
        {
            var session = Make(series, record, slugs, who, file.Publish ? now : null, now);
            session.Edited = byPlan.Differs(session);
            db.Add(session);
            speakers.Add(session, record.Speakers);
            await StandingWriter.Open(db, session, now);
            if (record.Recording is { } recording) db.Add(new Recording { SessionId = session.Id, Url = recording, IsPublic = true, CreatedAt = now });
            if (record.WriteUp is { } writeUp) db.Add(new WriteUp { SessionId = session.Id, Url = writeUp, UpdatedAt = now });
        }
        if (records.Count > 0)
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId == Guid.Empty ? null : who.PersonId, SeriesId = series.Id, Text = $"Imported {records.Count} sessions from a file" });
        return plan with { IsSaved = true };
    }

    private static Session Make(Series series, SessionRecord record, HashSet<string> slugs, Actor who, Instant? publishedAt, Instant now)
    {
        var words = Slug.From($"{record.Number} {record.Title}");
        var wanted = words.Length > 0 ? words : WrittenWhen.Date(record.When) is { } date ? Slug.From(date) : "session";
        var slug = Slug.Free(wanted, slugs.Contains);
        slugs.Add(slug);
        var session = new Session
        {
            SeriesId = series.Id,
            Series = series,
            Slug = slug,
            Number = record.Number,
            Title = TypedText.Line(record.Title),
            Kind = record.Kind,
            Announcement = TypedText.Lines(record.Announcement),
            OwnVenue = record.Venue,
            When = record.When,
            DurationMinutes = record.Minutes ?? series.DurationMinutes,
            Capacity = series.Capacity,
            PublishedAt = publishedAt,
            CreatedAt = now,
        }.At(record.When);
        if (record.IsCancelled) session.Cancel(who.PersonId, record.CancelledBecause, now);
        return session;
    }
}

/// <param name="Content">At most <see cref="SheetReader.MostBytes"/>.</param>
/// <param name="Name">Of the file; null is pasted text.</param>
/// <param name="Publish">Public at once; else drafts.</param>
/// <param name="AllOrNothing">One faulty row saves nothing.</param>
public sealed record ImportFile(Guid SeriesId, byte[] Content, string? Name, bool Publish, bool AllOrNothing = false);

/// <param name="Rows">In the order of the file.</param>
/// <param name="NotRead">Headings and members that mean nothing here.</param>
public sealed record ImportPlan(SheetFormat Format, IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> NotRead)
{
    /// <summary>Or would be, in a preview.</summary>
    public bool IsSaved { get; init; }

    public int New => Rows.Count(r => r.IsNew);

    public int Skipped => Rows.Count(r => r.Skip is not null);

    public int Faulty => Rows.Count(r => r.Fault is not null);
}

public enum ImportRefusal
{
    TooLarge = SheetFault.TooLarge,
    NotText = SheetFault.NotText,
    NothingInIt = SheetFault.NothingInIt,
    TooManyRows = SheetFault.TooManyRows,
    HeadingsUnreadable = SheetFault.HeadingsUnreadable,
    NotAllowed = 11,
    NotFound = 12,
}
