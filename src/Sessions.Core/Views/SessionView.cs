using NodaTime;
using Sessions.Archive.Counts;
using Sessions.Data;

namespace Sessions.Views;

public sealed record FoundSession(Guid Id, Guid SeriesId);

public sealed class SessionView
{
    private readonly Database _database;
    private readonly KeptAnswers<(string Series, string Slug), FoundSession> _found = new();

    internal SessionView(Database database) => _database = database;

    /// <summary>The published session of an address and its series, for an act that needs no more of it.</summary>
    public Task<FoundSession?> Found(string series, string slug) => _found.Get(_database.Version.Current, (series, slug), async () =>
    {
        await using var db = _database.Read();
        return await SessionQuestions.Found(db, series, slug);
    });

    /// <summary>Null when no published session has this address; a cancelled one keeps its page.</summary>
    public async Task<SessionFacts?> Read(string series, string slug, Instant now)
    {
        await using var db = _database.Read();
        if (await SessionQuestions.Head(db, series, slug) is not { } row) return null;
        var s = row.Session;
        var speakers = await Speakers(db, s.Id);
        var next = (await SessionQuestions.Next(db, s.SeriesId, s.Id, now.InUtc().Date.PlusDays(-1), now).ToListAsync())
            .Find(o => !o.When.IsOver(now) && (o.When.Start is null || o.When.Start > now));
        var venue = row.SeriesVenue.With(s.OwnVenue);
        var partners = row.HasPartners ? await ProgrammeRows.Partners(db, s.SeriesId, s.When, now) : ShownPartners.None;
        return new(s.Id, s.SeriesId, row.SeriesSlug, row.SeriesName, row.Hue, row.IsSample, s.Slug, s.Number, s.Title, s.Theme, s.When, s.Announcement,
            venue.Address, venue.StreamLink, s.Band, s.CancelledAt, s.CancelledBecause, s.MovedAt, s.MovedFrom, s.SpeakersToBeConfirmed, speakers.Open, speakers.Certain,
            row.HasRecordings ? await SessionQuestions.Recordings(db, s.Id).ToListAsync() : [],
            row.HasResources ? await Resources(db, s.Id, row.HasVersions) : [],
            row.HasWriteUp ? await SessionQuestions.WriteUp(db, s.Id) : null,
            next, s.When.IsOver(now), s.When.Start <= now, Freshness.Earlier(partners.ValidUntil, Freshness.Until(now, next is null ? [s.When] : [s.When, next.When])))
        {
            Kind = s.Kind,
            ReportedUses = s.ReportedUses,
            Captions = row.HasRecordings ? await SessionQuestions.Captions(db, s.Id).ToListAsync() : [],
            Uses = row.HasRecordings ? FileUseRows.Summed(await SessionQuestions.Uses(db, s.Id).ToListAsync()) : [],
            RunningOrder = row.HasRunningOrder ? await ProgrammeRows.Order(db, s.Id, s.When) : [],
            Partners = partners.All,
            HasForMembers = row.HasForMembers,
            TakenDown = row.HasTakenDown ? await WatchRows.TakenDown(db, s.Id) : [],
            MovedTalks = row.HasLostTalks ? await Gone(db, s.Id) : [],
        };
    }

    private async Task<List<ShownResource>> Resources(SessionsDb db, Guid id, bool hasVersions)
    {
        var resources = await SessionQuestions.Resources(db, id).ToListAsync();
        if (!hasVersions) return resources;
        var versions = (await SessionQuestions.Versions(db, id).ToListAsync()).ToLookup(v => v.ResourceId);
        return resources.ConvertAll(r => r with { Versions = [.. versions[r.Id]] });
    }

    private async Task<List<MovedTalk>> Gone(SessionsDb db, Guid id) => (await SessionQuestions.Gone(db, id).Distinct().ToListAsync())
        .ConvertAll(t => new MovedTalk(SessionRows.IsCertain(t.State, t.Name) ? t.Name : null, t.Talk, new(t.SeriesSlug, t.Slug, t.Number, t.Title, t.Theme, t.When)));

    private async Task<(int Open, List<SessionSpeaker> Certain)> Speakers(SessionsDb db, Guid id)
    {
        var rows = await SessionQuestions.Speakers(db, id).ToListAsync();
        var certain = rows.FindAll(a => SessionRows.IsCertain(a.State, a.Name));
        return (rows.Count - certain.Count, certain.ConvertAll(a => new SessionSpeaker(a.Name!, a.Slug, a.Line, a.Title, a.Abstract, a.Role, a.PhotoTag) { HasPage = a.HasPage, Pronouns = a.Pronouns }));
    }
}
