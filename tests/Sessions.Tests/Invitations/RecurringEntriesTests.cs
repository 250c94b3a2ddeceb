using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Tests.Workflows;
using Sessions.Workflows;

namespace Sessions.Tests.Invitations;

/// <summary>One entry for all dates of a series: what each mail says of it from the first day to the last.</summary>
public sealed class RecurringEntriesTests
{
    private const string Ann = "ann@example.org";

    [Theory, EachDatabase]
    public async Task Joining_brings_all_dates_that_go_together_as_one_entry_in_one_mail(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);

        var mail = Assert.Single(await house.Deliver()).Mail;

        var text = Unfolded(mail);
        Assert.Contains("METHOD:REQUEST", text);
        Assert.Contains("DTSTART;TZID=Europe/London:20231102T120000", text);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20231207T235959Z", text);
        Assert.Contains("SUMMARY:Open data\r\n", text);
        Assert.Contains("SEQUENCE:0", text);
        Assert.DoesNotContain("EXDATE", text);
        Assert.DoesNotContain("RECURRENCE-ID", text);
        Assert.Contains("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://sessions.example.org/my/", text);
        Assert.Single(text.Split("BEGIN:VEVENT").Skip(1));
        Assert.Contains("6 dates come to your calendar with this mail, as one entry.", MailBodyText.Render(mail.Body), StringComparison.Ordinal);
        house.Time.MoveTo(new(2023, 11, 30, 9, 0, 0, TimeSpan.Zero));
        Assert.Empty(await house.Deliver());
    }

    [Theory, EachDatabase]
    public async Task A_full_date_is_left_out_and_comes_as_an_entry_of_its_own_when_a_place_is_won(DatabaseProvider provider)
    {
        await using var house = await Six(provider, capacityOfThird: 1);
        var third = (await Ids(house))[2];
        await house.Service.SignUp(third, "first@example.org");
        await house.Deliver();
        await house.Standing.Join(house.SeriesId, Ann);
        var mails = await house.Deliver();

        var whole = Unfolded(mails.Single(m => m.Row.Kind == RegistrationMail.StandingConfirmed).Mail);
        Assert.Contains("EXDATE;TZID=Europe/London:20231116T120000", whole);
        await house.Service.Withdraw(await My(house, "first@example.org"), (await house.Place("first@example.org", third))!.Id);
        var won = Unfolded((await house.Deliver()).Single(m => m.Row.Recipient == Ann).Mail);

        Assert.Contains("METHOD:REQUEST", won);
        Assert.Contains("DTSTART;TZID=Europe/London:20231116T120000", won);
        Assert.DoesNotContain("RECURRENCE-ID", won);
        Assert.NotEqual(Uid(whole), Uid(won));
    }

    [Theory, EachDatabase]
    public async Task A_moved_date_is_told_alone_and_a_cancelled_one_with_its_status(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var whole = (await house.Deliver())[0];
        var ids = await Ids(house);

        await new MoveSession(house.Database, house.Time).Save(house.Host, ids[1], new(new(2023, 11, 10, 15, 0), 60));
        var moved = Assert.Single(await Later(house));
        var text = Unfolded(moved.Mail);

        Assert.Equal(Uid(Unfolded(whole.Mail)), Uid(text));
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231109T120000", text);
        Assert.Contains("DTSTART;TZID=Europe/London:20231110T150000", text);
        Assert.Contains("SEQUENCE:1", text);
        Assert.DoesNotContain("RRULE:FREQ=WEEKLY", text);
        Assert.Equal(whole.Row.MessageId, moved.Mail.Follows!.Value);

        await new CancelSession(house.Database, house.Time).Save(house.Host, ids[1], null);
        var cancelled = Unfolded(Assert.Single(await Later(house)).Mail);
        Assert.Contains("METHOD:CANCEL", cancelled);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231109T120000", cancelled);
        Assert.Contains("STATUS:CANCELLED", cancelled);
        Assert.Contains("SEQUENCE:2", cancelled);
    }

    [Theory, EachDatabase]
    public async Task A_date_moved_onto_or_past_its_neighbour_leaves_the_entry_and_comes_under_a_UID_of_its_own(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));

        await new MoveSession(house.Database, house.Time).Save(house.Host, (await Ids(house))[1], new(new(2023, 11, 16, 18, 0), 60));
        var out1 = Unfolded(Assert.Single(await Later(house)).Mail);
        var in2 = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.Contains("METHOD:CANCEL", out1);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231109T120000", out1);
        Assert.DoesNotContain("STATUS:", out1);
        Assert.Equal(uid, Uid(out1));
        Assert.Contains("METHOD:REQUEST", in2);
        Assert.Contains("DTSTART;TZID=Europe/London:20231116T180000", in2);
        Assert.Contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE", in2);
        Assert.NotEqual(uid, Uid(in2));
    }

    [Theory, EachDatabase]
    public async Task A_single_date_given_up_leaves_without_a_status_and_comes_back_under_a_UID_of_its_own(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));
        var third = (await Ids(house))[2];

        await house.Service.Withdraw(await My(house, Ann), (await house.Place(Ann, third))!.Id);
        var left = Unfolded(Assert.Single(await house.Deliver()).Mail);
        await house.Service.SignUp(third, Ann);
        var back = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.Contains("METHOD:CANCEL", left);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231116T120000", left);
        Assert.DoesNotContain("STATUS:", left);
        Assert.Contains("METHOD:REQUEST", back);
        Assert.NotEqual(uid, Uid(back));
    }

    [Theory, EachDatabase]
    public async Task Another_cadence_ends_the_entry_before_its_first_change_and_begins_another_in_one_exchange(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));
        house.Time.MoveTo(new(2023, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await house.Deliver();

        await Replan(house, f => f with { Rule = "FREQ=WEEKLY;BYDAY=TU", LocalStart = new(18, 0) });
        var mails = (await Later(house)).Concat(await house.Deliver()).ToList();

        Assert.Equal(2, mails.Count);
        var (ends, begins) = (Unfolded(mails[0].Mail), Unfolded(mails[1].Mail));
        Assert.Equal("5 dates changed: Open data", mails[0].Mail.Subject);
        Assert.Contains("METHOD:REQUEST", ends);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20231102T235959Z", ends);
        Assert.Contains("SEQUENCE:1", ends);
        Assert.Equal(uid, Uid(ends));
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=2023", begins);
        Assert.Contains("T180000", begins);
        Assert.Contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE", begins);
        Assert.Contains("PARTSTAT=ACCEPTED", ends);
        Assert.NotEqual(uid, Uid(begins));
        Assert.Empty(await Later(house));
    }

    [Theory, EachDatabase]
    public async Task A_pause_that_cancels_all_takes_the_whole_entry_in_one_mail(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        await house.Deliver();

        await new SetSeriesState(house.Database, house.Time).Save(house.Host, house.SeriesId, new(SeriesStateKind.Paused, "Summer", CancelPlanned: true));
        var mail = Assert.Single(await Later(house));

        Assert.Equal("6 dates do not take place: Open data", mail.Mail.Subject);
        Assert.Contains("METHOD:CANCEL", Unfolded(mail.Mail));
        Assert.Contains("STATUS:CANCELLED", Unfolded(mail.Mail));
        Assert.DoesNotContain("RECURRENCE-ID", Unfolded(mail.Mail));
        Assert.Empty(await house.Deliver());
    }

    [Theory, EachDatabase]
    public async Task Leaving_takes_the_whole_out_without_a_status_and_coming_back_is_a_new_UID(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));

        await Leave(house, Ann);
        var left = Assert.Single(await house.Deliver());
        await house.Standing.Join(house.SeriesId, Ann);
        var back = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.Equal(RegistrationMail.StandingLeft, left.Row.Kind);
        Assert.Contains("METHOD:CANCEL", Unfolded(left.Mail));
        Assert.DoesNotContain("STATUS:", Unfolded(left.Mail));
        Assert.DoesNotContain("RECURRENCE-ID", Unfolded(left.Mail));
        Assert.Equal(uid, Uid(Unfolded(left.Mail)));
        Assert.NotEqual(uid, Uid(back));
        Assert.Contains("RRULE:", back);
    }

    [Theory, EachDatabase]
    public async Task A_single_entry_makes_room_for_that_of_the_series_first(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        var second = (await Ids(house))[1];
        await house.Service.SignUp(second, Ann);
        var single = Uid(Unfolded((await house.Deliver())[0].Mail));

        await house.Standing.Join(house.SeriesId, Ann);
        var room = Assert.Single(await house.Deliver());
        var whole = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.StartsWith("One entry for the whole series", room.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", Unfolded(room.Mail));
        Assert.DoesNotContain("STATUS:", Unfolded(room.Mail));
        Assert.Equal(single, Uid(Unfolded(room.Mail)));
        Assert.Contains("RRULE:", whole);
        Assert.DoesNotContain("EXDATE", whole);
    }

    [Theory, EachDatabase]
    public async Task The_reminder_brings_the_words_of_its_date_under_the_same_number(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        await house.Deliver();
        house.Time.MoveTo(new(2023, 11, 1, 13, 0, 0, TimeSpan.Zero));
        await house.Reminders.Run(CancellationToken.None);
        await house.Notices.Run(CancellationToken.None);

        var reminder = Assert.Single(await house.Deliver(), m => m.Row.Kind == RegistrationMail.Reminder);

        var text = Unfolded(reminder.Mail);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231102T120000", text);
        Assert.Contains("SUMMARY:Title 0", text);
        Assert.Contains("SEQUENCE:0", text);
        Assert.Contains("/join/", text);
    }

    [Theory, EachDatabase]
    public async Task Dates_planned_later_come_together_two_weeks_before_the_first_of_them(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        await house.Deliver();
        await new PlanSessions(house.Database, house.Time).Save(house.Host, new(house.SeriesId, "Europe/London", null, null, Publish: true,
            [.. new[] { 14, 21, 28 }.Select(day => new PlannedSession(new(2023, 12, day, 12, 0), 60, $"December {day}", []))]));
        Assert.Empty(await Later(house));
        var page = (await house.My.My(await My(house, Ann), Now(house)))!;
        Assert.Equal([null, null, null, null, null, null, Instant.FromUtc(2023, 11, 30, 12, 0), Instant.FromUtc(2023, 12, 7, 12, 0), Instant.FromUtc(2023, 12, 14, 12, 0)], page.Coming.Select(p => p.EntryComesAt));

        house.Time.MoveTo(new(2023, 11, 30, 12, 1, 0, TimeSpan.Zero));
        var mail = Assert.Single(await house.Deliver(), m => m.Row.Kind == RegistrationMail.Invited);

        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20231228T235959Z", Unfolded(mail.Mail));
        Assert.Contains("DTSTART;TZID=Europe/London:20231214T120000", Unfolded(mail.Mail));
        Assert.All((await house.My.My(await My(house, Ann), Now(house)))!.Coming, p => Assert.Null(p.EntryComesAt));
        Assert.DoesNotContain(await house.Owed(), m => m.Kind == RegistrationMail.Invited);
    }

    [Theory, EachDatabase]
    public async Task Asking_again_brings_the_whole_again_with_everything_that_differs_and_no_higher_number(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        await house.Deliver();
        var ids = await Ids(house);
        await new MoveSession(house.Database, house.Time).Save(house.Host, ids[1], new(new(2023, 11, 10, 15, 0), 60));
        await Later(house);
        await house.Service.Withdraw(await My(house, Ann), (await house.Place(Ann, ids[3]))!.Id);
        await house.Deliver();
        house.Time.Advance(TimeSpan.FromHours(1));

        await house.Standing.Join(house.SeriesId, Ann);
        var text = Unfolded(Assert.Single(await house.Deliver()).Mail);

        Assert.Equal(2, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20231207T235959Z", text);
        Assert.Contains("EXDATE;TZID=Europe/London:20231123T120000", text);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231109T120000", text);
        Assert.Equal(["SEQUENCE:0", "SEQUENCE:1"], text.Split("\r\n").Where(l => l.StartsWith("SEQUENCE:", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task A_no_to_one_date_frees_that_place_and_a_yes_brings_it_back_under_the_same_UID(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));
        var third = (await Ids(house))[2];

        Assert.Equal(new(InboundEffect.PlaceGivenUp, null), await Says(house, "DECLINED", "20231116T120000Z"));
        Assert.Equal(RegistrationState.Withdrawn, (await house.Place(Ann, third))!.State);
        Assert.Empty(await house.Deliver());
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new(InboundEffect.PlaceTaken, null), await Says(house, "ACCEPTED", "20231116T120000Z"));

        var back = Unfolded(Assert.Single(await house.Deliver()).Mail);
        Assert.Equal(uid, Uid(back));
        Assert.Contains("RECURRENCE-ID;TZID=Europe/London:20231116T120000", back);
        Assert.Contains("SEQUENCE:1", back);
        Assert.Equal(new(InboundEffect.Refused, ReplyRefusal.SlotUnknown), await Says(house, "DECLINED", "20231117T120000Z"));
    }

    [Theory, EachDatabase]
    public async Task A_no_to_the_whole_leaves_the_series_and_a_yes_brings_all_of_it_back_under_the_same_UID(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await house.Standing.Join(house.SeriesId, Ann);
        var uid = Uid(Unfolded((await house.Deliver())[0].Mail));

        Assert.Equal(new(InboundEffect.PlaceGivenUp, null), await Says(house, "DECLINED", null));
        var left = Assert.Single(await house.Deliver());
        Assert.Equal(RegistrationMail.StandingLeft, left.Row.Kind);
        Assert.Null(left.Mail.Calendar);
        await using (var db = house.Database.Read())
        {
            Assert.NotNull((await db.Standing.SingleAsync()).LeftAt);
            Assert.All(await db.Registrations.ToListAsync(), r => Assert.Equal(RegistrationState.Withdrawn, r.State));
        }

        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new(InboundEffect.PlaceTaken, null), await Says(house, "ACCEPTED", null));
        var back = Unfolded(Assert.Single(await house.Deliver()).Mail);
        Assert.Equal(uid, Uid(back));
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20231207T235959Z", back);
        Assert.Contains("SEQUENCE:1", back);
        Assert.Contains("PARTSTAT=ACCEPTED", back);
    }

    [Theory, EachDatabase]
    public async Task A_series_of_another_rhythm_is_invited_session_by_session(DatabaseProvider provider)
    {
        await using var house = await Six(provider);
        await Replan(house, f => f with { Rule = "FREQ=MONTHLY;BYDAY=2TU,4TU" });
        await Later(house);

        await house.Standing.Join(house.SeriesId, Ann);
        var first = Unfolded((await house.Deliver()).Single(m => m.Row.Kind == RegistrationMail.StandingConfirmed).Mail);

        Assert.DoesNotContain("RRULE:FREQ=MONTHLY", first);
        Assert.Contains(await house.Owed(), m => m.Kind == RegistrationMail.Invited);
    }

    private static async Task<InboundResult> Says(House house, string answer, string? occurrence)
    {
        await using var db = house.Database.Read();
        var recurring = await db.RecurringEntries.SingleAsync();
        var slots = await db.CalendarEntries.Where(e => e.RecurringId == recurring.Id).OrderBy(e => e.Occurrence).ToListAsync();
        return (await house.Mails.Run(new ReplyMail
        {
            Uid = recurring.Uid,
            To = recurring.Organizer,
            Attendee = Ann,
            From = Ann,
            Answer = answer,
            Start = occurrence ?? "20231102T120000Z",
            Stamp = Now(house).ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            Lines = occurrence is null ? "" : $"RECURRENCE-ID:{occurrence}",
        }.Bytes, InboundWay.Imap))[0];
    }

    private static Task<House> Six(DatabaseProvider provider, int? capacityOfThird = null) => House.Create(provider, with: samples =>
    {
        var series = samples.LastSeries;
        (series.Rule, series.RuleFrom) = ("FREQ=WEEKLY;BYDAY=TH", new(2023, 10, 19));
        for (var week = 0; week < 6; week++)
        {
            var (day, at) = (new LocalDate(2023, 11, 2).PlusWeeks(week), week);
            samples.Session($"s{week}", Samples.At(day.Year, day.Month, day.Day), $"Title {week}", with: s => s.Capacity = at == 2 ? capacityOfThird : null);
        }
    }, reads: true);

    private static async Task Replan(House house, Func<SeriesForm, SeriesForm> to)
    {
        await using var db = house.Database.Read();
        var (now, series) = (Now(house), await db.Series.SingleAsync());
        var ahead = await db.Sessions.Where(s => s.When.Start > now).Select(s => s.Id).ToListAsync();
        Assert.True((await new ChangeSeries(house.Database, house.Time).Save(house.Host, series.Id, to(SeriesForm.Of(series)), new(ahead.ToDictionary(id => id, _ => MisfitChoice.Move)))).Ok);
    }

    /// <summary>Once the host's time to think again is over.</summary>
    private static async Task<List<(OutboxMessage Row, ComposedMail Mail)>> Later(House house)
    {
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        return await house.Deliver();
    }

    private static async Task Leave(House house, string address)
    {
        await using var db = house.Database.Read();
        var standing = await db.Standing.SingleAsync(s => s.Person!.Address == address && s.LeftAt == null);
        Assert.True((await house.Standing.Leave(await My(house, address), standing.Id)).Ok);
    }

    private static async Task<List<Guid>> Ids(House house)
    {
        await using var db = house.Database.Read();
        return await db.Sessions.OrderBy(s => s.Slug).Select(s => s.Id).ToListAsync();
    }

    private static async Task<string> My(House house, string address)
    {
        await using var db = house.Database.Read();
        return house.Links.My(await db.People.SingleAsync(p => p.Address == address));
    }

    private static Instant Now(House house) => Instant.FromDateTimeOffset(house.Time.GetUtcNow());

    private static string Unfolded(ComposedMail mail) => mail.Calendar!.Text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Uid(string calendar) => calendar.Split("\r\n").First(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
