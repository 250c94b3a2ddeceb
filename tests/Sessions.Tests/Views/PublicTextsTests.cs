using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Links;
using Sessions.Archive.Warnings;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class PublicTextsTests
{
    [Theory, EachDatabase]
    public async Task Every_place_of_a_sessions_page_is_looked_through_and_named_with_the_words(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider, published: false);
        var items = new ItemService(stage.Database, stage.Files, stage.Time);
        await stage.Speaker("Kim, 07700 900123");
        await items.AddResource(stage.Host, stage.SessionId, new("Beds", "https://example.org/beds", Contact: "library@example.org", Access: ResourceAccess.Shared, Licence: "CC0-1.0"));
        await items.AddResource(stage.Host, stage.SessionId, new("Slides", "https://example.org/slides"));
        await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Recording, "https://zoom.us/rec/share/abc", new("The hour"));
        await stage.Archive.SaveWriteUp(stage.Host, stage.SessionId, "Passcode: 123456", null);
        await stage.Database.Write(async db =>
        {
            var session = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Sessions);
            (session.Announcement, session.OwnVenue) = ("Write to kim@example.org", new("https://zoom.us/j/81234567890", "https://zoom.us/j/98765432109"));
        });
        var texts = new PublicTexts(stage.Database);

        Assert.Equal(
        [
            new(WarningKind.EmailAddress, TextPlace.Announcement, null, "kim@example.org"),
            new(WarningKind.JoinLink, TextPlace.StreamLink, null, "https://zoom.us/j/98765432109"),
            new(WarningKind.PhoneNumber, TextPlace.Speaker, "Kim, 07700 900123", "07700 900123"),
            new(WarningKind.Password, TextPlace.WriteUp, null, "Passcode: 123456"),
            new(WarningKind.EmailAddress, TextPlace.Resource, "Beds", "library@example.org"),
            new(WarningKind.LicenceMissing, TextPlace.Recording, "The hour", ""),
            new(WarningKind.LicenceMissing, TextPlace.Resource, "Slides", ""),
        ], await texts.Warnings(stage.Host, stage.SessionId));
        Assert.Empty(await texts.Warnings(stage.Stranger, stage.SessionId));
    }

    [Theory, EachDatabase]
    public async Task A_day_of_review_and_a_dead_link_come_up_on_the_hosts_day_and_on_nobody_elses(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var items = new ItemService(stage.Database, stage.Files, stage.Time);
        await items.AddResource(stage.Host, stage.SessionId, new("Beds", "https://example.org/beds", ReviewBy: new LocalDate(2026, 11, 20)));
        await items.AddResource(stage.Host, stage.SessionId, new("Later", "https://example.org/later", ReviewBy: new LocalDate(2026, 11, 21)));
        await stage.Database.Write(db => Task.FromResult(db.Add(new LinkCheck { Url = "https://example.org/later", CheckedAt = stage.Time.Now(), State = LinkState.Dead })));
        var today = new TodayView(stage.Database);

        var needs = (await today.Read(stage.Host, stage.Time.Now())).Needs;
        Assert.Equal((1, 1), (needs.Single(n => n.Kind == NeedKind.ReviewDue).Count, needs.Single(n => n.Kind == NeedKind.DeadLinks).Count));
        Assert.Empty((await today.Read(stage.Stranger, stage.Time.Now())).Needs);
    }
}
