using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Registrations;

public sealed class RemindersTests
{
    [Theory, EachDatabase]
    public async Task One_reminder_a_day_before_with_the_joining_link_and_what_changed_in_words(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, "ann@example.org");
        await house.Service.SignUp(house.SessionId, "quiet@example.org");
        await house.Deliver();
        await house.Personal.ChooseMail(house.Links.Token(Sessions.People.LinkPurpose.Unsubscribe, (await house.Place("quiet@example.org")).PersonId, 0), Sessions.People.LinkPurpose.Unsubscribe, wanted: false);
        await new EditSession(house.Database, house.Time).Save(house.Host, house.SessionId, new("Wards at home", null, 41, null, Sessions.Scheduling.Venue.Unknown, false));

        Assert.Empty(await RunAt(house, 31, 11, 59));
        var mail = Assert.Single(await RunAt(house, 31, 12, 0));
        await house.Service.SignUp(house.SessionId, "late@example.org");
        await house.Deliver();

        Assert.Equal(("ann@example.org", "Tomorrow: Wards at home, Wed 1 November 2023, 12:00 London"), (mail.Row.Recipient, mail.Mail.Subject));
        Assert.Contains("/join/", MailBodyText.Render(mail.Mail.Body), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Wards at home", mail.Mail.Calendar!.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", mail.Mail.Calendar.Text, StringComparison.Ordinal);
        Assert.Empty(await RunAt(house, 31, 18, 0));
    }

    [Theory, EachDatabase]
    public async Task After_it_those_who_came_and_those_who_did_not_read_something_else_once_the_recording_is_up(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        foreach (var who in new[] { "came", "ticked", "missed" }) await house.Service.SignUp(house.SessionId, $"{who}@example.org");
        var (came, ticked) = (await house.Place("came@example.org"), await house.Place("ticked@example.org"));
        Assert.Equal(AttendanceRefusal.TooEarly, await house.Attendance.Tick(house.Host, ticked.Id, came: true));
        house.Time.MoveTo(new(2023, 11, 1, 12, 5, 0, TimeSpan.Zero));
        await house.Personal.Join(house.Links.Join(came, came.Person!));
        Assert.Null(await house.Attendance.Tick(house.Host, ticked.Id, came: true));
        Assert.Equal(RegistrationRefusal.LinkNotOpen, (await house.Attendance.Say(house.Links.Join(came, came.Person!), 5, "Too soon")).No);
        await house.Deliver();

        Assert.Empty(await RunAt(house, 1, 14, 0));
        await house.Database.Write(db =>
        {
            db.Add(new Recording { SessionId = house.SessionId, Url = "https://video.example.org/1", IsPublic = true, CreatedAt = house.Time.Now() });
            return Task.CompletedTask;
        });
        var mails = await RunAt(house, 1, 15, 0);

        Assert.Equal([("came@example.org", true), ("missed@example.org", false), ("ticked@example.org", true)],
            mails.Select(m => (m.Row.Recipient, m.Mail.Subject.StartsWith("Thank you for coming", StringComparison.Ordinal))).Order());
        Assert.All(mails, m => Assert.Contains("/feedback/", MailBodyText.Render(m.Mail.Body), StringComparison.Ordinal));
        Assert.Empty(await RunAt(house, 4, 15, 0));

        Assert.True((await house.Attendance.Say(house.Links.Join(came, came.Person!), 5, "More of this")).Ok);
        Assert.True((await house.Attendance.Say(house.Links.Join(came, came.Person!), 4, null)).Ok);
        var said = (await new Sessions.Views.FeedbackView(house.Database).Read(house.Host, house.SessionId))!;
        Assert.Equal((3, 2, 1, 4.0, 0), (said.Places, said.Came, said.Marks, said.Mean!.Value, said.Comments.Count));
        Assert.Null(await new Sessions.Views.FeedbackView(house.Database).Read(house.Host with { IsAdmin = false }, house.SessionId));
        var turnout = (await new Sessions.Views.SeriesPeople(house.Database).Read(house.Host, "weekly", house.Time.Now()))!.Turnout;
        Assert.Equal((3, 2, 67, 0, 2), (turnout.Places, turnout.Came, turnout.ShowRate, turnout.Regulars, turnout.NewFaces));
    }

    /// <summary>INVITATIONS.md 5: a confirmation, an invitation for each later session, a reminder and a follow-up each, and one more for each real change.</summary>
    [Theory, EachDatabase]
    public async Task A_series_of_ten_sends_what_it_may_and_no_more(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s =>
        {
            for (var week = 0; week < 10; week++) s.Session($"s{week}", At(week), $"Session {week + 1}", week + 1);
        });
        await house.Standing.Join(house.SeriesId, "ann@example.org");
        await using (var db = house.Database.Read())
        {
            var third = await db.Sessions.SingleAsync(s => s.Slug == "s2");
            await new MoveSession(house.Database, house.Time).Save(house.Host, third.Id, new(new NodaTime.LocalDateTime(2023, 11, 16, 12, 0), 60));
            await new EditSession(house.Database, house.Time).Save(house.Host, (await db.Sessions.SingleAsync(s => s.Slug == "s4")).Id, new("Another title", "And words.", 5, null, Sessions.Scheduling.Venue.Unknown, false));
            await new CancelSession(house.Database, house.Time).Save(house.Host, (await db.Sessions.SingleAsync(s => s.Slug == "s7")).Id, "Ill");
        }

        var sent = new List<(string Kind, Guid? Session)>();
        for (var hour = 0; hour < 24 * 100; hour += 3)
        {
            house.Time.Advance(TimeSpan.FromHours(3));
            await house.Reminders.Run(CancellationToken.None);
            await house.Notices.Run(CancellationToken.None);
            sent.AddRange((await house.Deliver()).Select(m => (m.Row.Kind, m.Row.SessionId)));
        }

        var counts = sent.GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(new Dictionary<string, int>
        {
            [RegistrationMail.StandingConfirmed] = 1,
            // Of ten, not the first, which the confirmation brought, nor the moved and the cancelled one, whose news came before.
            [RegistrationMail.Invited] = 7,
            [RegistrationMail.Moved] = 1,
            [RegistrationMail.Cancelled] = 1,
            [RegistrationMail.Reminder] = 9,
            [RegistrationMail.FollowUp] = 9,
        }.OrderBy(c => c.Key, StringComparer.Ordinal), counts.OrderBy(c => c.Key, StringComparer.Ordinal));
        Assert.All(sent.Where(m => m.Session is not null).GroupBy(m => m), g => Assert.Single(g));
    }

    private static Sessions.Scheduling.SessionTime At(int week)
    {
        var day = new NodaTime.LocalDate(2023, 11, 1).PlusWeeks(week);
        return Samples.At(day.Year, day.Month, day.Day);
    }

    private static async Task<List<(Sessions.Outbox.OutboxMessage Row, Sessions.Outbox.ComposedMail Mail)>> RunAt(House house, int day, int hour, int minute)
    {
        house.Time.MoveTo(new(2023, day == 31 ? 10 : 11, day, hour, minute, 0, TimeSpan.Zero));
        await house.Reminders.Run(CancellationToken.None);
        await house.Notices.Run(CancellationToken.None);
        return await house.Deliver();
    }
}
