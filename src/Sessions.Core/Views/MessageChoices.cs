using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>Whom a host may write to: the sessions of a series that have people, and how many are in each group.</summary>
public sealed class MessageChoices
{
    private const int MostSessions = 100;

    private readonly Database _database;

    internal MessageChoices(Database database) => _database = database;

    /// <param name="sessionId">Whose groups; null for those of the whole series.</param>
    /// <returns>Null when there is no such series, or none whose people this reader may write to.</returns>
    public async Task<MessageChoicesFacts?> Read(Actor who, string slug, Guid? sessionId, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.SendMessage, series.Id)) return null;
        var sessions = await db.ListHosted(db.Sessions.Where(s => s.SeriesId == series.Id && (s.Id == sessionId || db.Registrations.Any(r => r.SessionId == s.Id && r.State != RegistrationState.Withdrawn)))
            .Where(s => s.PublishedAt != null).OrderByDescending(s => s.Id == sessionId).ThenByDescending(s => s.SortDate).Take(MostSessions));
        var chosen = sessions.Find(s => s.Id == sessionId);
        var groups = new List<GroupChoice>();
        foreach (var audience in Enum.GetValues<GroupAudience>().Where(a => a.IsOfSession() == chosen is not null && IsKnown(a, chosen?.When, now)))
        {
            var message = new GroupMessage { SeriesId = series.Id, SessionId = chosen?.Id, Audience = audience, Subject = "", Text = "", ById = who.PersonId, SentAt = now, ExpiresAt = now, Recipients = 0 };
            groups.Add(new(audience, (await GroupMessageRows.Count(db, message, now)).Recipients));
        }

        return new(series.Id, series.Name, sessions, chosen?.Id, groups);
    }

    /// <summary>Nobody came to what has not begun, and nobody missed what is not over.</summary>
    private static bool IsKnown(GroupAudience audience, SessionTime? when, Instant now) => audience switch
    {
        GroupAudience.Came => RoomHours.Of(when!).Opens <= now,
        GroupAudience.Missed => when!.End <= now,
        _ => true,
    };
}

/// <param name="Sessions">With people in them, the latest first.</param>
/// <param name="Chosen">The session whose groups these are; null for those of the whole series.</param>
public sealed record MessageChoicesFacts(Guid SeriesId, string Series, IReadOnlyList<HostedSession> Sessions, Guid? Chosen, IReadOnlyList<GroupChoice> Groups);

/// <param name="People">Whom a message would reach.</param>
public sealed record GroupChoice(GroupAudience Audience, int People);
