using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive.Reports;

/// <summary>Readers say what should not be shown, or what they used; hosts see to it.</summary>
public sealed class ReportService
{
    /// <summary>Open ones of one session, of uses and of the rest apart: a crowd of the one must not close the way for the other.</summary>
    public const int MostOpen = 100;

    private static readonly Duration Same = Duration.FromHours(1);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ReportService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Takes it all or, where a field has a fault, nothing.</summary>
    public Task<Answer<ReportSent, ReportRefusal>> Send(string series, string slug, ReportForm form) => Send(db => ReportRows.Page(db, TypedText.Line(series) ?? "", TypedText.Line(slug) ?? ""), form);

    /// <inheritdoc cref="Send(string, string, ReportForm)" />
    public Task<Answer<ReportSent, ReportRefusal>> SendById(Guid sessionId, ReportForm form) => Send(db => ReportRows.Page(db, sessionId), form);

    private Task<Answer<ReportSent, ReportRefusal>> Send(Func<SessionsDb, Task<Session?>> find, ReportForm form)
    {
        var faults = ReportRules.Check(form);
        return _database.Write<Answer<ReportSent, ReportRefusal>>(async db =>
        {
            if (await find(db) is not { } session) return ReportRefusal.NotFound;
            var item = Guid.TryParse(form.Item, out var id) ? id : (Guid?)null;
            if (item is not null && (await ReportRows.Items(db, session.Id)).All(i => i.Id != item)) faults = [.. faults, new(ReportField.Item, ReportFaultKind.Unknown)];
            if (faults.Count > 0) return new ReportSent(faults);
            var (now, words, isUse) = (_time.Now(), TypedText.Lines(form.Words)!, form.Kind == ReportKind.Used);
            if (await db.Reports.CountAsync(r => r.SessionId == session.Id && r.State == ReportState.New && (r.Kind == ReportKind.Used) == isUse) >= MostOpen) return ReportRefusal.Full;
            var since = now - Same;
            // A second press of the button.
            if (await db.Reports.AnyAsync(r => r.SessionId == session.Id && r.ItemId == item && r.Kind == form.Kind && r.Words == words && r.CreatedAt > since)) return new ReportSent([]);
            db.Add(new Report
            {
                SessionId = session.Id,
                ItemId = item,
                Kind = form.Kind,
                Words = words,
                Url = isUse && WebAddress.TryRead(form.Url, out var url) ? url : null,
                ReplyTo = EmailAddress.TryParse(TypedText.Line(form.ReplyTo), out var address, out _) ? address.Key : null,
                CreatedAt = now,
            });
            if (!isUse) await db.OweArchiveNotice(session.SeriesId, session.Id, now);
            return new ReportSent([]);
        });
    }

    /// <param name="accepted">Seen to; of a use: counted on the page. False is nothing to do, or not counted.</param>
    public Task<ReportRefusal?> Close(Actor who, Guid sessionId, Guid reportId, bool accepted) => On(who, sessionId, reportId, (db, session, report, now) =>
    {
        if (report.State != ReportState.New) return Task.FromResult<ReportRefusal?>(ReportRefusal.AlreadyClosed);
        Closed(db, who, session, report, accepted, now);
        return Task.FromResult<ReportRefusal?>(null);
    });

    /// <summary>Takes down what it is about and closes it, in one step.</summary>
    public Task<ReportRefusal?> TakeDown(Actor who, Guid sessionId, Guid reportId) => On(who, sessionId, reportId, async (db, session, report, now) =>
    {
        if (report.State != ReportState.New) return ReportRefusal.AlreadyClosed;
        if (report.ItemId is not { } id || report.Kind == ReportKind.Used || await TakedownRows.Find(db, sessionId, id) is not { TakenDownAt: null } item) return ReportRefusal.NothingToTakeDown;
        TakedownRows.TakeDown(db, who, session, item, report.Kind == ReportKind.Consent ? TakedownReason.ConsentWithdrawn : TakedownReason.Report, null, now);
        Closed(db, who, session, report, accepted: true, now);
        return null;
    });

    public Task<ReportRefusal?> Reopen(Actor who, Guid sessionId, Guid reportId) => On(who, sessionId, reportId, (db, session, report, now) =>
    {
        if (report.State == ReportState.New) return Task.FromResult<ReportRefusal?>(ReportRefusal.NotClosed);
        if (report is { Kind: ReportKind.Used, State: ReportState.Accepted }) session.ReportedUses--;
        report.Reopen();
        db.NoteArchive(who, session, "Opened a report again", now);
        return Task.FromResult<ReportRefusal?>(null);
    });

    private static void Closed(SessionsDb db, Actor who, Session session, Report report, bool accepted, Instant now)
    {
        report.Close(accepted ? ReportState.Accepted : ReportState.Dismissed, who.PersonId, now);
        if (report.Kind == ReportKind.Used && accepted) session.ReportedUses++;
        db.NoteArchive(who, session, report.Kind == ReportKind.Used ? (accepted ? "Counted a use that somebody reported" : "Did not count a use that somebody reported") : accepted ? "Saw to a report" : "Closed a report: nothing to do", now);
    }

    private Task<ReportRefusal?> On(Actor who, Guid sessionId, Guid reportId, Func<SessionsDb, Session, Report, Instant, Task<ReportRefusal?>> act) => _database.Write(async db =>
        await db.EditableArchive(who, sessionId) is { } session && await db.Reports.FirstOrDefaultAsync(r => r.Id == reportId && r.SessionId == sessionId) is { } report
            ? await act(db, session, report, _time.Now())
            : ReportRefusal.NotFound, RowLocks.Session(sessionId));
}
