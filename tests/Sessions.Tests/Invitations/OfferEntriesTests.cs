using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Tests.Workflows;
using Sessions.Workflows;

namespace Sessions.Tests.Invitations;

/// <summary>An offered place, and a request to speak, stand in the calendar as a question.</summary>
public sealed class OfferEntriesTests
{
    [Theory, EachDatabase]
    public async Task An_offer_asks_in_the_calendar_and_a_yes_there_takes_the_place_under_the_same_UID(DatabaseProvider provider)
    {
        await using var house = await Offered(provider);
        var offer = Unfolded(Assert.Single(await house.Deliver()).Mail);
        Assert.Contains("METHOD:REQUEST", offer);
        Assert.Contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE", offer);

        Assert.Equal(new(InboundEffect.PlaceTaken, null), await Says(house, "ACCEPTED"));

        Assert.Equal(RegistrationState.Confirmed, (await house.Place("next@example.org")).State);
        var yes = Unfolded(Assert.Single(await house.Deliver()).Mail);
        Assert.Equal(Uid(offer), Uid(yes));
        Assert.Contains("PARTSTAT=ACCEPTED", yes);
        Assert.Contains("SEQUENCE:0", yes);
    }

    [Theory, EachDatabase]
    public async Task A_no_in_the_calendar_passes_the_offer_on_and_mails_only_the_next_one(DatabaseProvider provider)
    {
        await using var house = await Offered(provider);
        await house.Service.SignUp(house.SessionId, "after@example.org");
        await house.Deliver();

        Assert.Equal(new(InboundEffect.PlaceGivenUp, null), await Says(house, "DECLINED"));

        Assert.Equal(RegistrationState.Offered, (await house.Place("after@example.org")).State);
        Assert.Equal(["after@example.org"], (await house.Deliver()).Select(m => m.Row.Recipient));
    }

    [Theory, EachDatabase]
    public async Task An_offer_that_nobody_answered_or_that_was_passed_on_by_hand_leaves_the_calendar_without_a_status(DatabaseProvider provider)
    {
        await using var house = await Offered(provider);
        await house.Service.SignUp(house.SessionId, "after@example.org");
        await house.Deliver();

        house.Time.Advance(TimeSpan.FromHours(25));
        await house.Notices.Run(CancellationToken.None);
        var lapsed = (await house.Deliver()).Single(m => m.Row.Kind == RegistrationMail.OfferLapsed).Mail;
        var place = await house.Place("after@example.org");
        await house.Offers.Decline(house.Links.Join(place, place.Person!));
        var passed = Assert.Single(await house.Deliver()).Mail;

        foreach (var text in new[] { Unfolded(lapsed), Unfolded(passed) })
        {
            Assert.Contains("METHOD:CANCEL", text);
            Assert.DoesNotContain("STATUS:", text);
        }
    }

    [Theory, EachDatabase]
    public async Task An_offer_follows_its_session_to_another_hour(DatabaseProvider provider)
    {
        await using var house = await Offered(provider);
        await house.Deliver();

        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new(2023, 11, 1, 15, 0), 60));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var moved = Unfolded((await house.Deliver()).Single(m => m.Row.Recipient == "next@example.org").Mail);

        Assert.Contains("DTSTART;TZID=Europe/London:20231101T150000", moved);
        Assert.Contains("PARTSTAT=NEEDS-ACTION", moved);
    }

    [Theory, EachDatabase]
    public async Task Where_no_mailbox_is_read_an_offer_brings_no_entry(DatabaseProvider provider)
    {
        await using var house = await Offered(provider, reads: false);
        Assert.Null(Assert.Single(await house.Deliver()).Mail.Calendar);
    }

    [Theory, EachDatabase]
    public async Task A_request_to_speak_asks_in_the_calendar_and_what_follows_repeats_the_answer(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Speakers.Add(house.Host, house.SessionId, "Next", "next@example.org");
        var asked = Unfolded(Assert.Single(await house.Deliver()).Mail);
        Assert.Contains("ROLE=CHAIR;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", asked);

        Assert.Equal(new(InboundEffect.SpeakerAccepted, null), await Says(house, "ACCEPTED"));
        await house.Database.Write(async db => (await db.Sessions.FirstAsync()).OwnVenue = new(Address: "Town hall"));
        await house.Database.Write(db => SessionChangeWriter.Announce(db, house.SessionId, null, Instant.FromDateTimeOffset(house.Time.GetUtcNow())));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);

        Assert.Contains("ROLE=CHAIR;PARTSTAT=ACCEPTED", Unfolded(Assert.Single(await house.Deliver()).Mail));
    }

    private static async Task<House> Offered(DatabaseProvider provider, bool reads = true)
    {
        var house = await House.Create(provider, capacity: 1, asks: true, reads: reads);
        await house.Service.SignUp(house.SessionId, "in@example.org");
        await house.Service.SignUp(house.SessionId, "next@example.org");
        await house.Deliver();
        var place = await house.Place("in@example.org");
        await house.Service.Withdraw(house.Links.My(place.Person!), place.Id);
        // What the one who left reads of it.
        await house.Database.Write(async db =>
        {
            await foreach (var mail in db.Outbox.Where(m => m.Recipient == "in@example.org" && m.State == OutboxState.Waiting).AsAsyncEnumerable()) mail.Drop(null);
        });
        return house;
    }

    private static async Task<InboundResult> Says(House house, string answer) =>
        (await house.Mails.Run(((await ReplyMail.To_entry(house, "next@example.org")) with { Answer = answer }).Bytes, InboundWay.Imap))[0];

    private static string Unfolded(ComposedMail mail) => mail.Calendar!.Text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Uid(string calendar) => calendar.Split("\r\n").First(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
