using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Archive;

public sealed class ItemServiceTests
{
    private static readonly ResourceForm Whole = new("Beds by week", "https://example.org/beds.csv", ResourceKind.Data, "Kim Example", "The Library", "ODbL-1.0", "Beds, The Library", "https://example.org/source",
        ResourceAccess.Shared, "The Library", "PT-br", new LocalDate(2027, 5, 1));

    [Theory, EachDatabase]
    public async Task Everything_that_is_said_of_a_resource_is_kept_and_can_be_said_anew(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);
        var id = (await service.AddResource(stage.Host, stage.SessionId, Whole)).Value;

        var item = await Item(stage, id);
        Assert.Equal((Whole.Title, Whole.Url, Whole.Licence, Whole.Credit, true), (item.Title, item.Url, item.Licence, item.Credit, item.IsPublic));
        Assert.Equal(new(ResourceKind.Data, "Kim Example", "The Library", "https://example.org/source", ResourceAccess.Shared, "The Library", "pt-BR", new LocalDate(2027, 5, 1), stage.Time.Now()), item.Detail! with { Versions = item.Detail.Versions is [] ? [] : null! });

        Assert.Null(await service.EditResource(stage.Host, stage.SessionId, id, new("Beds", "example.org/beds")));
        item = await Item(stage, id);
        Assert.Equal(("Beds", "https://example.org/beds", null, null), (item.Title, item.Url, item.Licence, item.Credit));
        Assert.Equal((null, null, ResourceAccess.Open, null, null), (item.Detail!.Kind, item.Detail.Author, item.Detail.Access, item.Detail.Contact, item.Detail.ReviewBy));
        Assert.Equal(ResourceKind.Other, item.ResourceKind);
    }

    [Theory, EachDatabase]
    public async Task What_is_closed_needs_somebody_to_ask_and_nothing_of_it_leaves_the_house(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);

        Assert.Equal(ArchiveRefusal.ContactMissing, (await service.AddResource(stage.Host, stage.SessionId, new("Records", Access: ResourceAccess.Closed))).No);
        Assert.Equal(ArchiveRefusal.ContactMissing, (await service.AddResource(stage.Host, stage.SessionId, new("Records", Access: ResourceAccess.Shared))).No);
        Assert.Equal(ArchiveRefusal.NotALink, (await service.AddResource(stage.Host, stage.SessionId, new("Records"))).No);
        var closed = (await service.AddResource(stage.Host, stage.SessionId, new("Records", "https://example.org/secret", Access: ResourceAccess.Closed, Contact: "The Library"))).Value;
        var file = (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Tests.Files.Samples.Pdf, "slides.pdf"), new("Slides"))).Value;
        var stored = (await Item(stage, file)).File!.Id;
        Assert.NotNull(await stage.ArchiveQueries.PublicFile(stored));
        await service.EditResource(stage.Host, stage.SessionId, file, new("Slides", Access: ResourceAccess.Shared, Contact: "The Library"));

        var shown = (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.Resources;
        Assert.Equal([("Records", null, null, ResourceAccess.Closed, "The Library"), ("Slides", null, null, ResourceAccess.Shared, "The Library")], shown.Select(r => (r.Title, r.Url, r.File, r.Access, r.Contact)));
        Assert.Null(await stage.ArchiveQueries.PublicFile(stored));
        Assert.Null(await stage.ArchiveQueries.PublicVersion(closed, null));
        Assert.Null(await stage.ArchiveQueries.PublicVersion(file, null));
    }

    [Theory, EachDatabase]
    public async Task What_can_not_be_kept_is_refused_by_name_and_nothing_changes(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);
        var id = (await service.AddResource(stage.Host, stage.SessionId, Whole)).Value;
        var file = (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Tests.Files.Samples.Pdf, "slides.pdf"), new())).Value;
        (ArchiveRefusal No, ResourceForm Form)[] all =
        [
            (ArchiveRefusal.TitleMissing, Whole with { Title = " " }), (ArchiveRefusal.NotALink, Whole with { Url = "mailto:kim@example.org" }), (ArchiveRefusal.LicenceUnknown, Whole with { Licence = "WTFPL" }),
            (ArchiveRefusal.LanguageUnknown, Whole with { Language = "english" }), (ArchiveRefusal.KindUnknown, Whole with { Kind = (ResourceKind)99 }), (ArchiveRefusal.AccessUnknown, Whole with { Access = (ResourceAccess)9 }),
            (ArchiveRefusal.TooLong, Whole with { Author = new('x', 201) }), (ArchiveRefusal.TooLong, Whole with { Source = new('x', 501) }), (ArchiveRefusal.TooLong, Whole with { Contact = new('x', 501) }),
        ];

        foreach (var (no, form) in all)
        {
            Assert.Equal(no, await service.EditResource(stage.Host, stage.SessionId, id, form));
            Assert.Equal(no, (await service.AddResource(stage.Host, stage.SessionId, form)).No);
        }
        Assert.Equal(ArchiveRefusal.HasFile, await service.EditResource(stage.Host, stage.SessionId, file, Whole));
        Assert.Equal(ArchiveRefusal.NotAllowed, await service.EditResource(stage.Stranger, stage.SessionId, id, Whole));
        Assert.Equal(ArchiveRefusal.NotAllowed, (await service.AddResource(stage.Stranger, stage.SessionId, Whole)).No);
        Assert.Equal(ArchiveRefusal.NotFound, await service.EditResource(stage.Host, stage.SessionId, Guid.NewGuid(), Whole));
        Assert.Equal("Beds by week", (await Item(stage, id)).Title);
        Assert.Equal(2, (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_recording_gets_another_name_licence_and_credit_and_a_speakers_terms_stay_the_speakers(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);
        var id = (await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Recording, "https://video.example.org/1", new("Part 1"))).Value;
        var (_, token) = await stage.Speaker();
        await stage.Talks.AddFile(token, await stage.Saved(Tests.Files.Samples.Pdf, "slides.pdf"));
        var theirs = (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId)).Single(i => i.AppearanceId is not null);

        Assert.Null(await service.EditRecording(stage.Host, stage.SessionId, id, new("The whole hour", "CC0-1.0", "Open")));
        Assert.Equal(("The whole hour", "CC0-1.0", "Open"), ((await Item(stage, id)).Title, (await Item(stage, id)).Licence, (await Item(stage, id)).Credit));
        Assert.Equal(ArchiveRefusal.LicenceUnknown, await service.EditRecording(stage.Host, stage.SessionId, id, new("A", "None")));
        Assert.Equal(ArchiveRefusal.NotAllowed, await service.EditRecording(stage.Stranger, stage.SessionId, id, new("A")));
        Assert.Equal(ArchiveRefusal.SpeakersOwn, await service.EditResource(stage.Host, stage.SessionId, theirs.Id, new("Slides", Licence: "CC0-1.0")));
        Assert.Null(await service.EditResource(stage.Host, stage.SessionId, theirs.Id, new("Slides of the talk", Language: "en", Licence: theirs.Licence, Credit: theirs.Credit)));
        Assert.Equal("Slides of the talk", (await Item(stage, theirs.Id)).Title);
    }

    [Theory, EachDatabase]
    public async Task A_newer_file_keeps_the_address_and_the_older_ones_stay_reachable_until_all_go_together(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);
        var id = (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Tests.Files.Samples.Pdf, "first.pdf"), new("Slides"))).Value;
        var first = (await Item(stage, id)).File!;
        stage.Time.Advance(TimeSpan.FromDays(3));
        var second = await stage.Saved([.. Tests.Files.Samples.Pdf, (byte)'\n'], "second.pdf");

        Assert.Equal(2, (await service.Replace(stage.Host, stage.SessionId, id, second)).Value);

        var item = await Item(stage, id);
        Assert.Equal((second.Id, "Slides"), (item.File!.Id, item.Title));
        Assert.Equal((1, Instant.FromUtc(2026, 11, 20, 12, 0), first.Id), item.Detail!.Versions.Select(v => (v.Number, v.Since, v.File!.Id)).Single());
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 12, 0), item.Detail.Since);
        Assert.Equal(second.Id, (await stage.ArchiveQueries.PublicVersion(id, null))!.File!.Id);
        Assert.Equal(second.Id, (await stage.ArchiveQueries.PublicVersion(id, 2))!.File!.Id);
        Assert.Equal(first.Id, (await stage.ArchiveQueries.PublicVersion(id, 1))!.File!.Id);
        Assert.Null(await stage.ArchiveQueries.PublicVersion(id, 3));
        Assert.NotNull(await stage.ArchiveQueries.PublicFile(first.Id));
        Assert.Equal((1, "first.pdf"), (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.Resources.Single().Versions.Select(v => (v.Number, v.FileName)).Single());

        Assert.Equal(ArchiveRefusal.NotAllowed, (await service.Replace(stage.Stranger, stage.SessionId, id, await stage.Saved(Tests.Files.Samples.Pdf, "third.pdf"))).No);
        Assert.Equal(ArchiveRefusal.NotFound, (await service.Replace(stage.Host, stage.SessionId, Guid.NewGuid(), await stage.Saved(Tests.Files.Samples.Pdf, "third.pdf"))).No);
        Assert.Equal(2, stage.FilesOnDisk);
        Assert.Null(await stage.Archive.Remove(stage.Host, stage.SessionId, id));
        Assert.Equal(0, stage.FilesOnDisk);
        await using var db = stage.Database.Read();
        Assert.Empty(await db.Files.ToListAsync());
        Assert.Empty(await db.ResourceVersions.ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_link_that_a_file_takes_the_place_of_stays_as_an_older_version(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Service(stage);
        var id = (await service.AddResource(stage.Host, stage.SessionId, new("Slides", "https://example.org/old"))).Value;

        await service.Replace(stage.Host, stage.SessionId, id, await stage.Saved(Tests.Files.Samples.Pdf, "new.pdf"));

        Assert.Equal("https://example.org/old", (await stage.ArchiveQueries.PublicVersion(id, 1))!.Url);
        Assert.Equal("new.pdf", (await stage.ArchiveQueries.PublicVersion(id, null))!.File!.Name);
    }

    private static ItemService Service(Stage stage) => new(stage.Database, stage.Files, stage.Time);

    private static async Task<ArchiveItem> Item(Stage stage, Guid id) => (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId)).Single(i => i.Id == id);
}
