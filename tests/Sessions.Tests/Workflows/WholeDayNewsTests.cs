using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

/// <summary>A session of whole days has no entry in a calendar; those who speak there hear of its changes all the same.</summary>
public sealed class WholeDayNewsTests
{
    [Theory, EachDatabase]
    public async Task Its_speaker_hears_that_the_hour_is_set_and_gets_the_entry(DatabaseProvider provider)
    {
        await using var house = await Sprint(provider);
        var to = new NewTime(new LocalDateTime(2023, 11, 7, 12, 0), 90);
        var move = new MoveSession(house.Database, house.Time);

        var ahead = (await move.Preview(house.Host, house.SessionId, to)).Value!.Mails;
        await move.Save(house.Host, house.SessionId, to);
        var mail = Assert.Single(await News(house));

        Assert.Equal([(mail.Row.Kind, mail.Row.Recipient)], ahead.Select(m => (m.Kind, m.Recipient)));
        Assert.StartsWith("The hour is set: Sprint", mail.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/London:20231107T120000", mail.Mail.Calendar!.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Its_speaker_hears_of_other_days_without_an_entry(DatabaseProvider provider)
    {
        await using var house = await Sprint(provider);

        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, NewTime.Days(new(2023, 11, 14), new(2023, 11, 16)));
        var mail = Assert.Single(await News(house));

        Assert.StartsWith("Changed: Sprint", mail.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("14", mail.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("16 November 2023", MailBodyText.Render(mail.Mail.Body), StringComparison.Ordinal);
        Assert.Null(mail.Mail.Calendar);
    }

    [Theory, EachDatabase]
    public async Task Its_speaker_hears_that_it_does_not_take_place_and_no_entry_is_spoken_of(DatabaseProvider provider)
    {
        await using var house = await Sprint(provider);

        await new CancelSession(house.Database, house.Time).Save(house.Host, house.SessionId, "The hall is flooded.");
        var mail = Assert.Single(await News(house));

        Assert.StartsWith("Cancelled: Sprint", mail.Mail.Subject, StringComparison.Ordinal);
        var text = MailBodyText.Render(mail.Mail.Body);
        Assert.Contains("The hall is flooded.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("your calendar", text, StringComparison.Ordinal);
    }

    private static async Task<House> Sprint(DatabaseProvider provider)
    {
        var house = await House.Create(provider, with: s => s.Session("sprint", SessionTime.Days(new(2023, 11, 6), new(2023, 11, 8), Samples.Zone), "Sprint", 41));
        await house.Speakers.Add(house.Host, house.SessionId, "Kim Example", "kim@example.org");
        Assert.Single(await house.Deliver());
        return house;
    }

    private static async Task<List<(OutboxMessage Row, ComposedMail Mail)>> News(House house)
    {
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        return await house.Deliver();
    }
}
