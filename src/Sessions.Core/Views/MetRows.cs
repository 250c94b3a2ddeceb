using Sessions.Data;

namespace Sessions.Views;

/// <summary>Where somebody is known: signed up, in every session, following, on a programme, or with something they proposed.</summary>
internal static class MetRows
{
    /// <returns>Ids of series, each once.</returns>
    public static IQueryable<Guid> SeriesOf(SessionsDb db, Guid person) =>
        db.Registrations.Where(r => r.PersonId == person).Select(r => r.Session!.SeriesId)
            .Union(db.Standing.Where(s => s.PersonId == person).Select(s => s.SeriesId))
            .Union(db.Followers.Where(f => f.PersonId == person).Select(f => f.SeriesId))
            .Union(db.Appearances.Where(a => a.PersonId == person).Join(db.Sessions, a => a.SessionId, s => s.Id, (_, s) => s.SeriesId))
            .Union(db.Proposals.Where(p => p.PersonId == person && p.SeriesId != null).Select(p => p.SeriesId!.Value));
}
