using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
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
}
