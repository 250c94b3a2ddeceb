using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

public sealed class OfferTests
{
    [Theory, EachDatabase]
    public async Task A_freed_place_is_offered_to_the_first_in_the_line_and_kept_until_they_answer(DatabaseProvider provider)
    {
        await using var house = await Full(provider, "in", "next", "after");
        await Withdraw(house, "in");

        Assert.Equal([("next", "Offered"), ("after", "Waitlisted")], await Line(house));
        var mail = Assert.Single(await house.Deliver(), m => m.Row.Kind == RegistrationMail.Offered);
        Assert.StartsWith("A place came free. Do you want it? Virtual wards", mail.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("It is kept for you until Saturday 21 October 2023, 10:00", MailBodyText.Render(mail.Mail.Body), StringComparison.Ordinal);
        Assert.Null(mail.Mail.Calendar);
        // The place is taken while it is offered.
        await house.Service.SignUp(house.SessionId, "late@example.org");
        Assert.Equal("Waitlisted", (await Line(house))[^1].State);

        Assert.True((await house.Offers.Accept(await Token(house, "next"))).Ok);

        Assert.Equal([("next", "Confirmed"), ("after", "Waitlisted"), ("late", "Waitlisted")], await Line(house));
        var entry = Assert.Single(await house.Deliver(), m => m.Row.Kind == RegistrationMail.Confirmed);
        Assert.Equal("REQUEST", entry.Mail.Calendar!.Method);
        await Counts(house, 1, 0, 2);
    }

    [Theory, EachDatabase]
    public async Task A_no_passes_it_on_and_no_answer_is_a_no_after_a_word_in_time(DatabaseProvider provider)
    {
        await using var house = await Full(provider, "in", "no", "silent", "third");
        await Withdraw(house, "in");
        await house.Offers.Decline(await Token(house, "no"));
        Assert.Equal([("silent", "Offered"), ("third", "Waitlisted")], await Line(house));
        await house.Deliver();

        house.Time.Advance(TimeSpan.FromHours(21));
        var reminder = Assert.Single(await house.Deliver());
        Assert.StartsWith("Still yours for a while", reminder.Mail.Subject, StringComparison.Ordinal);
        house.Time.Advance(TimeSpan.FromHours(4));
        await house.Notices.Run(CancellationToken.None);

        Assert.Equal([("third", "Offered")], await Line(house));
        Assert.Equal([RegistrationMail.OfferLapsed, RegistrationMail.Offered], (await house.Deliver()).Select(m => m.Row.Kind).Order(StringComparer.Ordinal));
        // Too late: the link says where they stand, and nothing changes.
        Assert.Equal(RegistrationRefusal.LinkNotOpen, (await house.Offers.Accept(await Token(house, "silent"))).No);
        await Counts(house, 0, 1, 0);
    }

    [Theory, EachDatabase]
    public async Task Near_the_start_there_is_less_time_and_in_the_last_hours_none(DatabaseProvider provider)
    {
        await using var house = await Full(provider, "in", "next", "after");
        house.Time.MoveTo(new(2023, 11, 1, 3, 0, 0, TimeSpan.Zero));
        await Withdraw(house, "in");
        // Nine hours to the start, six of them without asking: half of the other three.
        Assert.Equal(Instant.FromUtc(2023, 11, 1, 4, 30), (await house.Place("next@example.org")).OfferEndsAt);
        await house.Deliver();

        house.Time.MoveTo(new(2023, 11, 1, 6, 30, 0, TimeSpan.Zero));
        await house.Notices.Run(CancellationToken.None);

        Assert.Equal([("after", "Confirmed")], await Line(house));
        Assert.Contains(await house.Deliver(), m => m.Row.Kind == RegistrationMail.Promoted);
    }

    [Theory, EachDatabase]
    public async Task A_host_offers_out_of_turn_with_a_reason_that_is_kept(DatabaseProvider provider)
    {
        await using var house = await Full(provider, "in", "first", "second");
        var second = await house.Place("second@example.org");

        Assert.Equal(OfferRefusal.ReasonMissing, await house.Offers.OutOfTurn(house.Host, second.Id, " "));
        Assert.Equal(OfferRefusal.NotAllowed, await house.Offers.OutOfTurn(house.Host with { IsAdmin = false }, second.Id, "x"));
        Assert.Null(await house.Offers.OutOfTurn(house.Host, second.Id, "Speaks next time"));

        Assert.Equal([("in", "Confirmed"), ("first", "Waitlisted"), ("second", "Offered")], await Line(house));
        Assert.Equal("Speaks next time", (await house.Place("second@example.org")).OfferedBecause);
        Assert.Equal(OfferRefusal.NotWaiting, await house.Offers.OutOfTurn(house.Host, second.Id, "again"));
        await Withdraw(house, "in");
        // One more than there are places: the first waits for the next that comes free.
        Assert.Equal([("first", "Waitlisted"), ("second", "Offered")], await Line(house));
    }

    [Theory, EachDatabase]
    public async Task Withdrawals_racing_sign_ups_never_oversell_and_leave_no_place_idle_while_somebody_waits(DatabaseProvider provider)
    {
        var seeds = Scale.Of(24, 1_000);
        await using var asking = await House.Create(provider, capacity: 3, asks: true);
        await using var giving = await House.Create(provider, capacity: 3);
        for (var seed = 0; seed < seeds; seed++)
        {
            var (house, random) = (seed % 2 == 0 ? asking : giving, new Random(seed));
            var session = new Session { SeriesId = house.SeriesId, Slug = $"race-{seed}", When = Samples.At(2023, 11, 8), Capacity = 3, PublishedAt = House.Now, CreatedAt = House.Now }.At(Samples.At(2023, 11, 8));
            await new Samples(house.Database).Add(session).Save();
            for (var i = 0; i < 5; i++) await house.Service.SignUp(session.Id, $"p{i}@example.org");
            var leaving = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => house.Place($"p{i}@example.org", session.Id)));
            var acts = leaving.Select<Registration?, Func<Task>>(place => () => house.Service.Withdraw(house.Links.My(place!.Person!), place.Id))
                .Concat(Enumerable.Range(5, 4).Select<int, Func<Task>>(i => () => house.Service.SignUp(session.Id, $"p{i}@example.org"))).OrderBy(_ => random.Next()).ToList();

            await Task.WhenAll(acts.Select(act => Task.Run(act)));

            await using var db = house.Database.Read();
            var (now, places) = (await db.Sessions.SingleAsync(s => s.Id == session.Id), await db.Registrations.Where(r => r.SessionId == session.Id && r.State != RegistrationState.Withdrawn).ToListAsync());
            var taken = places.FindAll(p => p.State is RegistrationState.Confirmed or RegistrationState.Offered);
            Assert.Equal((3, 3, 3), (taken.Count, now.Confirmed + now.Offered, places.Count - taken.Count));
            Assert.True(taken.Max(p => p.Order) < places.Except(taken).Min(p => p.Order), $"seed {seed}: somebody was let in before those ahead of them");
            var told = await db.Outbox.Where(m => m.SessionId == session.Id && (m.Kind == RegistrationMail.Offered || m.Kind == RegistrationMail.Promoted)).ToListAsync();
            Assert.Equal(told.Count, told.DistinctBy(m => m.SubjectId).Count());
        }

        Measurements.Note($"Withdrawals racing sign-ups, {provider}", $"{seeds:N0} seeds of 3 against 4 for 3 places, half of them with offers: never over, no place idle, in order, one mail each");
    }

    /// <summary>The negative control of the race: three look who is next before any of them writes.</summary>
    [Theory, EachDatabase]
    public async Task Deciding_who_is_next_on_what_was_read_before_the_write_leaves_places_idle(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 3);
        for (var i = 0; i < 6; i++) await house.Service.SignUp(house.SessionId, $"p{i}@example.org");
        var next = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using var db = house.Database.Read();
            return (await db.Registrations.Where(r => r.State == RegistrationState.Waitlisted).OrderBy(r => r.Order).FirstAsync()).Id;
        }));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            var leaving = await db.Registrations.Include(r => r.Person).SingleAsync(r => r.Person!.Address == $"p{i}@example.org");
            leaving.Withdraw(session, House.Now);
            var promoted = await db.Registrations.SingleAsync(r => r.Id == next[i]);
            if (promoted.State == RegistrationState.Waitlisted) promoted.Promote(session, House.Now);
        }, RowLocks.Session(house.SessionId))));

        await Counts(house, 1, 0, 2);
    }

    private static async Task<House> Full(DatabaseProvider provider, params string[] people)
    {
        var house = await House.Create(provider, capacity: 1, asks: true);
        foreach (var who in people) await house.Service.SignUp(house.SessionId, $"{who}@example.org");
        await house.Deliver();
        return house;
    }

    private static async Task Withdraw(House house, string who) =>
        Assert.True((await house.Service.Withdraw(await house.MyToken($"{who}@example.org"), (await house.Place($"{who}@example.org")).Id)).Ok);

    private static async Task<string> Token(House house, string who)
    {
        var place = await house.Place($"{who}@example.org");
        return house.Links.Join(place, place.Person!);
    }

    private static async Task<List<(string Who, string State)>> Line(House house)
    {
        await using var db = house.Database.Read();
        return (await db.Registrations.Include(r => r.Person).Where(r => r.State != RegistrationState.Withdrawn).OrderBy(r => r.Order).ToListAsync())
            .ConvertAll(r => (r.Person!.Address!.Split('@')[0], r.State.ToString()));
    }

    private static async Task Counts(House house, int confirmed, int offered, int waiting)
    {
        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((confirmed, offered, waiting), (session.Confirmed, session.Offered, session.Waiting));
    }
}
