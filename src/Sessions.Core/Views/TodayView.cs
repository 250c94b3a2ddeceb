using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Views;

/// <param name="Series">Those this person may work in, by name.</param>
/// <param name="Next">Public and ahead, soonest first.</param>
/// <param name="Held">Lately held, latest first.</param>
/// <param name="GoingOut">Mails that leave later by themselves, soonest first.</param>
/// <param name="Failed">The latest; <see cref="MailTally.Failed"/> counts them all.</param>
public sealed record TodayFacts(
    IReadOnlyList<TodaySeries> Series,
    IReadOnlyList<HostedSession> Next,
    IReadOnlyList<HostedSession> Held,
    int Drafts,
    IReadOnlyList<GoingOut> GoingOut,
    IReadOnlyList<FailedMail> Failed,
    MailTally Mail,
    IReadOnlyList<Need> Needs)
{
    /// <summary>New ones, that nobody took up.</summary>
    public int Proposals { get; init; }

    /// <summary>Somewhere.</summary>
    public bool MayPlan { get; init; }

    public IEnumerable<HostedSession> WaitingLists => Next.Where(s => s.Waiting > 0);
}

public sealed record TodaySeries(string Slug, string Name, int Hue, bool IsSample);

/// <param name="Count">Mails of one kind for one session at one time.</param>
public sealed record GoingOut(Instant DueAt, string Kind, Guid? SessionId, int Count);

/// <param name="Error">Words of the mail server.</param>
public sealed record FailedMail(string Recipient, string? Error, Guid? SessionId);

/// <param name="Sent">In the last 24 hours.</param>
public sealed record MailTally(int Sent, int Waiting, int Failed);

/// <summary>What the console opens on.</summary>
public sealed class TodayView
{
    private const int MostAhead = 12;
    private const int MostHeld = 8;

    private readonly Database _database;

    internal TodayView(Database database) => _database = database;

    public async Task<TodayFacts> Read(Actor who, Instant now)
    {
        await using var db = _database.Read();
        var hosted = db.HostedBy(who);
        var (all, own) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        var series = await db.Series.Where(s => all || own.Contains(s.Id)).OrderBy(s => s.IsSample).ThenBy(s => s.Name)
            .Select(s => new TodaySeries(s.Slug, s.Name, s.Hue, s.IsSample)).ToListAsync();
        var next = await db.ListHosted(hosted.Where(s => s.CancelledAt == null && s.PublishedAt != null).MaybeAhead(now).Soonest().Take(MostAhead));
        var held = await db.ListHosted(hosted.Where(s => s.CancelledAt == null && s.PublishedAt != null).MaybeOver(now).Latest().Take(MostHeld));
        var drafts = await hosted.Where(s => s.CancelledAt == null && s.PublishedAt == null).MaybeAhead(now).CountAsync();
        var mails = Mails(db, who);
        var failed = await mails.Where(m => m.State == OutboxState.Failed).OrderByDescending(m => m.CreatedAt).Take(3)
            .Select(m => new FailedMail(m.Recipient, m.LastError, m.SessionId)).ToListAsync();
        var dayAgo = now - Duration.FromHours(24);
        var tally = new MailTally(
            await mails.CountAsync(m => m.SentAt > dayAgo),
            await mails.CountAsync(m => m.State == OutboxState.Waiting || m.State == OutboxState.Sending),
            await mails.CountAsync(m => m.State == OutboxState.Failed));
        var soon = now + Duration.FromMinutes(10);
        var goingOut = await mails.Where(m => m.State == OutboxState.Waiting && m.Attempts == 0 && m.DueAt > soon)
            .GroupBy(m => new { m.DueAt, m.Kind, m.SessionId }).OrderBy(g => g.Key.DueAt).Take(5)
            .Select(g => new GoingOut(g.Key.DueAt, g.Key.Kind, g.Key.SessionId, g.Count())).ToListAsync();
        next.RemoveAll(s => s.IsOver(now));
        held.RemoveAll(s => !s.IsOver(now));
        var mine = new HashSet<Guid>(who.SeriesFor(Act.EditSession));
        var (hostedNext, hostedHeld) = who.MayEverywhere(Act.EditSession) ? (next, held) : (next.Where(s => mine.Contains(s.SeriesId)).ToList(), held.Where(s => mine.Contains(s.SeriesId)).ToList());
        var archive = await ArchiveNeeds.Of(db, who, now);
        var proposals = await ProposalInbox.New(db, who);
        var needs = Need.Of(hostedNext, hostedHeld, drafts, tally.Failed, now, proposals).Concat(archive).OrderBy(n => n.Urgency).ToList();
        return new(series, next, [.. held.Take(3)], drafts, goingOut, failed, tally, needs) { MayPlan = who.May(Act.PlanSessions), Proposals = proposals };
    }

    private static IQueryable<OutboxMessage> Mails(SessionsDb db, Actor who)
    {
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadMail);
        var series = who.Series.Where(id => who.May(Act.ReadMail, id)).ToList();
        return db.Outbox.Where(m => m.SeriesId != null && (all || series.Contains(m.SeriesId.Value)));
    }
}
