using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Feeds.Open;

/// <summary>A site with something of everything in public, and beside each of it something that is nobody else's business.</summary>
internal sealed class OpenStage : IAsyncDisposable
{
    /// <summary>Ends the block it stands in, and more, unless it is escaped.</summary>
    public const string Nasty = "Data & </script><!-- \"us\" 'n' <b>them</b>";

    /// <summary>Words of what is not public: no output may hold one of them.</summary>
    public static IReadOnlyList<string> Private { get; } =
    [
        "room.example.org", "/people/no-page", "speaker.address@example.org", "attendee@example.org", "A draft", "drafts-only", "Unpublished series", "Not yet agreed", "hidden.mp4", "Asked Person", "Declined Person",
        "told-the-hosts", "hidden-captions", "For members alone", "By its link alone", "Taken away", "closed.example.org", "shared-file.csv",
    ];

    public static IReadOnlyList<string> Outputs { get; } =
    [
        "/", "/archive", "/series/weekly", "/series/weekly/held", "/series/weekly/ahead", "/series/weekly/feed.xml", "/series/weekly/podcast.xml", "/series/weekly.json", "/series/weekly/held.json",
        "/series/weekly/ahead.json", "/data/sessions.json", "/data/sessions.csv", "/sitemap.xml", "/robots.txt", "/embed/weekly/held",
        "/oembed?url=https%3A%2F%2Fsessions.example.org%2Fseries%2Fweekly%2Fheld", "/people/kim-example",
    ];

    public PublicSite Site { get; } = new();

    public Guid Recording { get; private set; }

    public Guid Held { get; private set; }

    public static async Task<OpenStage> Open()
    {
        var stage = new OpenStage();
        await stage.Fill();
        return stage;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task Fill()
    {
        var at = Instant.FromUtc(2023, 9, 22, 10, 0);
        var samples = Site.Samples.Series("weekly", "Open & weekly", s => (s.Aim, s.Venue) = ("Data for lives.", new("https://room.example.org/series")))
            .Session("held", Samples.At(2023, 9, 20), Nasty, 7, s => (s.Announcement, s.OwnVenue) = ("See [the archive](/archive) & *more*.", new("https://room.example.org/held", "https://stream.example.org/7")))
            .Speaker("Kim Example", "Analyst, Example Trust", "=1+1", person: p => (p.Address, p.ShowsPage) = ("speaker.address@example.org", true))
            .Speaker("No Page", person: p => p.Address = "pageless@example.org")
            .Speaker("Asked Person", with: a => a.Ask(at))
            .Speaker("Declined Person", with: a => a.Decline("told-the-hosts", at));
        Held = samples.LastSession.Id;
        var film = new StoredFile { SessionId = Held, Name = "Film & more.mp4", MediaType = "video/mp4", Length = 1_234_567, Sha256 = new('a', 64), CreatedAt = at };
        var hidden = new StoredFile { SessionId = Held, Name = "hidden.mp4", MediaType = "video/mp4", Length = 5, Sha256 = new('b', 64), CreatedAt = at };
        var recording = new Recording { SessionId = Held, FileId = film.Id, Title = "The talk", Licence = "CC-BY-4.0", Credit = "Open Example", Chapters = "0:00 Welcome & more\n1:05 Figures", IsPublic = true, CreatedAt = at };
        var waiting = new Recording { SessionId = Held, FileId = hidden.Id, Title = "Not yet agreed", IsPublic = false, CreatedAt = at };
        var shared = new StoredFile { SessionId = Held, Name = "shared-file.csv", MediaType = "text/csv", Length = 5, Sha256 = new('c', 64), CreatedAt = at };
        Recording = recording.Id;
        await samples.Add(film).Add(hidden).Add(recording).Add(waiting)
            .Add(new CaptionTrack { RecordingId = recording.Id, Language = "en", Text = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nGood morning\n", Cues = 1, UpdatedAt = at })
            .Add(new CaptionTrack { RecordingId = waiting.Id, Language = "de", Text = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nhidden-captions\n", Cues = 1, UpdatedAt = at })
            .Add(new Recording { SessionId = Held, Url = "https://video.example.org/members", Title = "For members alone", IsPublic = true, Audience = RecordingAudience.Members, CreatedAt = at })
            .Add(new Recording { SessionId = Held, Url = "https://video.example.org/link", Title = "By its link alone", IsPublic = true, Audience = RecordingAudience.WithLink, CreatedAt = at })
            .Add(new Recording { SessionId = Held, Url = "https://video.example.org/gone", Title = "Taken away", IsPublic = true, TakenDownAt = at, TakenDownBecause = TakedownReason.Report, CreatedAt = at })
            .Add(new Resource { SessionId = Held, Url = "https://example.org/gone.csv", Title = "Taken away", IsPublic = true, TakenDownAt = at, TakenDownBecause = TakedownReason.Report, CreatedAt = at })
            .Add(new Resource { SessionId = Held, Url = "https://closed.example.org/1", Title = "It exists", Access = ResourceAccess.Closed, IsPublic = true, CreatedAt = at })
            .Add(shared).Add(new Resource { SessionId = Held, FileId = shared.Id, Title = "For some", Access = ResourceAccess.Shared, IsPublic = true, CreatedAt = at })
            .RecordingAt("https://video.example.org/watch?v=1&t=2").ResourceAt("Figures", "https://example.org/figures.csv", "CC0-1.0").ResourceAt("Not yet agreed", "https://example.org/secret.csv", isPublic: false)
            .WriteUp("It *went* well.")
            .Session("ahead", Samples.At(2023, 11, 1), "Ahead", 8, s => s.Move(Samples.At(2023, 11, 8), at))
            .Session("drafts-only", Samples.At(2023, 12, 1), "A draft", published: false)
            .Session("october", SessionTime.InMonth(new(2023, 10), Samples.Zone), with: s => s.Cancel(Guid.NewGuid(), "No room", at))
            .Series("secret", "Unpublished series", published: false).Session("one", Samples.At(2023, 9, 1), "A draft too").Save();
        await ((RegistrationService)Site.Services.GetService(typeof(RegistrationService))!).SignUp(samples.LastSession.Id, "attendee@example.org");
    }
}
