using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>What came in by mail, the latest first: hosts see that of their series, admins also what belongs to none.</summary>
public sealed class IncomingMail
{
    private const int MostAtOnce = 200;

    private readonly Database _database;

    internal IncomingMail(Database database) => _database = database;

    public async Task<IncomingResult> Find(Actor who, IncomingFilter filter)
    {
        await using var db = _database.Read();
        var found = Matching(VisibleTo(db.InboundMail, who), filter);
        var rows = await found.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MostAtOnce))
            .Select(m => new IncomingRow(m.Id, m.At, m.Way, m.Effect, m.Refusal, m.From, m.PersonId, m.Subject, m.Text, m.SessionId, db.Series.Where(s => s.Id == m.SeriesId).Select(s => s.Name).FirstOrDefault(),
                db.Sessions.Where(s => s.Id == m.SessionId).Select(s => s.Title).FirstOrDefault(), db.Sessions.Where(s => s.Id == m.SessionId).Select(s => s.When).FirstOrDefault(),
                db.Series.Where(s => s.Id == m.SeriesId).Select(s => s.Zone).FirstOrDefault())).ToListAsync();
        return new(rows, await found.CountAsync());
    }

    private static IQueryable<InboundMail> VisibleTo(IQueryable<InboundMail> mails, Actor who)
    {
        var series = who.Series.Where(id => who.May(Act.ReadMail, id)).ToList();
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadMail);
        var rest = who.May(Act.ReadAccountMail);
        return mails.Where(m => m.SeriesId == null ? rest : all || series.Contains(m.SeriesId.Value));
    }

    private static IQueryable<InboundMail> Matching(IQueryable<InboundMail> mails, IncomingFilter filter)
    {
        if (filter.SeriesId is { } series) mails = mails.Where(m => m.SeriesId == series);
        if (filter.PersonId is { } person) mails = mails.Where(m => m.PersonId == person);
        return filter.Show switch
        {
            IncomingKind.Words => mails.Where(m => m.Effect == InboundEffect.Letter || m.Effect == InboundEffect.Proposed),
            IncomingKind.Answers => mails.Where(m => m.Effect >= InboundEffect.Noted && m.Effect <= InboundEffect.SpeakerDeclined),
            IncomingKind.CameBack => mails.Where(m => m.Effect == InboundEffect.Bounced || m.Effect == InboundEffect.Delayed),
            IncomingKind.Refused => mails.Where(m => m.Effect == InboundEffect.Refused),
            _ => mails,
        };
    }
}

public enum IncomingKind
{
    All = 0,

    /// <summary>Letters and proposals: somebody waits for a host.</summary>
    Words = 1,
    Answers = 2,
    CameBack = 3,
    Refused = 4,
}

public sealed record IncomingFilter(IncomingKind Show = IncomingKind.All, Guid? SeriesId = null, Guid? PersonId = null, int Skip = 0, int Take = 50);

/// <param name="Total">Of all pages.</param>
public sealed record IncomingResult(IReadOnlyList<IncomingRow> Rows, int Total);

/// <param name="From">As the sender wrote it; null where it named nobody.</param>
/// <param name="Text">Their words, the hour they propose, or what the other server said.</param>
public sealed record IncomingRow(Guid Id, Instant At, InboundWay Way, InboundEffect Effect, ReplyRefusal? Refusal, string? From, Guid? PersonId, string Subject, string? Text, Guid? SessionId,
    string? Series, string? SessionTitle, SessionTime? When, string? Zone);
