using Bunit;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Media;
using Sessions.Tests.Support;
using Sessions.Web.Host.Room;

namespace Sessions.Tests.Web.Host;

public sealed class MediaBoxTests
{
    [Fact]
    public async Task A_host_sees_how_far_it_is_why_it_failed_and_has_it_tried_again()
    {
        await using var stage = await ConsoleStage.Create();
        var (session, recording) = await Recording(stage);
        await stage.Database.Write(async db =>
        {
            (await db.Recordings.SingleAsync()).Seconds = 3480;
            var (done, failed) = (new MediaWork { RecordingId = recording, Step = MediaStep.Look, ChangedAt = ConsoleStage.Now }, new MediaWork { RecordingId = recording, Step = MediaStep.Poster, ChangedAt = ConsoleStage.Now });
            var working = new MediaWork { RecordingId = recording, Step = MediaStep.Audio, ChangedAt = ConsoleStage.Now };
            done.Finish(ConsoleStage.Now);
            failed.Fail(MediaFault.Unreadable, "moov atom not found", ConsoleStage.Now);
            working.Begin(ConsoleStage.Now);
            db.AddRange(done, failed, working);
        });
        stage.Progress.Say(new(recording, MediaStep.Audio, 40));

        var box = Box(stage, session);
        box.WaitForAssertion(() => Assert.Contains("Making the audio version, 40\u00a0%", box.Markup, StringComparison.Ordinal));
        Assert.Equal("40", box.Find("progress").GetAttribute("value"));
        Assert.Contains("58 min", box.Markup, StringComparison.Ordinal);
        Assert.Contains("ffmpeg said: moov atom not found", box.Markup, StringComparison.Ordinal);

        await box.Find("button").ClickAsync(new());
        box.WaitForAssertion(() => Assert.Contains("The poster comes next", box.Markup, StringComparison.Ordinal));
        Assert.Empty(box.FindAll("button"));
    }

    [Fact]
    public async Task Without_the_tools_it_says_once_what_brings_them()
    {
        await using var stage = await ConsoleStage.Create();
        stage.Media = new(Ffmpeg: "/nowhere/ffmpeg");
        var (session, _) = await Recording(stage);

        var box = Box(stage, session);

        box.WaitForAssertion(() => Assert.Contains("once ffmpeg is installed", box.Markup, StringComparison.Ordinal));
        Assert.Empty(box.FindAll("table"));
    }

    [Fact]
    public async Task Where_the_settings_want_nothing_of_it_nothing_is_said()
    {
        await using var stage = await ConsoleStage.Create();
        stage.Media = new(MediaWish.Nothing);
        var (session, _) = await Recording(stage);

        Assert.DoesNotContain("box", Box(stage, session).Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<MediaBox> Box(ConsoleStage stage, Guid session) =>
        stage.Render<MediaBox>(p => p.Add(b => b.SessionId, session).Add(b => b.MayEdit, true).Add(b => b.Items, []));

    private static async Task<(Guid Session, Guid Recording)> Recording(ConsoleStage stage)
    {
        var samples = await stage.Plan(s => s.Series("weekly").Session("one", Samples.At(2023, 10, 4)));
        await stage.SignIn(samples.LastSeries.Id);
        var file = new StoredFile { SessionId = samples.LastSession.Id, Name = "talk.mp4", MediaType = "video/mp4", Length = 9, Sha256 = new('0', 64), CreatedAt = ConsoleStage.Now };
        var recording = new Recording { SessionId = samples.LastSession.Id, FileId = file.Id, IsPublic = true, CreatedAt = ConsoleStage.Now };
        await stage.Database.Write(db => Task.FromResult((db.Add(file), db.Add(recording))));
        return (samples.LastSession.Id, recording.Id);
    }
}
