using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Owes everybody with a place the one reminder of a session, or the one mail after it; whoever stopped such mail gets neither.</summary>
internal sealed class RemindersSpreader(string notice, string mail) : INoticeSpreader
{
    private const int Chunk = 200;

    /// <summary>Whoever signed up since has the joining link on top of their mail.</summary>
    private static readonly Duration Fresh = Duration.FromHours(6);

    private static readonly Duration AfterLife = Duration.FromDays(14);

    public string Kind => notice;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == notice.SubjectId);
        var isReminder = mail == RegistrationMail.Reminder;
        if (session is not { IsCancelled: false, When: { Start: { } start, End: { } end } } || (isReminder && start <= now))
        {
            notice.DoneAt = now;
            return;
        }

        var since = isReminder ? notice.CreatedAt - Fresh : now;
        var after = notice.Cursor is { } cursor ? await db.Registrations.Where(r => r.Id == cursor).Select(r => r.Order).FirstAsync() : 0;
        var people = await db.Registrations.Include(r => r.Person).Where(r => r.SessionId == session.Id && r.State == RegistrationState.Confirmed && r.Order > after && r.StateSince <= since
            && r.Person!.Address != null && r.Person.BlockedAt == null && r.Person.NewsStoppedAt == null).OrderBy(r => r.Order).Take(Chunk).ToListAsync();
        foreach (var place in people)
        {
            await db.Owe(new($"{RegistrationMail.Topic(place.Id)}:{mail}", mail, place.Id, place.PersonId, place.Person!.Address!, isReminder ? end : end + AfterLife)
            {
                SeriesId = session.SeriesId,
                SessionId = session.Id,
            }, now);
            notice.Cursor = place.Id;
        }

        if (people.Count < Chunk) notice.DoneAt = now;
    }
}
