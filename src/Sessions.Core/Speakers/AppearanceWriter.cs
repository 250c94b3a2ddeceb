using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>A speaker's own yes or no, by whichever way it comes, inside a write.</summary>
internal static class AppearanceWriter
{
    private const int LongestReason = 1000;

    /// <summary>Saying the same twice changes nothing.</summary>
    /// <param name="appearance">With its person.</param>
    public static void Accept(SessionsDb db, Appearance appearance, Session session, Instant now)
    {
        if (appearance.State == AppearanceState.Accepted) return;
        appearance.Accept(now);
        Note(db, appearance, session, now, "accepted");
    }

    /// <summary>What was handed in is public no more, and the entry leaves the calendar.</summary>
    /// <param name="because">Shown to the hosts; cut at 1,000 characters.</param>
    public static async Task Decline(SessionsDb db, Appearance appearance, Session session, string? because, Instant now)
    {
        var reason = TypedText.Lines(because) is { } said ? TypedText.Cut(said, LongestReason) : null;
        if (appearance.State == AppearanceState.Declined && appearance.DeclinedBecause == reason) return;
        appearance.Decline(reason, now);
        await ProgrammeWriter.Release(db, session, appearance, now);
        await Items(db, appearance, appearance.Person!, publish: false);
        Note(db, appearance, session, now, "declined");
    }

    /// <summary>
    /// What was handed in carries the licence of the talk and is public exactly with the speaker's consent, to all of it or to the one item. Every
    /// change of consent ends here.
    /// </summary>
    /// <param name="withdrawnAt">Given where the speaker takes their consent back: what was public is taken down.</param>
    /// <returns>How many were taken down.</returns>
    public static async Task<int> Items(SessionsDb db, Appearance appearance, Person person, bool publish, Instant? withdrawnAt = null)
    {
        var (id, talk) = (appearance.Id, appearance.Talk);
        var credit = TalkRules.Credit(talk, person);
        var (single, isOn) = (await ConsentWriter.Single(db, id), appearance.IsOnProgramme);
        var (recordings, resources) = (await db.Recordings.Where(r => r.AppearanceId == id).ToListAsync(), await db.Resources.Where(r => r.AppearanceId == id).ToListAsync());
        foreach (var item in recordings) (item.Licence, item.Credit) = (talk.Licence, credit);
        foreach (var item in resources) (item.Licence, item.Credit) = (talk.Licence, credit);
        List<(ITakenDown Item, bool May)> items = [.. recordings.Select(r => ((ITakenDown)r, May(r.Id))), .. resources.Select(r => ((ITakenDown)r, May(r.Id)))];
        var shown = items.Count(i => !i.May && i.Item.IsPublic && i.Item.TakenDownAt is null);
        foreach (var (item, may) in items)
            if (may) item.Publish();
            else if (withdrawnAt is { } now) item.Withdraw(now);
            else item.IsPublic = false;
        return withdrawnAt is not null ? shown : 0;

        bool May(Guid item) => isOn && single.GetValueOrDefault(item, publish);
    }

    private static void Note(SessionsDb db, Appearance appearance, Session session, Instant now, string did) => db.Add(new AuditEntry
    {
        At = now,
        ActorId = appearance.PersonId,
        SeriesId = session.SeriesId,
        SessionId = session.Id,
        Text = $"{appearance.Person!.DisplayName} {did}",
    });
}
