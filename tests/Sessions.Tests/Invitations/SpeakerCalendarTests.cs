using Sessions.Data;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Invitations;

/// <summary>A speaker's calendar follows the talk: in, out, and never twice.</summary>
public sealed class SpeakerCalendarTests
{
    private const string Kim = "kim@example.org";

    [Theory, EachDatabase]
    public async Task Who_is_taken_off_the_programme_loses_the_entry_by_one_mail(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var id = (await house.Speakers.Add(house.Host, house.SessionId, "Kim Example", Kim)).Value;
        var asked = Assert.Single(await house.Deliver()).Mail;

        Assert.Null(await house.Speakers.Remove(house.Host, id));
        var off = Assert.Single(await house.Deliver()).Mail;

        Assert.Contains("METHOD:REQUEST", asked.Calendar!.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", off.Calendar!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("STATUS:", off.Calendar.Text, StringComparison.Ordinal);
        Assert.StartsWith("You are off the programme", off.Subject, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_is_taken_off_before_the_request_left_hears_nothing(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var id = (await house.Speakers.Add(house.Host, house.SessionId, "Kim Example", Kim)).Value;

        Assert.Null(await house.Speakers.Remove(house.Host, id));

        Assert.Empty(await house.Owed());
    }

    [Theory, EachDatabase]
    public async Task An_attendee_who_is_asked_to_speak_gives_the_place_to_the_line_and_keeps_one_entry(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, Kim);
        await house.Service.SignUp(house.SessionId, "waits@example.org");
        var place = (await house.Deliver())[0].Mail;

        await house.Speakers.Add(house.Host, house.SessionId, "Kim Example", Kim);
        await house.Notices.Run(CancellationToken.None);
        var mails = await house.Deliver();

        Assert.Equal(RegistrationState.Withdrawn, (await house.Place(Kim)).State);
        Assert.Equal(RegistrationState.Confirmed, (await house.Place("waits@example.org")).State);
        var asked = mails.Single(m => m.Row.Recipient == Kim).Mail;
        Assert.Equal(Uid(place.Calendar!.Text), Uid(asked.Calendar!.Text));
        Assert.Contains("ROLE=CHAIR", asked.Calendar.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_speaker_who_signs_up_gets_their_links_and_takes_no_place(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Speakers.Add(house.Host, house.SessionId, "Kim Example", Kim);
        await house.Deliver();

        Assert.True((await house.Service.SignUp(house.SessionId, Kim)).Ok);
        var mail = Assert.Single(await house.Deliver());

        Assert.Equal(RegistrationMail.FreshLink, mail.Row.Kind);
        Assert.Contains("/speak/", mail.Mail.Body.ToText(), StringComparison.Ordinal);
    }

    private static string Uid(string calendar) => calendar.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
}
