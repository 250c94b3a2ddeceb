using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive;

public sealed class CaptionServiceTests
{
    [Theory, EachDatabase]
    public async Task Captions_are_kept_by_language_and_a_second_file_takes_the_place_of_the_first(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = (new CaptionService(stage.Database, stage.Time), new CaptionQueries(stage.Database));
        var recording = await Recording(stage);

        Assert.Equal(1, (await service.Save(stage.Host, stage.SessionId, recording, "EN", File("0:00 Good morning"))).Value!.Cues);
        await service.Save(stage.Host, stage.SessionId, recording, "de", File("0:00 Guten Morgen"));
        await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good evening\n0:07 and welcome"));

        Assert.Equal([("de", 1), ("en", 2)], (await queries.Of(stage.Host, stage.SessionId)).Select(c => (c.Language, c.Cues)));
        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:07.000\nGood evening\n\n00:00:07.000 --> 00:00:12.000\nand welcome\n", (await queries.Public(recording, "en"))!.Text);
        Assert.Null(await service.Remove(stage.Host, stage.SessionId, recording, "en"));
        Assert.Equal(["de"], (await queries.Of(stage.Host, stage.SessionId)).Select(c => c.Language));
        Assert.Equal(ArchiveRefusal.NotFound, await service.Remove(stage.Host, stage.SessionId, recording, "en"));
    }

    [Theory, EachDatabase]
    public async Task A_file_at_fault_is_named_line_by_line_and_what_was_there_stays(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = new CaptionService(stage.Database, stage.Time);
        var recording = await Recording(stage);
        await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good morning"));

        var taken = (await service.Save(stage.Host, stage.SessionId, recording, "en", File("WEBVTT\n\n00:04.000 --> 00:01.000\nOne\n\nsoon\nTwo"))).Value!;

        Assert.Equal(0, taken.Cues);
        Assert.Equal([new(3, CaptionFaultKind.EndsBeforeItBegins), new(6, CaptionFaultKind.TimeMissing)], taken.Faults);
        Assert.Contains("Good morning", (await new CaptionQueries(stage.Database).Public(recording, "en"))!.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_gives_or_takes_captions_and_none_goes_to_a_recording_of_another_session(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = (new CaptionService(stage.Database, stage.Time), new CaptionQueries(stage.Database));
        var recording = await Recording(stage);
        await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good morning"));

        Assert.Equal(ArchiveRefusal.NotAllowed, (await service.Save(stage.Stranger, stage.SessionId, recording, "en", File("0:00 Mine"))).No);
        Assert.Equal(ArchiveRefusal.NotAllowed, await service.Remove(stage.Stranger, stage.SessionId, recording, "en"));
        Assert.Equal(ArchiveRefusal.NotFound, (await service.Save(stage.Host, stage.SessionId, Guid.NewGuid(), "en", File("0:00 Mine"))).No);
        Assert.Empty(await queries.Of(stage.Stranger, stage.SessionId));
        Assert.Null(await queries.Held(stage.Stranger, stage.SessionId, recording, "en"));
        foreach (var language in new[] { null, "", "english", "x", "en\0", "en_GB", "zz-ZZ-qqqq", "../en" })
            Assert.Equal(ArchiveRefusal.LanguageUnknown, (await service.Save(stage.Host, stage.SessionId, recording, language, File("0:00 Good morning"))).No);
    }

    [Theory, EachDatabase]
    public async Task Captions_are_public_with_their_recording_alone_and_go_with_it(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider, published: false);
        var (service, queries) = (new CaptionService(stage.Database, stage.Time), new CaptionQueries(stage.Database));
        var recording = await Recording(stage);
        await service.Save(stage.Host, stage.SessionId, recording, "en", File("0:00 Good morning"));

        Assert.Null(await queries.Public(recording, "en"));
        Assert.NotNull(await queries.Held(stage.Host, stage.SessionId, recording, "en"));
        Assert.Null(await stage.Archive.Remove(stage.Host, stage.SessionId, recording));

        await using var db = stage.Database.Read();
        Assert.Equal(0, await db.CaptionTracks.CountAsync());
    }

    [Fact]
    public void A_transcript_reads_as_a_text_with_its_speakers_and_now_and_then_the_time()
    {
        var cues = CaptionReader.Read("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada Example>Good\nmorning\n\n00:03.000 --> 00:05.000\n<v Ada Example>and welcome.\n\n01:04:07.000 --> 01:04:09.000\n<v Bea Example>Thank you.").Cues;

        Assert.Equal("[0:01] Ada Example: Good morning and welcome.\n\n[1:04:07] Bea Example: Thank you.\n", Transcript.Write(cues));
    }

    private static async Task<Guid> Recording(Stage stage) =>
        (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Files.Samples.Mp4, "talk.mp4"), new("The recording"))).Value;

    private static byte[] File(string text) => Encoding.UTF8.GetBytes(text);
}
