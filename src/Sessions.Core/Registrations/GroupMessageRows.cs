using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Who is in a group, and who of it a message reaches.</summary>
internal static class GroupMessageRows
{
    /// <summary>Everybody in the group, each once, as it was at that moment; it names nobody from outside the series.</summary>
    public static IQueryable<Person> In(SessionsDb db, GroupMessage message, Instant at)
    {
        var (series, session) = (message.SeriesId, message.SessionId);
        var known = db.Registrations.Where(r => r.Session!.SeriesId == series && r.StateSince <= at);
        var places = known.Where(r => r.State == RegistrationState.Confirmed);
        return message.Audience switch
        {
            GroupAudience.Confirmed => Of(places.Where(r => r.SessionId == session)),
            GroupAudience.Waiting => Of(known.Where(r => r.SessionId == session && (r.State == RegistrationState.Waitlisted || r.State == RegistrationState.Offered))),
            GroupAudience.Came => Of(Seen(places).Where(r => r.SessionId == session)),
            GroupAudience.Missed => Of(places.Where(r => r.SessionId == session && r.Session!.When.End <= at && r.JoinedAt == null && r.TickedAt == null)),
            GroupAudience.Upcoming => Of(places.Where(r => r.Session!.When.End > at && r.Session.CancelledAt == null)),
            GroupAudience.CameOnce => Of(Seen(places)),
            GroupAudience.Standing => db.People.Where(p => db.Standing.Any(s => s.SeriesId == series && s.PersonId == p.Id && s.LeftAt == null && s.JoinedAt <= at)),
            GroupAudience.Followers => db.People.Where(p => db.Followers.Any(f => f.SeriesId == series && f.PersonId == p.Id && f.StoppedAt == null && f.Since <= at)),
            _ => throw new InvalidOperationException($"No such group: {message.Audience}."),
        };

        IQueryable<Person> Of(IQueryable<Registration> rows) => db.People.Where(p => rows.Any(r => r.PersonId == p.Id));

        IQueryable<Registration> Seen(IQueryable<Registration> rows) => rows.Where(r => r.JoinedAt <= at || r.TickedAt <= at);
    }

    /// <summary>Those of the group whom mail may reach at that moment; in the order in which they get it.</summary>
    public static IQueryable<Person> Reached(SessionsDb db, GroupMessage message, Instant at) => In(db, message, at)
        .Where(p => p.Address != null && (p.BlockedAt == null || p.BlockedAt > at) && (p.NewsStoppedAt == null || p.NewsStoppedAt > at)).OrderBy(p => p.Id);

    /// <summary>How many of the group it reaches, and how many it leaves out.</summary>
    public static async Task<GroupCount> Count(SessionsDb db, GroupMessage message, Instant now)
    {
        var by = await In(db, message, now).Where(p => p.Address != null)
            .GroupBy(p => p.BlockedAt != null ? 2 : p.NewsStoppedAt != null ? 1 : 0).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        return new(by.GetValueOrDefault(0), by.GetValueOrDefault(1), by.GetValueOrDefault(2));
    }

    /// <summary>Asked when the mail is written, and again at each try: what changed since the message was sent counts.</summary>
    /// <returns>Null when nothing speaks against it.</returns>
    public static async Task<LeftOut?> WhyNot(SessionsDb db, GroupMessage message, Guid personId, Instant now)
    {
        if (message.IsTest) return null;
        if (message.StoppedAt is not null) return LeftOut.Stopped;
        if (await db.People.Where(p => p.Id == personId).Select(p => new { p.BlockedAt, p.NewsStoppedAt }).FirstOrDefaultAsync() is not { } person) return LeftOut.LeftTheGroup;
        if (person.BlockedAt is not null) return LeftOut.NotThem;
        if (person.NewsStoppedAt is not null) return LeftOut.StoppedNews;
        if (message.SessionId is { } id && (await db.Sessions.Where(s => s.Id == id).Select(s => s.When).FirstOrDefaultAsync())?.OverAt is { } over && over > message.SentAt && over <= now) return LeftOut.Over;
        return await In(db, message, now).AnyAsync(p => p.Id == personId) ? null : LeftOut.LeftTheGroup;
    }

    /// <summary>Its mails that nothing has happened to yet, or that are tried again.</summary>
    public static IQueryable<OutboxMessage> Unsent(SessionsDb db, Guid id) =>
        db.Outbox.Where(m => m.Kind == GroupMessage.MailKind && m.SubjectId == id && m.State == OutboxState.Waiting);
}

/// <summary>What a message reaches, and why not more.</summary>
/// <param name="StoppedNews">Wanted no more news.</param>
/// <param name="NotThem">Said "this was not me".</param>
public sealed record GroupCount(int Recipients, int StoppedNews, int NotThem);

/// <summary>Why somebody whom a message was to reach does not get it.</summary>
internal enum LeftOut
{
    /// <summary>A host stopped what had not left.</summary>
    Stopped = 1,
    NotThem = 2,
    StoppedNews = 3,

    /// <summary>The session ended before it left.</summary>
    Over = 4,

    /// <summary>Gave up the place, got one, was ticked, left the series.</summary>
    LeftTheGroup = 5,
}
