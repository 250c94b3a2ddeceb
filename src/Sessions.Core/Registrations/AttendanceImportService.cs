using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations.Sheets;

namespace Sessions.Registrations;

/// <summary>Notes who came from the list of the meeting's software, in one save. Nobody is signed up by it.</summary>
public sealed class AttendanceImportService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AttendanceImportService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Runs the very same act without saving it.</summary>
    public Task<Answer<AttendancePlan, AttendanceImportRefusal>> Preview(Actor who, AttendanceFile file) => Run(who, file, isPreview: true);

    public Task<Answer<AttendancePlan, AttendanceImportRefusal>> Save(Actor who, AttendanceFile file) => Run(who, file, isPreview: false);

    /// <summary>Takes back the notes that this import made and nobody changed since; who used the joining button stays noted.</summary>
    public Task<AttendanceImportRefusal?> Undo(Actor who, Guid sessionId, Guid importId) => _database.Write<AttendanceImportRefusal?>(async db =>
    {
        var now = _time.Now();
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId) is not { } session) return AttendanceImportRefusal.NotFound;
        if (!who.May(People.Act.TickAttendance, session.SeriesId)) return AttendanceImportRefusal.NotAllowed;
        var at = await db.Audit.Where(e => e.Id == importId && e.SessionId == sessionId).Select(e => (Instant?)e.At).FirstOrDefaultAsync();
        if (at is not { } moment || !ImportMoment.Is(moment)) return AttendanceImportRefusal.NotFound;
        var ticked = await db.Registrations.Where(r => r.SessionId == sessionId && r.TickedAt == moment).ToListAsync();
        if (ticked.Count == 0) return AttendanceImportRefusal.NotFound;
        foreach (var registration in ticked) registration.TickedAt = null;
        db.Add(Told(who, session.SeriesId, sessionId, now, $"Took back an imported list of who came: {Several(ticked.Count)}"));
        return null;
    }, RowLocks.Session(sessionId));

    private async Task<Answer<AttendancePlan, AttendanceImportRefusal>> Run(Actor who, AttendanceFile file, bool isPreview)
    {
        if (await Refused(who, file.SessionId) is { } no) return no;
        // Outside the write: reading takes longer than saving, and others wait for the writer.
        var read = MeetingListReader.Read(file.Content);
        if (read.Value is not { } list) return (AttendanceImportRefusal)read.No!.Value;
        return isPreview ? await _database.Rehearse(db => Act(db, who, file, list))
            : await _database.Write(db => Act(db, who, file, list), RowLocks.Session(file.SessionId));
    }

    private async Task<AttendanceImportRefusal?> Refused(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        return await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId) is not { } session ? AttendanceImportRefusal.NotFound
            : !who.May(People.Act.TickAttendance, session.SeriesId) ? AttendanceImportRefusal.NotAllowed
            : RoomHours.Of(session.When).Opens is not { } opens || _time.Now() < opens ? AttendanceImportRefusal.TooEarly : null;
    }

    private async Task<Answer<AttendancePlan, AttendanceImportRefusal>> Act(SessionsDb db, Actor who, AttendanceFile file, MeetingList list)
    {
        var now = _time.Now();
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == file.SessionId) is not { } session) return AttendanceImportRefusal.NotFound;
        if (RoomHours.Of(session.When).Opens is not { } opens || now < opens) return AttendanceImportRefusal.TooEarly;
        var registrations = await db.Registrations.Include(r => r.Person).Where(r => r.SessionId == session.Id).OrderBy(r => r.Order).ToListAsync();
        var matches = MeetingMatch.Of(list.People, [.. registrations.Select(r => new Registered(r.Id, r.Person!.Name, r.Person.Address, r.State, r.CameAt is not null))], file.Choices, file.AtLeast);
        var wanted = matches.Where(m => m.Counts).Select(m => m.Person!.Id).ToHashSet();
        var added = registrations.FindAll(r => r.CameAt is null && wanted.Contains(r.Id));
        var rows = AttendanceRows.Of(matches, who.May(People.Act.SeeAddresses, session.SeriesId));
        if (added.Count == 0) return new AttendancePlan(list.Source, list.HasMinutes, rows, 0, null);
        var at = ImportMoment.After(now, registrations.Select(r => r.TickedAt));
        foreach (var registration in added) registration.TickedAt = at;
        var told = Told(who, session.SeriesId, session.Id, at, $"Noted from {AttendanceRows.Words(list.Source)} that {Several(added.Count)} came");
        db.Add(told);
        return new AttendancePlan(list.Source, list.HasMinutes, rows, added.Count, told.Id);
    }

    private static AuditEntry Told(Actor who, Guid seriesId, Guid sessionId, Instant at, string text) =>
        new() { At = at, ActorId = who.PersonId, SeriesId = seriesId, SessionId = sessionId, Text = text };

    private static string Several(int count) => count == 1 ? "one person" : $"{count} people";
}
