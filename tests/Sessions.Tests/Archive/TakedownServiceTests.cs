using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Archive;

public sealed class TakedownServiceTests
{
    [Theory, EachDatabase]
    public async Task What_is_taken_down_or_not_for_everybody_is_on_no_page_and_in_no_search_and_comes_back_when_it_is_put_back(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (takedown, recording) = (new TakedownService(stage.Database, stage.Time), await Recording(stage));
        Assert.True(await IsShown(stage, recording));

        foreach (var audience in new[] { RecordingAudience.Members, RecordingAudience.WithLink })
        {
            Assert.Null(await takedown.SetAudience(stage.Host, stage.SessionId, recording, audience));
            Assert.False(await IsShown(stage, recording));
        }

        Assert.Null(await takedown.SetAudience(stage.Host, stage.SessionId, recording, RecordingAudience.Everybody));
        Assert.True(await IsShown(stage, recording));
        Assert.Null(await takedown.TakeDown(stage.Host, stage.SessionId, recording, TakedownReason.Report, "A letter of the 3rd\0"));
        Assert.False(await IsShown(stage, recording));
        Assert.Equal(ArchiveRefusal.SameAsBefore, await takedown.TakeDown(stage.Host, stage.SessionId, recording, TakedownReason.Other, null));
        Assert.Null(await takedown.PutBack(stage.Host, stage.SessionId, recording));
        Assert.True(await IsShown(stage, recording));
        Assert.Equal(ArchiveRefusal.SameAsBefore, await takedown.PutBack(stage.Host, stage.SessionId, recording));

        await using var db = stage.Database.Read();
        var said = await db.Audit.Select(a => a.Text).ToListAsync();
        Assert.Contains("Took down \"talk.mp4\": somebody reported it (A letter of the 3rd)", said);
        Assert.Contains("Put back \"talk.mp4\"", said);
        Assert.Contains("Showed \"talk.mp4\" to people who are signed up", said);
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_takes_down_or_opens_anything_and_what_is_unknown_is_refused(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (takedown, recording) = (new TakedownService(stage.Database, stage.Time), await Recording(stage));
        var resource = (await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Resource, "https://example.org/a", new("Slides"))).Value;

        Assert.Equal(ArchiveRefusal.NotAllowed, await takedown.TakeDown(stage.Stranger, stage.SessionId, recording, TakedownReason.Report, null));
        Assert.Equal(ArchiveRefusal.NotAllowed, await takedown.SetAudience(stage.Stranger, stage.SessionId, recording, RecordingAudience.Members));
        Assert.Equal(ArchiveRefusal.NotAllowed, await takedown.RenewLink(stage.Stranger, stage.SessionId, recording));
        Assert.Equal(ArchiveRefusal.NotAllowed, await takedown.PutBack(stage.Stranger, stage.SessionId, recording));
        Assert.Equal(ArchiveRefusal.NotFound, await takedown.TakeDown(stage.Host, stage.SessionId, Guid.NewGuid(), TakedownReason.Report, null));
        Assert.Equal(ArchiveRefusal.NotFound, await takedown.SetAudience(stage.Host, stage.SessionId, resource, RecordingAudience.Members));
        Assert.Equal(ArchiveRefusal.ChoiceUnknown, await takedown.SetAudience(stage.Host, stage.SessionId, recording, (RecordingAudience)9));
        Assert.Equal(ArchiveRefusal.ChoiceUnknown, await takedown.TakeDown(stage.Host, stage.SessionId, recording, TakedownReason.BySpeaker, null));
        Assert.Equal(ArchiveRefusal.TooLong, await takedown.TakeDown(stage.Host, stage.SessionId, recording, TakedownReason.Other, new('a', 301)));
        Assert.True(await IsShown(stage, recording));
        Assert.Null(await takedown.TakeDown(stage.Host, stage.SessionId, resource, TakedownReason.Other, null));
        Assert.Empty((await Page(stage)).Resources);
        Assert.Equal([ArchiveKind.Resource], (await Page(stage)).TakenDown.Select(t => t.Kind));
    }

    [Theory, EachDatabase]
    public async Task A_link_of_its_own_opens_until_it_is_closed(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (takedown, recording) = (new TakedownService(stage.Database, stage.Time), await Recording(stage));
        var (links, view) = (new AudienceQueries(stage.Database, stage.Links), new WatchView(stage.Database, stage.Links));
        Assert.Empty((await links.Links(stage.Host, stage.SessionId))!);
        await takedown.SetAudience(stage.Host, stage.SessionId, recording, RecordingAudience.WithLink);
        Assert.Null(await links.Links(stage.Stranger, stage.SessionId));
        var token = (await links.Links(stage.Host, stage.SessionId))![recording];

        Assert.Equal("talk.mp4", (await view.ByLink(token))!.Recording!.File!.Name);
        Assert.Equal("talk.mp4", (await view.FileByLink(token, "talk.mp4")).What!.Name);
        Assert.Contains("wombat", (await view.CaptionsByLink(token, "en")).What!.Text, StringComparison.Ordinal);
        await takedown.TakeDown(stage.Host, stage.SessionId, recording, TakedownReason.Other, null);
        Assert.Null((await view.ByLink(token))!.Recording);
        Assert.Equal(new(null, true), await view.FileByLink(token, "talk.mp4"));
        await takedown.PutBack(stage.Host, stage.SessionId, recording);

        await takedown.RenewLink(stage.Host, stage.SessionId, recording);
        Assert.Null(await view.ByLink(token));
        var another = (await links.Links(stage.Host, stage.SessionId))![recording];
        Assert.NotNull(await view.ByLink(another));
        await takedown.SetAudience(stage.Host, stage.SessionId, recording, RecordingAudience.Everybody);
        Assert.Null(await view.ByLink(another));
    }

    private static async Task<bool> IsShown(Stage stage, Guid recording)
    {
        var page = await Page(stage);
        await using var db = stage.Database.Read();
        var listed = (await SessionRows.List(db, db.Sessions)).Single();
        var file = (await db.Recordings.SingleAsync(r => r.Id == recording)).FileId!.Value;
        bool[] places =
        [
            page.Recordings.Any(r => r.Id == recording), page.Captions.Any(c => c.RecordingId == recording), listed.HasRecording,
            await stage.ArchiveQueries.PublicFile(file) is not null, await new CaptionQueries(stage.Database).Public(recording, "en") is not null,
            (await db.SearchSessions.SingleAsync()).HasRecording, (await db.SearchSessions.SingleAsync()).Texts.Contains("wombat", StringComparison.Ordinal),
        ];
        Assert.True(places.Distinct().Count() == 1, string.Join(' ', places));
        return places[0];
    }

    private static async Task<SessionFacts> Page(Stage stage) => (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!;

    private static async Task<Guid> Recording(Stage stage)
    {
        var recording = (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Files.Samples.Mp4, "talk.mp4"), new())).Value;
        await new CaptionService(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, recording, "en", "0:00 A wombat walks in"u8.ToArray());
        return recording;
    }
}
