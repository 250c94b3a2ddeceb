using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Registrations;

public sealed class StandingServiceTests
{
    [Theory, EachDatabase]
    public async Task Joining_a_series_takes_a_place_in_each_session_to_come_and_one_mail_names_them_all(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        var ids = await Ids(house);

        Assert.True((await house.Standing.Join(house.SeriesId, "Ann@Example.org")).Ok);

        foreach (var id in ids) Assert.Equal(RegistrationState.Confirmed, (await house.Place("ann@example.org", id))!.State);
        var mails = await house.Deliver();
        var mail = Assert.Single(mails);
        Assert.Equal(RegistrationMail.StandingConfirmed, mail.Row.Kind);
        Assert.Contains("DTSTART;TZID=Europe/London:20231101T120000", mail.Mail.Calendar!.Text, StringComparison.Ordinal);
        var text = MailBodyText.Render(mail.Mail.Body);
        Assert.Contains("Wed 15 November 2023, 12:00 London: Second (entry comes on Wednesday 1 November 2023)", text, StringComparison.Ordinal);
        Assert.Contains("Third", text, StringComparison.Ordinal);
        Assert.Equal([Instant.FromUtc(2023, 11, 1, 12, 0), Instant.FromUtc(2023, 11, 15, 12, 0)], (await house.Owed()).Select(m => m.DueAt).Order());

        house.Time.MoveTo(new(2023, 11, 1, 12, 1, 0, TimeSpan.Zero));
        var second = Assert.Single(await house.Deliver());
        Assert.StartsWith("Your next session: Second", second.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/London:20231115T120000", second.Mail.Calendar!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Uid(mail.Mail.Calendar.Text), second.Mail.Calendar.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_new_session_takes_them_in_the_order_in_which_they_joined_and_nobody_gets_between(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        string[] standing = ["one@example.org", "two@example.org", "three@example.org", "four@example.org"];
        foreach (var address in standing) await house.Standing.Join(house.SeriesId, address);
        var draft = await Draft(house, capacity: 3);

        await new PublishSession(house.Database, house.Time).Save(house.Host, draft);
        // Quicker than the job, and still behind those who joined the series before.
        await house.Service.SignUp(draft, "quick@example.org");
        await house.Notices.Run(CancellationToken.None);
        await house.Service.SignUp(draft, "late@example.org");

        Assert.Equal(
            [("one", "Confirmed"), ("two", "Confirmed"), ("three", "Confirmed"), ("four", "Waitlisted"), ("quick", "Waitlisted"), ("late", "Waitlisted")],
            await InOrder(house, draft));
        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync(s => s.Id == draft);
        Assert.Equal((3, 3, 0), (session.Confirmed, session.Waiting, session.Held));
    }

    [Theory, EachDatabase]
    public async Task Places_kept_for_somebody_who_left_go_to_the_line(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        await house.Standing.Join(house.SeriesId, "one@example.org");
        await house.Standing.Join(house.SeriesId, "gone@example.org");
        var draft = await Draft(house, capacity: 2);
        await new PublishSession(house.Database, house.Time).Save(house.Host, draft);
        await house.Service.SignUp(draft, "quick@example.org");
        Assert.Equal(RegistrationState.Waitlisted, (await house.Place("quick@example.org", draft))!.State);
        await Leave(house, "gone@example.org");

        await house.Notices.Run(CancellationToken.None);

        Assert.Equal([("one", "Confirmed"), ("quick", "Confirmed")], await InOrder(house, draft));
    }

    [Theory, EachDatabase]
    public async Task Leaving_drops_the_future_only_and_takes_out_of_the_calendar_what_stands_there(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        var ids = await Ids(house);
        await house.Standing.Join(house.SeriesId, "ann@example.org");
        await house.Deliver();
        house.Time.MoveTo(new(2023, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await house.Deliver();
        // Joining once more sends the dates again, and leaving a minute later is told all the same.
        await house.Standing.Join(house.SeriesId, "ann@example.org");
        await house.Deliver();

        await Leave(house, "ann@example.org");

        Assert.Equal([RegistrationState.Confirmed, RegistrationState.Withdrawn, RegistrationState.Withdrawn], await States(house, "ann@example.org", ids));
        var mails = await house.Deliver();
        Assert.Equal([RegistrationMail.StandingLeft, RegistrationMail.Withdrawn], mails.Select(m => m.Row.Kind).Order(StringComparer.Ordinal).Reverse());
        var calendar = mails.Single(m => m.Mail.Calendar is not null).Mail.Calendar!;
        Assert.Equal("CANCEL", calendar.Method);
        Assert.Contains("20231115T120000", calendar.Text, StringComparison.Ordinal);
        house.Time.Advance(TimeSpan.FromDays(40));
        Assert.Empty(await house.Deliver());
        // Coming back is a new place in the order.
        await using var db = house.Database.Read();
        Assert.NotNull((await db.Standing.SingleAsync()).LeftAt);
    }

    [Theory, EachDatabase]
    public async Task A_single_session_that_is_given_up_stays_given_up_and_a_speaker_needs_no_place(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        var ids = await Ids(house);
        await house.Speakers.Add(house.Host, ids[2], "Ann Example", "ann@example.org");
        await house.Standing.Join(house.SeriesId, "ann@example.org");
        Assert.Null(await house.Place("ann@example.org", ids[2]));

        await house.Service.Withdraw(await My(house, "ann@example.org"), (await house.Place("ann@example.org", ids[1]))!.Id);
        await house.Standing.Join(house.SeriesId, "ann@example.org");

        Assert.Equal(RegistrationState.Withdrawn, (await house.Place("ann@example.org", ids[1]))!.State);
    }

    [Theory, EachDatabase]
    public async Task A_move_before_the_invitation_brings_the_entry_with_the_news_and_no_second_mail(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        var ids = await Ids(house);
        await house.Standing.Join(house.SeriesId, "ann@example.org");
        await house.Deliver();

        await new MoveSession(house.Database, house.Time).Save(house.Host, ids[2], new(new LocalDateTime(2023, 12, 6, 12, 0), 60));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var mail = Assert.Single(await house.Deliver());

        Assert.Contains("DTSTART;TZID=Europe/London:20231206T120000", mail.Mail.Calendar!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await house.Owed(), m => m.SessionId == ids[2]);
    }

    [Theory, EachDatabase]
    public async Task Whoever_follows_gets_one_mail_a_batch_and_no_place(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        await house.Standing.Follow(house.SeriesId, "fan@example.org");
        await house.Standing.Follow(house.SeriesId, "both@example.org");
        await house.Standing.Join(house.SeriesId, "both@example.org");
        Assert.Equal(["both@example.org", "both@example.org", "fan@example.org"], (await house.Deliver()).Select(m => m.Row.Recipient).Order(StringComparer.Ordinal));
        var (one, two) = (await Draft(house, null), await Draft(house, null));
        var publish = new PublishSession(house.Database, house.Time);

        await publish.Save(house.Host, one);
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await publish.Save(house.Host, two);
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var mails = (await house.Deliver()).FindAll(m => m.Row.Kind == RegistrationMail.Announced);

        var mail = Assert.Single(mails);
        Assert.Equal(("fan@example.org", "2 new dates: Open data"), (mail.Row.Recipient, mail.Mail.Subject));
        Assert.Null(mail.Mail.Calendar);
        Assert.Null(await house.Place("fan@example.org", one));
        await house.Notices.Run(CancellationToken.None);
        Assert.Empty(await house.Deliver());
    }

    [Theory, EachDatabase]
    public async Task An_ended_series_takes_nobody_and_a_blocked_address_hears_nothing(DatabaseProvider provider)
    {
        await using var house = await Three(provider);
        await house.Standing.Join(house.SeriesId, "not.me@example.org");
        var token = await My(house, "not.me@example.org");
        await house.Personal.Disown(house.Links.Token(Sessions.People.LinkPurpose.NotMe, Sessions.People.StandingLinks.ClaimedId(token)!.Value, 0));
        await house.Deliver();
        Assert.True((await house.Standing.Join(house.SeriesId, "not.me@example.org")).Ok);
        Assert.Empty(await house.Deliver());

        await new SetSeriesState(house.Database, house.Time).Save(house.Host, house.SeriesId, new(Sessions.Scheduling.SeriesStateKind.Ended, null, false));

        Assert.Equal(RegistrationRefusal.Closed, (await house.Standing.Join(house.SeriesId, "late@example.org")).No);
        Assert.Equal(RegistrationRefusal.NotAnAddress, (await house.Standing.Join(house.SeriesId, "nobody")).No);
        Assert.Equal(RegistrationRefusal.NotYetPublished, (await house.Standing.Follow(Guid.NewGuid(), "late@example.org")).No);
    }

    [Fact]
    public async Task A_confirmation_names_nobody_who_has_not_said_yes()
    {
        await using var house = await House.Create(DatabaseProvider.Sqlite);
        await house.Speakers.Add(house.Host, house.SessionId, "Asked Only", "asked@example.org");
        await house.Speakers.Add(house.Host, house.SessionId, "Named Only", null);
        await house.Service.SignUp(house.SessionId, "ann@example.org");

        var text = MailBodyText.Render((await house.Deliver()).Single(m => m.Row.Recipient == "ann@example.org").Mail.Body);

        Assert.Contains("Named Only", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asked Only", text, StringComparison.Ordinal);
    }

    private static Task<House> Three(DatabaseProvider provider) => House.Create(provider, with: s => s
        .Session("one", Samples.At(2023, 11, 1), "First", 1)
        .Session("two", Samples.At(2023, 11, 15), "Second", 2)
        .Session("three", Samples.At(2023, 11, 29), "Third", 3));

    private static async Task<List<Guid>> Ids(House house)
    {
        await using var db = house.Database.Read();
        return await db.Sessions.OrderBy(s => s.SortDate).Select(s => s.Id).ToListAsync();
    }

    private static async Task<Guid> Draft(House house, int? capacity)
    {
        var plan = new Plan(house.SeriesId, "Europe/London", capacity, null, Publish: false, [new(new LocalDateTime(2023, 12, 13, 12, 0), 60, $"Draft {Guid.NewGuid():n}", [])]);
        return (await new PlanSessions(house.Database, house.Time).Save(house.Host, plan)).Value!.Ids[0];
    }

    private static async Task Leave(House house, string address)
    {
        await using var db = house.Database.Read();
        var standing = await db.Standing.SingleAsync(s => s.Person!.Address == address && s.LeftAt == null);
        Assert.True((await house.Standing.Leave(await My(house, address), standing.Id)).Ok);
    }

    private static async Task<string> My(House house, string address)
    {
        await using var db = house.Database.Read();
        return house.Links.My(await db.People.SingleAsync(p => p.Address == address));
    }

    private static async Task<List<(string, string)>> InOrder(House house, Guid session)
    {
        await using var db = house.Database.Read();
        return (await db.Registrations.Include(r => r.Person).Where(r => r.SessionId == session && r.State != RegistrationState.Withdrawn).OrderBy(r => r.Order).ToListAsync())
            .ConvertAll(r => (r.Person!.Address!.Split('@')[0], r.State.ToString()));
    }

    private static async Task<List<RegistrationState>> States(House house, string address, IEnumerable<Guid> sessions)
    {
        var states = new List<RegistrationState>();
        foreach (var id in sessions) states.Add((await house.Place(address, id))!.State);
        return states;
    }

    private static string Uid(string calendar) => calendar.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
