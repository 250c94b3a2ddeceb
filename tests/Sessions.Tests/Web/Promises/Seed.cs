using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Web.Promises;

/// <summary>Fills a site by the product's own acts, as people would.</summary>
internal static class Seed
{
    private const string Attendee = "attendee.of.many@example.org";
    private const string Speaker = "speaker.of.one@example.org";

    public static async Task<Known> Into(WholeSite site)
    {
        var (database, now) = (site.Database, TimeProvider.System.Now());
        var host = new Person { Name = "Hanna Host", Address = "hanna.host@example.org", CreatedAt = now };
        var admin = new Person { Name = "Ada Admin", Address = "ada.admin@example.org", CreatedAt = now };
        await new Samples(database).Add(host).Add(admin)
            .Add(new HostGrant { PersonId = host.Id, SeriesId = site.SeriesId, Role = global::Sessions.People.Role.Host, CreatedAt = now })
            .Add(new HostGrant { PersonId = admin.Id, Role = global::Sessions.People.Role.Admin, CreatedAt = now }).Save();
        var (open, held) = await Sessions(site, now);
        var other = await new Samples(database).Series("other", "Other").Session("one", At(now, 14 * 24 * 60)).SiteText("about", "Who *we* are.").Save();
        await database.Write(async db => (await db.Series.SingleAsync(s => s.Id == site.SeriesId)).Venue = new("https://room.example.org/1", "https://stream.example.org"));

        var registrations = site.Get<RegistrationService>();
        foreach (var session in new[] { site.SessionId, open.Id }) await registrations.SignUp(session, Attendee, "Ann Attendee");
        await registrations.SignUp(other.LastSession.Id, "foreign@example.org");
        await database.Write(async db =>
        {
            var (session, person) = (await db.Sessions.SingleAsync(s => s.Id == held.Id), await db.People.SingleAsync(p => p.Address == Attendee));
            db.Add(new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = now }).Entity.Enter(session, now);
        });
        await new Samples(database).Add(new Question { Id = Known.Question, SeriesId = site.SeriesId, Kind = QuestionKind.Short, Text = "What brings you?", IsOnce = true, CreatedAt = now }).Save();
        await site.Get<StandingService>().Join(other.LastSeries.Id, Attendee);
        await site.Get<StandingService>().Follow(site.SeriesId, Attendee);
        var speaker = (await site.Get<SpeakerService>().Add(site.Host, site.SessionId, "Kim Example", Speaker)).Value;
        var speak = await SpeakToken(site, speaker);
        await site.Get<TalkService>().Accept(speak);
        await site.Get<TalkService>().Save(speak, new("Kim Example", null, null, null, null, null, null, false, false) { ShowsPage = true });
        var offered = await Proposal(site);
        await site.Get<PhotoService>().Set(speak, Files.PictureTests.Drawn(200, 200, SkiaSharp.SKEncodedImageFormat.Jpeg), Square.Middle);
        await site.Get<TalkService>().AddFile(speak, await Stored(site, Files.Samples.Pdf, "slides.pdf"));
        await site.Get<ArchiveService>().AddFile(site.Host, held.Id, await Stored(site, Files.Samples.Mp4, "talk.mp4"), new("The recording"));
        await site.Get<CaptionService>().Save(site.Host, held.Id, (await site.Get<ArchiveQueries>().Items(site.Host, held.Id))[0].Id, "en", "0:00 Good morning"u8.ToArray());
        var linked = (await site.Get<ArchiveService>().AddFile(site.Host, held.Id, await Stored(site, Files.Samples.Mp4, "linked.mp4"), new("The rehearsal"))).Value;
        await site.Get<CaptionService>().Save(site.Host, held.Id, linked, "en", "0:00 Good evening"u8.ToArray());
        await site.Get<ChapterService>().Save(site.Host, held.Id, linked, "0:00 Welcome\n12:00 Questions");
        await site.Get<TakedownService>().SetAudience(site.Host, held.Id, linked, RecordingAudience.WithLink);
        await site.Get<ArchiveService>().AddLink(site.Host, held.Id, ArchiveKind.Resource, "https://example.org/slides", new("Slides"));
        await site.Get<ArchiveService>().SaveWriteUp(site.Host, held.Id, "It *went* well.", null);
        await site.Get<SendMessage>().Save(site.Host, site.SeriesId, new(GroupAudience.Upcoming, null, "About the room", "See you there."));
        return await Look(site, host, admin, (open.Id, held.Id, other.LastSession.Id), (speaker, speak), offered);
    }

    /// <summary>A session nobody has heard of.</summary>
    public static async Task<Guid> Fresh(WholeSite site)
    {
        var when = Samples.At(2060, 6, 1);
        var session = new Session { SeriesId = site.SeriesId, Slug = $"{Guid.NewGuid():n}", When = when, CreatedAt = TimeProvider.System.Now() }.At(when);
        await new Samples(site.Database).Add(session).Save();
        return session.Id;
    }

    public static SessionTime At(NodaTime.Instant now, int minutesFromNow) =>
        SessionTime.Exact((now + NodaTime.Duration.FromMinutes(minutesFromNow)).InZone(SessionClock.Zone(Samples.Zone)).LocalDateTime, Samples.Zone, 60);

    /// <summary>A talk that somebody offers to the series, whom nobody knows.</summary>
    public static async Task<Guid> Proposal(WholeSite site)
    {
        var title = $"Bees {Guid.NewGuid():n}";
        await site.Get<SendProposal>().Save(new(ProposalKind.Talk, $"{Guid.NewGuid():n}@example.org", "Kit Example", title, "What they do.", null, "open"));
        await using var db = site.Database.Read();
        return await db.Proposals.Where(p => p.Title == title).Select(p => p.Id).SingleAsync();
    }

    private static async Task<(Session Open, Session Held)> Sessions(WholeSite site, NodaTime.Instant now)
    {
        Session Make(string slug, SessionTime when) =>
            new Session { SeriesId = site.SeriesId, Slug = slug, Title = $"The one called {slug}", When = when, CreatedAt = now, PublishedAt = now }.At(when);
        var (open, held) = (Make("open-now", At(now, 10)), Make("held", At(now, -14 * 24 * 60)));
        open.OwnVenue = new(Address: "The town hall");
        await new Samples(site.Database).Add(open).Add(held).Save();
        return (open, held);
    }

    private static async Task<SavedFile> Stored(WholeSite site, byte[] bytes, string name) =>
        (await site.Get<FileStore>().Save(new MemoryStream(bytes), name)).Value!;

    private static async Task<string> SpeakToken(WholeSite site, Guid appearance) =>
        (await SpeakerPath.Of(site.Database, site.Get<StandingLinks>(), appearance))["/speak/".Length..];

    private static async Task<Known> Look(WholeSite site, Person host, Person admin, (Guid Open, Guid Held, Guid Foreign) sessions, (Guid Id, string Token) speaker, Guid offered)
    {
        await using var db = site.Database.Read();
        var links = site.Get<StandingLinks>();
        var places = await db.Registrations.Include(r => r.Person).ToListAsync();
        var (place, now, foreign) = (places.Single(p => p.SessionId == site.SessionId), places.Single(p => p.SessionId == sessions.Open),
            places.Single(p => p.SessionId == sessions.Foreign && p.StandingId is null));
        var person = place.Person!;
        var files = await db.Files.ToListAsync();
        return new()
        {
            Host = host.Address!,
            HostId = host.Id,
            Admin = admin.Address!,
            Attendee = Attendee,
            SpeakerAddress = Speaker,
            Place = place.Id,
            Standing = (await db.Standing.SingleAsync()).Id,
            Follower = (await db.Followers.SingleAsync()).Id,
            My = links.My(person),
            Join = links.Join(place, person),
            JoinNow = links.Join(now, person),
            JoinHeld = links.Join(places.Single(p => p.SessionId == sessions.Held), person),
            CheckIn = links.CheckIn(now, person),
            Speak = speaker.Token,
            Proposal = offered,
            Offer = links.Link(await db.Proposals.SingleAsync(p => p.Id == offered), await db.Proposals.Where(p => p.Id == offered).Select(p => p.Person!).SingleAsync())["/my-offer/".Length..],
            Feed = links.Token(LinkPurpose.Feed, person.Id, person.LinkGeneration),
            Unsubscribe = links.Token(LinkPurpose.Unsubscribe, person.Id, person.LinkGeneration),
            NotMe = links.Token(LinkPurpose.NotMe, person.Id, person.LinkGeneration),
            AppearanceId = speaker.Id,
            SpeakerSlug = (await db.People.SingleAsync(p => p.Address == Speaker)).Slug!,
            PhotoTag = (await db.People.SingleAsync(p => p.Address == Speaker)).PhotoTag!,
            HeldId = sessions.Held,
            Recording = await db.Recordings.Where(r => r.File!.Name == "talk.mp4").Select(r => r.Id).SingleAsync(),
            Resource = await db.Resources.Where(r => r.Url == "https://example.org/slides").Select(r => r.Id).SingleAsync(),
            PublicFile = files.Single(f => f.Name == "talk.mp4").Id,
            PublicFileName = "talk.mp4",
            SpeakerFile = files.Single(f => f.Name == "slides.pdf").Id,
            Watch = links.Token(LinkPurpose.Watch, await db.Recordings.Where(r => r.File!.Name == "linked.mp4").Select(r => r.Id).SingleAsync(), 0),
            Upload = site.Get<UploadStore>().Create($"speaker {speaker.Id}", 1_000_000, "talk.mp4", "", TimeProvider.System.Now()).Value!.Id,
            Message = (await db.GroupMessages.SingleAsync()).Id,
            Mail = (await db.Outbox.FirstAsync(m => m.SessionId == site.SessionId)).Id,
            ForeignSession = sessions.Foreign,
            ForeignMy = links.My(foreign.Person!),
            ForeignPlace = foreign.Id,
        };
    }
}
