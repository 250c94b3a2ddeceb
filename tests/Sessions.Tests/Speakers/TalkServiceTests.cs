using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Speakers;

public sealed class TalkServiceTests
{
    private static readonly TalkForm Full = new("Kim Example", "Bees and buses", "What both have in common.", "Director, Example", "Kim counts.",
        "example.org/kim\r\nhttps://example.org/b", "CC-BY-4.0", MayRecord: true, MayPublish: true);

    [Theory, EachDatabase]
    public async Task What_is_missing_shrinks_until_nothing_is(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        Assert.Equal(Missing.Asked, (await stage.Page(token))!.Missing.Count);

        await stage.Talks.Accept(token);
        await stage.Talks.Save(token, Full);
        Assert.Equal([TalkItem.Photo, TalkItem.Slides], (await stage.Page(token))!.Missing);

        await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Pdf, "slides.pdf"));
        Assert.Equal([TalkItem.Photo], (await stage.Page(token))!.Missing);
        Assert.Equal([TalkItem.Photo], (await stage.Queries.Programme(stage.Host, stage.SessionId)).Single().Missing);

        await stage.Database.Write(async db => (await db.People.SingleAsync(p => p.Address == "kim@example.org")).PhotoTag = "1");
        Assert.Empty((await stage.Page(token))!.Missing);
    }

    [Theory, EachDatabase]
    public async Task Everything_typed_comes_back(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        var saved = (await stage.Talks.Save(token, Full)).Value!;

        Assert.Empty(saved.Faults);
        Assert.NotNull(saved.At);
        Assert.Equal(Full with { Links = "https://example.org/kim\nhttps://example.org/b" }, (await stage.Page(token))!.Form);
    }

    [Theory, EachDatabase]
    public async Task A_fault_is_named_and_nothing_is_saved(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        var saved = (await stage.Talks.Save(token, Full with { Bio = new string('a', 601), Links = "javascript:alert(1)", Licence = "WTFPL", Name = " " })).Value!;

        Assert.Null(saved.At);
        Assert.Equal(
            [(TalkField.Name, TalkFaultKind.Missing), (TalkField.Bio, TalkFaultKind.TooLong), (TalkField.Links, TalkFaultKind.NotALink), (TalkField.Licence, TalkFaultKind.Unknown)],
            saved.Faults.Select(f => (f.Field, f.Kind)));
        Assert.Null((await stage.Page(token))!.Form.Title);
    }

    [Theory, EachDatabase]
    public async Task A_file_is_public_exactly_while_its_speaker_consents(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        var file = await stage.Saved(Files.Samples.Pdf, "slides.pdf");
        await stage.Talks.AddFile(token, file);
        Assert.Null(await stage.ArchiveQueries.PublicFile(file.Id));
        Assert.NotNull(await stage.Queries.OwnFile(token, file.Id, stage.Time.Now()));
        Assert.NotNull(await stage.ArchiveQueries.HeldFile(stage.Host, stage.SessionId, file.Id));
        Assert.Null(await stage.ArchiveQueries.HeldFile(stage.Stranger, stage.SessionId, file.Id));

        await stage.Talks.Save(token, Full);
        Assert.Equal("slides.pdf", (await stage.ArchiveQueries.PublicFile(file.Id))?.Name);
        Assert.Equal("Bees and buses, Kim Example, CC BY 4.0", (await stage.Page(token))!.Items.Single().Credit);

        await stage.Talks.Save(token, Full with { MayPublish = false });
        Assert.Null(await stage.ArchiveQueries.PublicFile(file.Id));

        await stage.Talks.Save(token, Full);
        await stage.Talks.Decline(token, null);
        Assert.Null(await stage.ArchiveQueries.PublicFile(file.Id));
    }

    [Theory, EachDatabase]
    public async Task Consent_taken_back_takes_down_at_once_tells_the_hosts_and_only_the_speaker_gives_it_again(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var takedown = new TakedownService(stage.Database, stage.Time);
        var (_, token) = await stage.Speaker();
        var file = await stage.Saved(Files.Samples.Pdf, "slides.pdf");
        await stage.Talks.AddFile(token, file);
        await stage.Talks.Save(token, Full);
        var item = (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId)).Single();
        Assert.False(await stage.ArchiveQueries.IsTakenDown(file.Id));

        await stage.Talks.Save(token, Full with { MayPublish = false });

        Assert.Null(await stage.ArchiveQueries.PublicFile(file.Id));
        Assert.True(await stage.ArchiveQueries.IsTakenDown(file.Id));
        await using (var db = stage.Database.Read())
        {
            Assert.Equal("Kim Example took back the consent to publish: one file or link was taken down", (await db.Audit.OrderByDescending(a => a.Id).FirstAsync(a => a.Text.Contains("took back"))).Text);
            Assert.NotNull((await Sessions.Views.HostedRows.ListHosted(db, db.Sessions)).Single().WithdrawnAt);
        }

        Assert.Equal(ArchiveRefusal.NeedsConsent, await takedown.PutBack(stage.Host, stage.SessionId, item.Id));
        await stage.Talks.Save(token, Full);
        Assert.NotNull(await stage.ArchiveQueries.PublicFile(file.Id));
        Assert.False(await stage.ArchiveQueries.IsTakenDown(file.Id));

        await takedown.TakeDown(stage.Host, stage.SessionId, item.Id, TakedownReason.Report, null);
        await stage.Talks.Save(token, Full with { MayPublish = false });
        await stage.Talks.Save(token, Full);
        Assert.Null(await stage.ArchiveQueries.PublicFile(file.Id));
        Assert.Null(await takedown.PutBack(stage.Host, stage.SessionId, item.Id));
        Assert.NotNull(await stage.ArchiveQueries.PublicFile(file.Id));
    }

    [Theory, EachDatabase]
    public async Task A_removed_file_is_gone_from_the_disk_and_only_its_own_speaker_can_remove_it(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        var (_, other) = await stage.Speaker("Lee Example", "lee@example.org");
        await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Pdf, "slides.pdf"));
        var item = (await stage.Page(token))!.Items.Single();

        Assert.Empty((await stage.Page(other))!.Items);
        Assert.Null(await stage.Queries.OwnFile(other, item.File!.Id, stage.Time.Now()));
        Assert.Equal(SpeakerRefusal.NotFound, await stage.Talks.Remove(other, item.Id));
        Assert.Equal(1, stage.FilesOnDisk);

        Assert.Null(await stage.Talks.Remove(token, item.Id));
        Assert.Equal(0, stage.FilesOnDisk);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_is_refused_does_not_stay_on_the_disk(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        for (var i = 0; i < TalkForm.MostItems; i++) await stage.Talks.AddLink(token, "example.org", null);
        Assert.Equal(SpeakerRefusal.TooMany, await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Pdf, "one-too-many.pdf")));
        await stage.Speakers.RevokeLink(stage.Host, id);
        Assert.Equal(SpeakerRefusal.LinkNotOpen, await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Pdf, "late.pdf")));
        Assert.Equal(0, stage.FilesOnDisk);
    }

    [Theory, EachDatabase]
    public async Task A_revoked_expired_or_foreign_link_does_nothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, old) = await stage.Speaker();
        await stage.Speakers.RevokeLink(stage.Host, id);
        var token = await stage.Token(id);
        foreach (var wrong in new[] { old, "", "x", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), new string('A', 48) })
        {
            Assert.Null(await stage.Page(wrong));
            Assert.Equal(SpeakerRefusal.LinkNotOpen, await stage.Talks.Accept(wrong));
            Assert.Equal(SpeakerRefusal.LinkNotOpen, (await stage.Talks.Save(wrong, Full)).No);
        }

        stage.Time.MoveTo(new DateTimeOffset(2027, 2, 25, 12, 59, 0, TimeSpan.Zero));
        Assert.NotNull(await stage.Page(token));
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await stage.Page(token));
        Assert.Equal(SpeakerRefusal.LinkNotOpen, await stage.Talks.Accept(token));
    }

    [Theory, EachDatabase]
    public async Task Speakers_see_the_names_of_the_others_and_nothing_else_of_them(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Speaker("Lee Example", "lee@example.org");
        Assert.Equal(["Lee Example"], (await stage.Page(token))!.With);
    }

    [Theory, EachDatabase]
    public async Task A_host_adds_and_removes_links_files_and_the_write_up(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (host, session) = (stage.Host, stage.SessionId);
        Assert.Equal(ArchiveRefusal.NotALink, (await stage.Archive.AddLink(host, session, ArchiveKind.Recording, "ftp://example.org/a", new())).No);
        Assert.Equal(ArchiveRefusal.TitleMissing, (await stage.Archive.AddLink(host, session, ArchiveKind.Resource, "example.org", new())).No);
        Assert.Equal(ArchiveRefusal.LicenceUnknown, (await stage.Archive.AddLink(host, session, ArchiveKind.Resource, "example.org", new("Data", "none"))).No);
        Assert.Equal(ArchiveRefusal.NotAllowed, (await stage.Archive.AddLink(stage.Stranger, session, ArchiveKind.Recording, "example.org", new())).No);
        Assert.Null((await stage.Archive.AddLink(host, session, ArchiveKind.Recording, "https://video.example.org/watch?v=1", new("Recording"))).No);
        Assert.Null((await stage.Archive.AddFile(host, session, await stage.Saved(Files.Samples.Mp4, "talk.mp4"), new(Licence: "CC0-1.0"))).No);
        Assert.Equal(ArchiveRefusal.NotAllowed, (await stage.Archive.AddFile(stage.Stranger, session, await stage.Saved(Files.Samples.Pdf, "x.pdf"), new())).No);
        Assert.Null(await stage.Archive.SaveWriteUp(host, session, "It **went** well.", null));

        var items = await stage.ArchiveQueries.Items(host, session);
        Assert.Equal([ArchiveKind.Recording, ArchiveKind.Recording], items.Select(i => i.Kind));
        Assert.Empty(await stage.ArchiveQueries.Items(stage.Stranger, session));
        Assert.Equal("It **went** well.", (await stage.ArchiveQueries.WriteUp(host, session))?.Text);

        Assert.Equal(ArchiveRefusal.NotAllowed, await stage.Archive.Remove(stage.Stranger, session, items[1].Id));
        foreach (var item in items) Assert.Null(await stage.Archive.Remove(host, session, item.Id));
        Assert.Equal(ArchiveRefusal.NotFound, await stage.Archive.Remove(host, session, items[0].Id));
        Assert.Equal(0, stage.FilesOnDisk);
    }
}
