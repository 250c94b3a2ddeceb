using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class EditSessionTests
{
    private static readonly SessionForm AsItIs = new("Virtual wards", null, 41, 1, Venue.Unknown, false);

    [Theory, Support.EachDatabase]
    public async Task More_places_and_another_place_say_first_how_many_mails_go_and_then_send_them(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        foreach (var who in new[] { "one", "two", "three" }) await house.Service.SignUp(house.SessionId, $"{who}@example.org");
        await house.Deliver();
        var edit = new EditSession(house.Database, house.Time);
        var form = AsItIs with { Capacity = 2, OwnVenue = new(Address: "The Old Mill, Leeds") };

        var preview = (await edit.Preview(house.Host, house.SessionId, form)).Value!;
        Assert.Empty(await house.Owed());
        var saved = (await edit.Save(house.Host, house.SessionId, form)).Value!;

        Assert.Equal(["one@example.org", "three@example.org", "two@example.org", "two@example.org"], preview.Mails.Select(m => m.Recipient).Order(StringComparer.Ordinal));
        Assert.Equal(preview.Mails, saved.Mails);
        // Until the minute of undo is over nobody gets a place.
        Assert.Empty(await house.Owed());
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        Assert.Equal(preview.Mails.Select(m => (m.Kind, m.Recipient)).Order(), (await house.Owed()).Select(m => (m.Kind, m.Recipient)).Order());
    }

    [Theory, Support.EachDatabase]
    public async Task Another_room_link_or_title_tells_nobody(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Deliver();

        var form = AsItIs with { Title = "Wards", OwnVenue = new(RoomLink: "https://room.example.org/other") };
        var saved = (await new EditSession(house.Database, house.Time).Save(house.Host, house.SessionId, form)).Value!;

        Assert.Empty(saved.Mails);
        Assert.Empty(await house.Owed());
    }

    [Theory, Support.EachDatabase]
    public async Task Two_hosts_at_one_form_keep_each_others_fields(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        var edit = new EditSession(house.Database, house.Time);
        var shown = AsItIs;

        await edit.Save(house.Host, house.SessionId, shown with { Capacity = 50, Announcement = "Come early.", Number = 42, Shown = shown });
        await edit.Save(house.Host, house.SessionId, shown with { Title = "Wards at home", Shown = shown });

        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync();
        Assert.Equal(("Wards at home", "Come early.", 50, 42), (session.Title, session.Announcement, session.Capacity, session.Number));
    }

    [Theory, Support.EachDatabase]
    public async Task Two_hosts_at_a_series_form_keep_each_others_fields(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        var change = new ChangeSeries(house.Database, house.Time);
        await using var before = house.Database.Read();
        var shown = SeriesForm.Of(await before.Series.SingleAsync());

        await change.Save(house.Host, house.SeriesId, shown with { Aim = "To meet.", Capacity = 20, Shown = shown }, PlannedChoices.KeepAll);
        await change.Save(house.Host, house.SeriesId, shown with { Name = "Another name", Shown = shown }, PlannedChoices.KeepAll);

        await using var db = house.Database.Read();
        var series = await db.Series.SingleAsync();
        Assert.Equal(("Another name", "To meet.", 20), (series.Name, series.Aim, series.Capacity));
    }

    [Theory, Support.EachDatabase]
    public async Task A_change_of_many_stands_in_the_history_of_each_and_once_in_that_of_the_series(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", Support.Samples.At(2023, 11, 8)).Session("two", Support.Samples.At(2023, 11, 15)).Session("first", Support.Samples.At(2023, 11, 1)));

        await new EditSession(house.Database, house.Time).Save(house.Host, house.SessionId, new("All of them", null, null, null, Venue.Unknown, false), EditScope.ThisAndLater);

        var trail = new AuditTrail(house.Database);
        Assert.Equal("Changed 3 sessions: Title", Assert.Single((await trail.Read(house.Host, "weekly", new()))!.Lines).Text);
        await using var db = house.Database.Read();
        foreach (var id in await db.Sessions.Select(s => s.Id).ToListAsync())
            Assert.Single((await trail.Read(house.Host, "weekly", new(id)))!.Lines);
    }

    [Theory, Support.EachDatabase]
    public async Task A_change_that_is_taken_back_tells_nobody_also_not_those_who_were_never_told_before(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "late@example.org");
        var saved = (await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new NodaTime.LocalDateTime(2023, 11, 8, 12, 0), 60))).Value!;
        Assert.Equal("Moved to Wed 8 Nov 2023, 12:00 Europe/London"[..8], (await new UndoView(house.Database).Read(house.Host, house.Time.Now()))?.What[..8]);

        await new UndoChange(house.Database, house.Time).Save(house.Host, saved.Undo!.Value);
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);

        Assert.Equal(["registration.confirmed"], (await house.Owed()).Select(m => m.Kind));
    }

    [Theory, Support.EachDatabase]
    public async Task A_draft_can_be_thrown_away_and_what_was_public_can_not(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("public").Session("draft", published: false).Speaker("Kim Example"));
        var discard = new DiscardDraft(house.Database, house.Time);

        Assert.Null(await discard.Save(house.Host, house.SessionId));

        await using var db = house.Database.Read();
        var left = await db.Sessions.SingleAsync();
        Assert.Equal("public", left.Slug);
        Assert.Empty(await db.Appearances.ToListAsync());
        Assert.Equal(ChangeRefusal.IsPublic, await discard.Save(house.Host, left.Id));
        Assert.Equal(ChangeRefusal.NotFound, await discard.Save(house.Host, house.SessionId));
        Assert.Equal(ChangeRefusal.NotAllowed, await discard.Save(new(Guid.NewGuid(), "", false, true, new HashSet<Guid>()), left.Id));
    }
}
