using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Owes each follower of a series one mail for a batch of new dates. Who comes to every session is invited instead.</summary>
internal sealed class AnnouncementSpreader : INoticeSpreader
{
    private const int Chunk = 200;

    public string Kind => AnnouncementWriter.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var after = notice.Cursor is { } cursor ? await db.Followers.Where(f => f.Id == cursor).Select(f => f.Order).FirstAsync() : 0;
        var followers = await db.Followers.Include(f => f.Person)
            .Where(f => f.SeriesId == notice.SubjectId && f.StoppedAt == null && f.Order > after
                && f.Person!.BlockedAt == null && f.Person.NewsStoppedAt == null && !db.Standing.Any(s => s.SeriesId == f.SeriesId && s.PersonId == f.PersonId && s.LeftAt == null))
            .OrderBy(f => f.Order).Take(Chunk).ToListAsync();
        var until = await db.Sessions.Where(s => s.SeriesId == notice.SubjectId && s.AnnouncedIn == notice.Id).MaxAsync(s => s.SortDate);
        foreach (var follower in followers)
        {
            await db.Owe(new($"announced:{notice.Id}:{follower.PersonId}", RegistrationMail.Announced, notice.Id, follower.PersonId, follower.Person!.Address!,
                until is { } day ? day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() : now + Duration.FromDays(7))
            {
                SeriesId = notice.SubjectId,
            }, now);
            notice.Cursor = follower.Id;
        }

        if (followers.Count < Chunk) notice.DoneAt = now;
    }
}
