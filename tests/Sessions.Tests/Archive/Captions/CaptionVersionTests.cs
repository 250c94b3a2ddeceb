using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Archive.Captions;

/// <summary>Nobody replaces captions that they have not seen.</summary>
public sealed class CaptionVersionTests
{
    [Theory, EachDatabase]
    public async Task Captions_that_somebody_else_saved_meanwhile_stay_and_what_was_seen_is_replaced(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries, recording) = (new CaptionService(stage.Database, stage.Time), new CaptionQueries(stage.Database), await Recording(stage));
        var first = (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good morning"))).Value!.Kept!;
        var second = (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good evening"), new(first.Version))).Value!.Kept!;

        Assert.Equal(ArchiveRefusal.Stale, (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good night"), new(first.Version))).No);
        Assert.Equal(ArchiveRefusal.Stale, (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good night"), new((string?)null))).No);
        Assert.Equal((second.Text, second.Version), ((await queries.Held(stage.Host, stage.SessionId, recording, "en"))!.Text, (await queries.Held(stage.Host, stage.SessionId, recording, "en"))!.Version));
        Assert.Equal(1, (await service.Save(stage.Host, stage.SessionId, recording, "de", File("0:00 Gute Nacht"), new((string?)null))).Value!.Cues);
        Assert.Null(await service.Remove(stage.Host, stage.SessionId, recording, "en"));
        Assert.Equal(ArchiveRefusal.Stale, (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good night"), new(second.Version))).No);
        Assert.Equal(["de"], (await queries.Of(stage.Host, stage.SessionId)).Select(c => c.Language));
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_save_the_same_version_at_once_one_is_taken_and_no_other_is_lost_in_silence(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, recording) = (new CaptionService(stage.Database, stage.Time), await Recording(stage));
        var seen = new SeenCaptions((await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good morning"))).Value!.Kept!.Version);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => service.Save(stage.Host, stage.SessionId, recording, "en", File($"0:00 Words of number {n}"), seen))));

        var taken = Assert.Single(answers, a => a.Ok);
        Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal(ArchiveRefusal.Stale, a.No));
        Assert.Equal(taken.Value!.Kept!.Text, (await new CaptionQueries(stage.Database).Public(recording, "en"))!.Text);
    }

    [Theory, EachDatabase]
    public async Task What_is_saved_is_public_and_found_at_once_and_stands_in_the_history(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, recording) = (new CaptionService(stage.Database, stage.Time), await Recording(stage));
        var first = (await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 The ledes council"))).Value!.Kept!;

        await service.Save(stage.Host, stage.SessionId, recording, "en", File("WEBVTT\n\n00:00.000 --> 00:05.000\n<v Kim Example>The Leeds council"), new(first.Version));

        await using var db = stage.Database.Read();
        Assert.Equal("[0:00] Kim Example: The Leeds council\n", Transcript.Write(CaptionReader.Read((await new CaptionQueries(stage.Database).Public(recording, "en"))!.Text).Cues));
        Assert.Equal((1, 0), (await Found(stage, "leeds council"), await Found(stage, "ledes")));
        Assert.Equal(2, await db.Audit.CountAsync(a => a.Text.StartsWith("Saved the captions (en, 1)")));
    }

    [Theory, EachDatabase]
    public async Task The_editor_opens_for_whoever_may_write_captions_and_for_a_language_that_there_is(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (queries, recording) = (new CaptionQueries(stage.Database), await Recording(stage));

        var desk = await queries.Desk(stage.Host, stage.SessionId, recording, "PT-br");

        Assert.Equal(("First", "The recording", "talk.mp4", "pt-BR"), (desk!.SessionTitle, desk.RecordingTitle, desk.File!.Name, desk.Language));
        Assert.Null(await queries.Desk(stage.Stranger, stage.SessionId, recording, "en"));
        Assert.Null(await queries.Desk(stage.Host, stage.SessionId, Guid.NewGuid(), "en"));
        Assert.Null(await queries.Desk(stage.Host, stage.SessionId, recording, "english"));
    }

    private static async Task<Guid> Recording(Stage stage) =>
        (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Files.Samples.Mp4, "talk.mp4"), new("The recording"))).Value;

    /// <summary>Without a word put right.</summary>
    private static async Task<int> Found(Stage stage, string words) => await new ArchiveSearch(stage.Database).Read(new(words), stage.Time.Now()) is { Corrected: null } facts ? facts.Total : 0;

    private static byte[] File(string text) => Encoding.UTF8.GetBytes(text);
}
