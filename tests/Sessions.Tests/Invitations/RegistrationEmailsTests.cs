using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Invitations;

public sealed class RegistrationEmailsTests
{
    [Theory, EachDatabase]
    public async Task The_confirmation_says_day_hour_zone_and_offset_in_words_and_in_the_entry(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "one@example.org");

        var mail = Assert.Single(await house.Deliver()).Mail;

        Assert.Equal("Your place is saved: Virtual wards, Wed 1 November 2023, 12:00 London", mail.Subject);
        foreach (var body in new[] { mail.Body.ToText(), mail.Body.ToHtml() })
        {
            Assert.Contains("Wednesday 1 November 2023, 12:00 to 13:00", body);
            Assert.Contains("Europe/London, GMT (UTC", body);
            Assert.Contains("The clocks in London go back on Sunday 29 October 2023", body);
            Assert.Contains("https://sessions.example.org/join/", body);
            Assert.Contains("https://sessions.example.org/not-me/", body);
            Assert.DoesNotContain("room.example.org", body);
        }

        var text = Unfolded(mail);
        Assert.Contains("DTSTART;TZID=Europe/London:20231101T120000", text);
        Assert.Contains("PARTSTAT=ACCEPTED;RSVP=FALSE", text);
        Assert.Contains("ORGANIZER;CN=\"Open data\":mailto:sessions@example.org", text);
        Assert.Contains("https://sessions.example.org/unsubscribe/", mail.Unsubscribe!.AbsoluteUri);
        Assert.DoesNotContain("room.example.org", text);
    }

    [Theory, EachDatabase]
    public async Task A_move_raises_the_number_once_and_a_cancellation_takes_the_entry_away(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "waits@example.org");
        var first = (await house.Deliver())[0];

        await Change(house, s => s.Move(Samples.At(2023, 11, 1, 13), house.Time.Now()));
        var moved = await house.Deliver();
        await Change(house, s => s.Move(s.When, house.Time.Now()));
        var again = await house.Deliver();
        await Change(house, s => s.Cancel(Guid.NewGuid(), "No room.", house.Time.Now()));
        var cancelled = await house.Deliver();

        Assert.Equal(2, moved.Count);
        Assert.Empty(again);
        Assert.Equal(2, cancelled.Count);
        var (entry, update, cancel) = (Unfolded(first.Mail), Unfolded(Of(moved, "one")), Unfolded(Of(cancelled, "one")));
        Assert.Contains("SEQUENCE:1", update);
        Assert.Contains("DTSTART;TZID=Europe/London:20231101T130000", update);
        Assert.Contains("Before: Wednesday 1 November 2023, 12:00 to 13:00", Of(moved, "one").Body.ToText());
        Assert.Contains("METHOD:CANCEL", cancel);
        Assert.Contains("STATUS:CANCELLED", cancel);
        Assert.Contains("SEQUENCE:2", cancel);
        Assert.Equal(Line(entry, "UID"), Line(cancel, "UID"));
        Assert.Equal(MessageId.FromKey(first.Row.Key, "example.org"), Of(cancelled, "one").Follows);
        Assert.Null(Of(cancelled, "waits").Calendar);
        Assert.Contains("No room.", Of(cancelled, "waits").Body.ToText());
    }

    [Theory, EachDatabase]
    public async Task Moved_twice_before_anybody_heard_the_mail_names_the_hour_that_was_told(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "waits@example.org");
        await house.Deliver();

        await Change(house, s => s.Move(Samples.At(2023, 11, 1, 13), house.Time.Now()), s => s.Move(Samples.At(2023, 11, 2, 15), house.Time.Now(), isStillUntold: true));
        var moved = await house.Deliver();

        foreach (var who in new[] { "one", "waits" })
            Assert.Contains("Before: Wednesday 1 November 2023, 12:00 to 13:00", Of(moved, who).Body.ToText());
    }

    [Theory, EachDatabase]
    public async Task A_move_taken_back_before_anybody_heard_of_it_is_told_to_nobody(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "waits@example.org");
        await house.Deliver();

        await Change(house, s => s.Move(Samples.At(2023, 11, 1, 13), house.Time.Now()), s => s.Move(Samples.At(2023, 11, 1), house.Time.Now(), isStillUntold: true));

        Assert.Empty(await house.Deliver());
    }

    [Theory, EachDatabase]
    public async Task Another_place_is_told_once_and_asks_nobody_again(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Deliver();

        await Change(house, s => s.OwnVenue = new(Address: "The Old Mill, Leeds"));
        var mail = Assert.Single(await house.Deliver()).Mail;

        Assert.StartsWith("New place: Virtual wards", mail.Subject);
        Assert.Contains("The Old Mill, Leeds", mail.Body.ToText());
        Assert.Contains("LOCATION:The Old Mill", Unfolded(mail));
        Assert.Contains("SEQUENCE:0", Unfolded(mail));
    }

    [Theory, EachDatabase]
    public async Task Leaving_cancels_the_entry_without_a_status_and_coming_back_is_a_new_one(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        var first = Unfolded(Assert.Single(await house.Deliver()).Mail);

        await house.Service.Withdraw(await house.MyToken("one@example.org"), (await house.Place("one@example.org")).Id);
        var left = Unfolded(Assert.Single(await house.Deliver()).Mail);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.Service.SignUp(house.SessionId, "one@example.org");
        var back = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.Contains("METHOD:CANCEL", left);
        Assert.DoesNotContain("STATUS:", left);
        Assert.Equal(Line(first, "UID"), Line(left, "UID"));
        Assert.NotEqual(Line(first, "UID"), Line(back, "UID"));
        Assert.Contains("SEQUENCE:0", back);
    }

    [Theory, EachDatabase]
    public async Task Leaving_and_coming_back_before_anything_left_is_one_mail(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.Withdraw(await house.MyToken("one@example.org"), (await house.Place("one@example.org")).Id);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        await house.Service.SignUp(house.SessionId, "one@example.org");

        Assert.Equal(RegistrationMail.Confirmed, Assert.Single(await house.Deliver()).Row.Kind);
    }

    [NeedsFact(Component.IcalJs)]
    public Task Ical_js_reads_every_invitation_as_it_was_meant() => Read_as_meant(PeerParsers.ParseWithIcalJs);

    [NeedsFact(Component.PythonIcalendar)]
    public Task Python_reads_every_invitation_as_it_was_meant() => Read_as_meant(PeerParsers.ParseWithPython);

    private static async Task Read_as_meant(Func<IEnumerable<byte[]>, IReadOnlyList<PeerCalendar>> parse)
    {
        string[] zones = ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Chatham", "UTC"];
        string[] titles = ["Virtual, wards; and \\ more", "Zażółć 👩‍💻 日本", new string('x', 290), "\"Quoted\"\r\nBEGIN:VEVENT", "a"];
        LocalDateTime[] starts = [new(2027, 3, 28, 1, 30), new(2027, 10, 31, 1, 30), new(2027, 11, 7, 1, 30), new(2027, 7, 1, 23, 45), new(2028, 2, 29, 12, 0)];
        await using var house = await House.Create(DatabaseProvider.Sqlite, with: samples =>
        {
            foreach (var (zone, start) in zones.SelectMany(zone => starts.Select(start => (zone, start))))
            {
                var at = Array.IndexOf(zones, zone) * starts.Length + Array.IndexOf(starts, start);
                samples.Session($"s{at}", SessionTime.Exact(start, zone, 90), titles[at % titles.Length]);
            }
        });
        var meant = new List<(Session Session, byte[] Bytes)>();
        await using var db = house.Database.Read();
        foreach (var session in await db.Sessions.ToListAsync())
        {
            await house.Service.SignUp(session.Id, $"a+{session.Slug}@example.org", "Ann \"Data\" O'Neil; Leeds, UK: 日本 " + new string('é', 120));
            var mail = Assert.Single(await house.Deliver()).Mail;
            meant.Add((session, Encoding.UTF8.GetBytes(mail.Calendar!.Text)));
        }

        var read = parse(meant.Select(m => m.Bytes));

        Assert.All(meant.Zip(read), pair =>
        {
            var (session, item) = (pair.First.Session, Assert.Single(pair.Second.Events));
            Assert.Equal("REQUEST", pair.Second.Method);
            Assert.Equal((Utc(session.When.Start!.Value), Utc(session.When.End!.Value)), (item.Start, item.End));
            Assert.Equal(session.Title!.Replace("\r\n", "\n"), item.Summary);
            Assert.Equal(("CONFIRMED", 0), (item.Status, item.Sequence));
            Assert.Equal(($"mailto:a+{session.Slug}@example.org", "ACCEPTED", "FALSE"), (item.Attendee!.Address, item.Attendee.Partstat, item.Attendee.Rsvp));
            Assert.StartsWith("https://sessions.example.org/join/", item.Location);
            Assert.Equal(item.Location, item.Conference);
        });
    }

    private static string Utc(Instant at) => InstantPattern.General.Format(at);

    private static async Task Change(House house, params Action<Session>[] changes)
    {
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            foreach (var change in changes) change(session);
            await SessionChangeWriter.Announce(db, session.Id, session.When.Start, house.Time.Now());
        });
        await house.Database.Write(async db =>
            await new SessionChangeSpreader().Spread(db, await db.Notices.SingleAsync(n => n.DoneAt == null), house.Time.Now()));
    }

    private static ComposedMail Of(List<(OutboxMessage Row, ComposedMail Mail)> mails, string who) => mails.Single(m => m.Row.Recipient == $"{who}@example.org").Mail;

    private static string Unfolded(ComposedMail mail) => mail.Calendar!.Text.Replace("\r\n ", "");

    private static string Line(string calendar, string name) => calendar.Split("\r\n").Single(l => l.StartsWith(name + ":", StringComparison.Ordinal));
}
