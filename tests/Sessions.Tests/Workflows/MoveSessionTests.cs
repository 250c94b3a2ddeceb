using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class MoveSessionTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 20, 9, 0);
    private static readonly FakeTime Time = new(Now.ToDateTimeOffset());

    [Theory, EachDatabase]
    public async Task Whole_days_become_others_or_an_hour_and_an_hour_whole_days_and_each_is_undone(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("sprint", SessionTime.Days(new(2023, 11, 6), new(2023, 11, 8), Samples.Zone)).Save();
        var (who, id, move) = (Host(samples), samples.LastSession.Id, new MoveSession(test.Database, Time));

        var others = await move.Save(who, id, NewTime.Days(new(2023, 11, 29), new(2023, 12, 3)));
        Assert.Equal(SessionTime.Days(new(2023, 11, 29), new(2023, 12, 3), Samples.Zone), await When(test.Database, id));
        Assert.Equal(SessionFields.Time, Assert.Single(others.Value!.Sessions).Fields);

        var hour = await move.Save(who, id, new(new(2023, 11, 29, 10, 0), 90));
        Assert.Equal(SessionTime.Exact(new(2023, 11, 29, 10, 0), Samples.Zone, 90), await When(test.Database, id));
        var days = await move.Save(who, id, NewTime.Days(new(2023, 11, 29), new(2023, 11, 29)));
        Assert.Equal(Precision.Days, (await When(test.Database, id)).Precision);

        foreach (var change in new[] { days, hour, others }) Assert.Equal(1, (await new UndoChange(test.Database, Time).Save(who, change.Value!.Undo!.Value)).Value!.Back);
        Assert.Equal(SessionTime.Days(new(2023, 11, 6), new(2023, 11, 8), Samples.Zone), await When(test.Database, id));
    }

    [Theory, EachDatabase]
    public async Task Later_whole_days_move_by_as_many_days_and_keep_to_the_new_length(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("weekly").Session("second", SessionTime.Days(new(2023, 12, 4), new(2023, 12, 5), Samples.Zone));
        var later = samples.LastSession.Id;
        await samples.Session("first", SessionTime.Days(new(2023, 11, 6), new(2023, 11, 7), Samples.Zone)).Save();

        var preview = await new MoveSession(test.Database, Time).Preview(Host(samples), samples.LastSession.Id, NewTime.Days(new(2023, 11, 7), new(2023, 11, 9)), EditScope.ThisAndLater);
        await new MoveSession(test.Database, Time).Save(Host(samples), samples.LastSession.Id, NewTime.Days(new(2023, 11, 7), new(2023, 11, 9)), EditScope.ThisAndLater);

        Assert.Equal(2, preview.Value!.Sessions.Count);
        Assert.Equal(SessionTime.Days(new(2023, 12, 5), new(2023, 12, 7), Samples.Zone), await When(test.Database, later));
    }

    [Theory, EachDatabase]
    public async Task An_hour_that_people_were_told_stays_one_and_days_that_cannot_be_are_refused(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("told")
            .Speaker("Ada Example", with: a => a.Ask(Now), person: p => p.Address = "ada@example.org").Save();
        var (who, id, move) = (Host(samples), samples.LastSession.Id, new MoveSession(test.Database, Time));

        Assert.Equal(ChangeRefusal.HourIsTold, (await move.Preview(who, id, NewTime.Days(new(2023, 11, 2), new(2023, 11, 2)))).No);
        Assert.Equal(ChangeRefusal.DaysOutOfRange, (await move.Preview(who, id, NewTime.Days(new(2023, 11, 2), new(2023, 11, 1)))).No);
        Assert.Equal(ChangeRefusal.DaysOutOfRange, (await move.Preview(who, id, NewTime.Days(new(2023, 11, 2), new(2023, 12, 3)))).No);
        Assert.Equal(ChangeRefusal.InThePast, (await move.Preview(who, id, NewTime.Days(new(2023, 10, 18), new(2023, 10, 19)))).No);
        Assert.Equal(ChangeRefusal.TooFar, (await move.Preview(who, id, NewTime.Days(new(9999, 1, 1), new(9999, 1, 2)))).No);
    }

    private static Actor Host(Samples samples) => new(Guid.NewGuid(), "A host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });

    private static async Task<SessionTime> When(Database database, Guid id)
    {
        await using var db = database.Read();
        return await db.Sessions.Where(s => s.Id == id).Select(s => s.When).SingleAsync();
    }
}
