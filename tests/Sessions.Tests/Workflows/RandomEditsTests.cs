using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

/// <summary>What holds whatever a host changes, in any order.</summary>
public sealed class RandomEditsTests
{
    private static readonly int Edits = Scale.Of(60, 500);

    [Theory, EachDatabase]
    public async Task What_each_edit_shows_before_is_what_it_owes_after_and_nothing_set_by_hand_is_lost(DatabaseProvider provider)
    {
        await using var house = await Weekly(provider);
        var edits = new RandomEdits(house, new Random(20261128));
        var (told, mails) = (0, 0);
        for (var at = 0; at < Edits; at++)
        {
            await edits.Refill();
            await Settle(house);
            var before = await edits.Sessions();
            if (await edits.Act() is not var (ahead, done)) continue;

            Assert.Equal(ahead, done.Mails);
            AssertKept(before, await edits.Sessions(), edits);
            await AssertExplained(edits);
            var owed = await Settle(house);
            Assert.True(ahead.Select(m => (m.Kind, m.Recipient, m.SessionId)).Order().SequenceEqual(owed.Select(m => (m.Kind, m.Recipient, m.SessionId!.Value)).Order()),
                $"{edits.Last}: said {ahead.Count}, owed {owed.Count}");
            told++;
            mails += owed.Count;
        }

        Assert.True(told > Edits / 2, $"Only {told} of {Edits} edits did something.");
        Measurements.Note($"Mails shown before an edit are the rows owed after it, {provider}", $"{told:N0} random edits, {mails:N0} mails");
    }

    [Theory, EachDatabase]
    public async Task Every_edit_can_be_taken_back_whole_and_then_no_mail_leaves(DatabaseProvider provider)
    {
        await using var house = await Weekly(provider);
        var edits = new RandomEdits(house, new Random(1128));
        var undo = new UndoChange(house.Database, house.Time);
        var undone = 0;
        for (var at = 0; at < Edits; at++)
        {
            await edits.Refill();
            await Settle(house);
            await house.Deliver();
            var (sessions, series) = ((await edits.Sessions()).Select(SessionImage.Of).ToList(), SeriesImage.Of(await edits.Series()));
            if (await edits.Act() is not var (_, done) || done.Undo is not { } step) continue;
            house.Time.Advance(TimeSpan.FromSeconds(59));
            // Every third one stays, so that the next begins somewhere else.
            if (at % 3 == 0) continue;

            Assert.Equal(UndoRefusal.NotFound, (await undo.Save(house.Host with { PersonId = Guid.NewGuid() }, step)).No);
            Assert.Equal(0, (await undo.Save(edits.Who, step)).Value?.Left);
            Assert.Equal(sessions, (await edits.Sessions()).Select(SessionImage.Of));
            Assert.Equal(series, SeriesImage.Of(await edits.Series()));
            await Settle(house);
            Assert.Empty(await house.Deliver());
            undone++;
        }

        Assert.True(undone > Edits / 3, $"Only {undone} of {Edits} edits were undone.");
    }

    [Fact]
    public async Task After_the_minute_nothing_is_taken_back_and_what_was_changed_since_stays()
    {
        await using var house = await Weekly(DatabaseProvider.Sqlite);
        var edits = new RandomEdits(house, new Random(1));
        await edits.Refill();
        var (undo, edit, who) = (new UndoChange(house.Database, house.Time), new EditSession(house.Database, house.Time), edits.Who);
        var sessions = await edits.Sessions();
        SessionForm Titled(string title) => new(title, null, null, 2, Venue.Unknown, false);
        var first = (await edit.Save(who, sessions[1].Id, Titled("One"), EditScope.ThisAndLater)).Value!;
        await edit.Save(who, sessions[2].Id, Titled("Two"));

        Assert.Equal(new UndoResult(sessions.Count - 2, 1), (await undo.Save(who, first.Undo!.Value)).Value);
        Assert.Equal(UndoRefusal.AlreadyUndone, (await undo.Save(who, first.Undo.Value)).No);
        Assert.Equal([null, null, "Two", null], (await edits.Sessions()).Take(4).Select(s => s.Title));

        var late = (await edit.Save(who, sessions[1].Id, Titled("Late"))).Value!;
        house.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(UndoRefusal.TooLate, (await undo.Save(who, late.Undo!.Value)).No);
    }

    private static Task<House> Weekly(DatabaseProvider provider) => House.Create(provider, with: samples =>
    {
        var series = samples.LastSeries;
        (series.Rule, series.RuleFrom, series.LocalStart, series.Capacity) = ("FREQ=WEEKLY;BYDAY=WE", new LocalDate(2023, 10, 25), new LocalTime(12, 0), 2);
    });

    /// <summary>Lets the minutes of undo pass and the job run; the rows owed, which are done with then.</summary>
    private static async Task<IReadOnlyList<OutboxMessage>> Settle(House house)
    {
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var owed = await house.Owed();
        await house.Deliver();
        return owed;
    }

    /// <summary>Later sessions keep what was set there by hand, whatever a change of the plan or of those nobody changed says.</summary>
    private static void AssertKept(IReadOnlyList<Session> before, IReadOnlyList<Session> after, RandomEdits edits)
    {
        var now = after.ToDictionary(s => s.Id);
        foreach (var was in before.Where(s => s.Id != edits.Anchor && edits.Scope != EditScope.ThisAndLater))
        {
            var untold = edits.ToldToMove.Contains(was.Id) ? was.Edited & ~(SessionFields.Time | SessionFields.Duration) : was.Edited;
            Assert.True(Values(was, untold).SequenceEqual(Values(now[was.Id], untold)), $"{edits.Last}: {was.When.Date} lost {untold}");
            Assert.Equal(untold, now[was.Id].Edited & untold);
        }
    }

    private static IEnumerable<object?> Values(Session s, SessionFields of)
    {
        if (of.HasFlag(SessionFields.Title)) yield return s.Title;
        if (of.HasFlag(SessionFields.Announcement)) yield return s.Announcement;
        if (of.HasFlag(SessionFields.Time)) yield return (s.When.Date, s.When.LocalStart, s.When.Zone);
        if (of.HasFlag(SessionFields.Duration)) yield return s.DurationMinutes;
        if (of.HasFlag(SessionFields.Places)) yield return s.Capacity;
        if (of.HasFlag(SessionFields.RoomLink)) yield return s.OwnVenue.RoomLink;
        if (of.HasFlag(SessionFields.StreamLink)) yield return s.OwnVenue.StreamLink;
        if (of.HasFlag(SessionFields.Address)) yield return s.OwnVenue.Address;
        if (of.HasFlag(SessionFields.Kind)) yield return s.Kind;
    }

    /// <summary>Every date is one of the plan, or one that somebody set by hand; every instant is what its local time is in its zone.</summary>
    private static async Task AssertExplained(RandomEdits edits)
    {
        var (sessions, series) = (await edits.Sessions(), await edits.Series());
        var byPlan = new PlannedDates(series, [.. sessions.Select(s => s.When.Date!.Value)]);
        foreach (var session in sessions)
        {
            Assert.True(session.IsCancelled || session.Edited.HasFlag(SessionFields.Time) || !byPlan.Differs(session).HasFlag(SessionFields.Time),
                $"{edits.Last}: nothing explains {session.When.Date} {session.When.LocalStart} {session.When.Zone}");
            Assert.Equal(SessionTime.Exact(session.When.Date!.Value + session.When.LocalStart!.Value, session.When.Zone, session.DurationMinutes), session.When);
        }
    }
}
