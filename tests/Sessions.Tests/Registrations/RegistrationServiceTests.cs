using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

public sealed class RegistrationServiceTests
{
    [Theory, EachDatabase]
    public async Task A_full_session_puts_the_next_person_on_the_waitlist(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);

        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "two@example.org");

        Assert.Equal(RegistrationState.Confirmed, (await house.Place("one@example.org")).State);
        Assert.Equal(RegistrationState.Waitlisted, (await house.Place("two@example.org")).State);
        Assert.Equal([RegistrationMail.Confirmed, RegistrationMail.Waitlisted], (await house.Owed()).Select(m => m.Kind));
        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((1, 1, PlacesBand.WaitingList), (session.Confirmed, session.Waiting, session.Band));
    }

    [Theory, EachDatabase]
    public async Task Signing_up_twice_is_one_place_one_mail_and_the_same_answer(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 10);

        var first = await house.Service.SignUp(house.SessionId, "One@example.org", "One");
        var second = await house.Service.SignUp(house.SessionId, "one@example.org ");

        Assert.True(first.Ok && second.Ok);
        Assert.Single(await house.Owed());
        Assert.Equal(1, (await house.Place("one@example.org")).Revision);

        await house.Deliver();
        house.Time.Advance(TimeSpan.FromMinutes(11));
        await house.Service.SignUp(house.SessionId, "one@example.org");
        var again = Assert.Single(await house.Deliver());
        Assert.Equal(RegistrationMail.Confirmed, again.Row.Kind);
    }

    [Theory, EachDatabase]
    public async Task Who_comes_at_once_and_twice_is_one_person_with_one_place_one_mail_and_the_one_answer(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 3);
        await house.Service.SignUp(house.SessionId, "known@example.org");
        await house.Database.Write(async db =>
        {
            var known = await db.People.SingleAsync(p => p.Address == "known@example.org");
            db.Add(new Person { Address = "also.known@example.org", MergedIntoId = known.Id, CreatedAt = House.Now });
            return db.Add(new Person { Address = "not.me@example.org", BlockedAt = House.Now, CreatedAt = House.Now });
        });
        string[] comers = ["a@example.org", "A@example.org ", "b@example.org", "also.known@example.org", "not.me@example.org", "known@example.org", "c@example.org", "b@EXAMPLE.org", "no address"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(_ => comers).Select(comer => house.Service.SignUp(house.SessionId, comer, $"Named {comer}")));

        Assert.All(answers, (answer, i) => Assert.Equal(i % comers.Length == 8 ? RegistrationRefusal.NotAnAddress : null, answer.No));
        await using var db = house.Database.Read();
        var places = await db.Registrations.Include(r => r.Person).OrderBy(r => r.Order).Select(r => new { r.Person!.Address, r.Order, r.State, r.Revision }).ToListAsync();
        Assert.Equal(["known@example.org", "a@example.org", "b@example.org", "c@example.org"], places.Select(p => p.Address));
        Assert.Equal([1, 2, 3, 4], places.Select(p => (int)p.Order));
        Assert.All(places, p => Assert.Equal((p.Order > 3 ? RegistrationState.Waitlisted : RegistrationState.Confirmed, 1), (p.State, p.Revision)));
        Assert.Equal(4, (await house.Owed()).Count);
        Assert.Equal(["a@example.org", "b@example.org", "c@example.org"], (await db.People.Where(p => p.Name!.StartsWith("Named")).Select(p => p.Address!).ToListAsync()).Where(a => a.Length == 13).Order());
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((3, 1), (session.Confirmed, session.Waiting));
        // Done alone, all of it would be the same, but slow.
        Assert.Empty(house.Log.All);
    }

    [Theory, EachDatabase]
    public async Task A_place_given_up_goes_to_the_first_in_the_line_and_coming_back_means_its_end(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        foreach (var who in new[] { "one", "two", "three" }) await house.Service.SignUp(house.SessionId, $"{who}@example.org");

        await house.Service.Withdraw(await house.MyToken("one@example.org"), (await house.Place("one@example.org")).Id);
        await house.Service.SignUp(house.SessionId, "one@example.org");

        var places = new[] { await house.Place("two@example.org"), await house.Place("three@example.org"), await house.Place("one@example.org") };
        Assert.Equal([RegistrationState.Confirmed, RegistrationState.Waitlisted, RegistrationState.Waitlisted], places.Select(p => p.State));
        Assert.True(places[1].Order < places[2].Order);
        Assert.Contains(await house.Owed(), m => m.Kind == RegistrationMail.Promoted && m.Recipient == "two@example.org");
        Assert.Equal(2, (await house.My.My(await house.MyToken("one@example.org"), House.Now))!.Coming[0].InLine);
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_link_gives_nothing_up(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 5);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "two@example.org");

        var answer = await house.Service.Withdraw(await house.MyToken("two@example.org"), (await house.Place("one@example.org")).Id);

        Assert.Equal(RegistrationRefusal.LinkNotOpen, answer.No);
        Assert.Equal(RegistrationState.Confirmed, (await house.Place("one@example.org")).State);
    }

    [Theory]
    [InlineData("2023-11-01T12:00:00Z", false, true, RegistrationRefusal.Closed)]
    [InlineData("2023-11-02T12:00:00Z", false, true, RegistrationRefusal.Closed)]
    [InlineData("2023-10-20T12:00:00Z", true, true, RegistrationRefusal.Cancelled)]
    [InlineData("2023-10-20T12:00:00Z", false, false, RegistrationRefusal.NotYetPublished)]
    [InlineData("2023-11-01T11:59:59Z", false, true, null)]
    public async Task A_session_says_by_name_why_it_takes_nobody(string now, bool cancelled, bool published, RegistrationRefusal? expected)
    {
        await using var house = await House.Create(DatabaseProvider.Sqlite, with: samples => samples.Session("one", published: published, with: s =>
        {
            if (cancelled) s.Cancel(Guid.NewGuid(), null, House.Now);
        }));
        house.Time.MoveTo(DateTimeOffset.Parse(now));

        Assert.Equal(expected, (await house.Service.SignUp(house.SessionId, "one@example.org")).No);
        Assert.Equal(expected is null ? 1 : 0, (await house.Owed()).Count);
    }

    [Fact]
    public async Task Only_an_exact_time_takes_sign_ups_and_only_an_address_signs_up()
    {
        await using var house = await House.Create(DatabaseProvider.Sqlite,
            with: samples => samples.Session("one", SessionTime.InMonth(new YearMonth(2023, 11), Samples.Zone)));

        Assert.Equal(RegistrationRefusal.NoExactTime, (await house.Service.SignUp(house.SessionId, "one@example.org")).No);
        Assert.Equal(RegistrationRefusal.NotAnAddress, (await house.Service.SignUp(house.SessionId, "one.example.org")).No);
        Assert.Equal(RegistrationRefusal.NotYetPublished, (await house.Service.SignUp(Guid.NewGuid(), "one@example.org")).No);
    }

    [Theory, EachDatabase]
    public async Task An_unproven_address_gets_three_mails_a_day_and_the_fourth_waits_its_turn(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: samples =>
        {
            for (var i = 0; i < 5; i++) samples.Session($"s{i}", Samples.At(2023, 11, 1 + i));
        });
        await using (var db = house.Database.Read())
        {
            foreach (var id in await db.Sessions.OrderBy(s => s.SortDate).Select(s => s.Id).ToListAsync())
            {
                house.Time.Advance(TimeSpan.FromMinutes(1));
                Assert.True((await house.Service.SignUp(id, "one@example.org")).Ok);
            }
        }

        var due = (await house.Owed()).Select(m => m.DueAt - House.Now).ToList();
        Assert.Equal([1, 2, 3, 24 * 60 + 1, 24 * 60 + 2], due.Select(d => d.TotalMinutes));
    }

    [Theory, EachDatabase]
    public async Task This_was_not_me_gives_up_every_place_and_silences_the_address_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        await house.Service.SignUp(house.SessionId, "one@example.org");
        await house.Service.SignUp(house.SessionId, "two@example.org");
        var one = (await house.Place("one@example.org")).Person!;

        Assert.True((await house.Personal.Disown(house.Links.Token(Sessions.People.LinkPurpose.NotMe, one.Id, one.LinkGeneration))).Ok);
        Assert.True((await house.Service.SignUp(house.SessionId, "one@example.org")).Ok);

        Assert.Equal(RegistrationState.Withdrawn, (await house.Place("one@example.org")).State);
        Assert.Equal(RegistrationState.Confirmed, (await house.Place("two@example.org")).State);
        Assert.DoesNotContain(await house.Owed(), m => m.Recipient == "one@example.org");
        Assert.True((await house.Personal.OwnAgain(house.Links.Token(Sessions.People.LinkPurpose.NotMe, one.Id, one.LinkGeneration))).Ok);
        Assert.True((await house.Service.SignUp(house.SessionId, "one@example.org")).Ok);
        Assert.Contains(await house.Owed(), m => m.Recipient == "one@example.org");
    }

    [Theory, EachDatabase]
    public async Task More_places_go_to_the_line_in_its_order(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1);
        for (var i = 0; i < 5; i++) await house.Service.SignUp(house.SessionId, $"p{i}@example.org");

        await house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            session.Capacity = 3;
            await PromotionWriter.Fill(db, session, House.Now);
        }, RowLocks.Session(house.SessionId));

        await using var read = house.Database.Read();
        Assert.Equal([1L, 2, 3], await read.Registrations.Where(r => r.State == RegistrationState.Confirmed).OrderBy(r => r.Order).Select(r => r.Order).ToListAsync());
        Assert.Equal(2, await read.Outbox.CountAsync(m => m.Kind == RegistrationMail.Promoted));
        Assert.Equal((3, 2), ((await read.Sessions.SingleAsync()).Confirmed, (await read.Sessions.SingleAsync()).Waiting));
    }

    [Theory, EachDatabase]
    public async Task Many_more_places_are_given_away_some_at_a_time_and_nobody_gets_ahead_of_the_line(DatabaseProvider provider)
    {
        const int Line = PromotionWriter.AtOnce + 20;
        await using var house = await House.Create(provider, capacity: 1);
        for (var i = 0; i <= Line; i++) await house.Service.SignUp(house.SessionId, $"p{i}@example.org");

        await house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            session.Capacity = Line + 10;
            await PromotionWriter.Fill(db, session, House.Now);
        }, RowLocks.Session(house.SessionId));
        await house.Service.SignUp(house.SessionId, "late@example.org");
        Assert.Equal(RegistrationState.Waitlisted, (await house.Place("late@example.org")).State);
        await house.Notices.Run(CancellationToken.None);

        await using var read = house.Database.Read();
        var session = await read.Sessions.SingleAsync();
        Assert.Equal((Line + 2, 0), (session.Confirmed, session.Waiting));
    }

    [Theory, EachDatabase]
    public async Task The_preview_of_a_change_names_exactly_the_mails_that_are_owed_then(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 200, with: samples => samples
            .Session("one", with: s => s.Capacity = 200)
            .Speaker("Asked", with: a => a.Ask(House.Now), person: p => p.Address = "asked@example.org")
            .Speaker("Declined", with: a => a.Decline(null, House.Now), person: p => p.Address = "declined@example.org")
            .Speaker("Named", person: p => p.Address = "named@example.org"));
        for (var i = 0; i < 250; i++) await house.Service.SignUp(house.SessionId, $"p{i}@example.org");
        await house.Service.Withdraw(await house.MyToken("p7@example.org"), (await house.Place("p7@example.org")).Id);
        IReadOnlyList<ChangeRecipient> preview;
        await using (var db = house.Database.Read()) preview = await SessionChangeRows.Recipients(db, house.SessionId);

        await house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            session.Move(Samples.At(2023, 11, 2), House.Now);
            await SessionChangeWriter.Announce(db, session.Id, session.When.Start, House.Now);
            await SessionChangeWriter.Announce(db, session.Id, session.When.Start, House.Now);
        });
        for (var round = 0; round < 4; round++)
            await house.Database.Write(async db =>
            {
                var notice = await db.Notices.SingleAsync();
                if (notice.DoneAt is null) await new SessionChangeSpreader().Spread(db, notice, House.Now);
            });

        var owed = (await house.Owed()).Where(m => m.Kind == RegistrationMail.Moved).Select(m => m.Recipient).Order();
        Assert.Equal(250, preview.Count);
        Assert.Equal(preview.Select(r => r.Address).Order(), owed);
        await using var read = house.Database.Read();
        Assert.NotNull((await read.Notices.SingleAsync()).DoneAt);
    }
}
