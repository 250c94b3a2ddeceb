using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Scheduling;

public sealed class RunSheetServiceTests
{
    private static readonly RunningOrderLine[] Hour = [new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Talk, 40, "Two talks"), new(RunningOrderKind.Questions, 15)];

    [Theory, EachDatabase]
    public async Task Two_hosts_who_press_next_at_once_begin_one_part_and_one_back_takes_it_back(DatabaseProvider provider)
    {
        await using var stage = await Ready(provider);
        var service = new RunSheetService(stage.Database, stage.Time);

        Assert.Null(await service.Begin(stage.Host, stage.SessionId, 0));
        Assert.Equal([null, null], await Task.WhenAll(service.Begin(stage.Host, stage.SessionId, 1), service.Begin(stage.Host, stage.SessionId, 1)));
        Assert.Equal(1, await On(stage));

        Assert.Null(await service.Back(stage.Host, stage.SessionId, 1));
        Assert.Null(await service.Back(stage.Host, stage.SessionId, 1));
        Assert.Equal(0, await On(stage));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_run_it_and_what_can_not_begin_is_refused(DatabaseProvider provider)
    {
        await using var stage = await Ready(provider);
        var service = new RunSheetService(stage.Database, stage.Time);
        var helper = stage.Host with { Series = new HashSet<Guid>(), Helps = new HashSet<Guid> { stage.SeriesId } };

        Assert.Equal(RunRefusal.NotAllowed, await service.Begin(stage.Stranger, stage.SessionId, 0));
        Assert.Equal(RunRefusal.NotAllowed, await service.Begin(helper, stage.SessionId, 0));
        Assert.False((await new RunSheetView(stage.Database).Read(helper, stage.SessionId))!.MayRun);
        Assert.Null(await new RunSheetView(stage.Database).Read(stage.Stranger, stage.SessionId));
        Assert.Equal(RunRefusal.NotFound, await service.Begin(stage.Host, Guid.NewGuid(), 0));
        Assert.Equal(RunRefusal.NoSuchPart, await service.Begin(stage.Host, stage.SessionId, 3));
        Assert.Null(await service.Begin(stage.Host, stage.SessionId, 2));
        Assert.Equal(RunRefusal.Passed, await service.Begin(stage.Host, stage.SessionId, 1));

        stage.Time.Advance(TimeSpan.FromHours(-2));
        Assert.Equal(RunRefusal.TooEarly, await service.Begin(stage.Host, stage.SessionId, 0));
    }

    [Theory, EachDatabase]
    public async Task Who_edits_the_running_order_while_it_runs_does_not_turn_it_back(DatabaseProvider provider)
    {
        await using var stage = await Ready(provider);
        var service = new RunSheetService(stage.Database, stage.Time);
        await service.Begin(stage.Host, stage.SessionId, 0);
        await service.Begin(stage.Host, stage.SessionId, 1);

        await new SetRunningOrder(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, [Hour[0], new(RunningOrderKind.Notices, 2), Hour[1] with { Minutes = 30 }, Hour[2]]);

        Assert.Equal(2, await On(stage));
    }

    [Theory, EachDatabase]
    public async Task An_open_sheet_hears_of_each_change_after_its_commit_and_public_pages_stay_cached(DatabaseProvider provider)
    {
        await using var stage = await Ready(provider);
        var (version, changed) = (stage.Database.Version.Current, new RunSheetView(stage.Database).Changed);
        Assert.False(changed.IsCompleted);

        await new RunSheetService(stage.Database, stage.Time).Begin(stage.Host, stage.SessionId, 0);

        await changed.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(0, await On(stage));
        Assert.Equal(version, stage.Database.Version.Current);
    }

    /// <summary>Ten minutes before the hour.</summary>
    private static async Task<Stage> Ready(DatabaseProvider provider)
    {
        var stage = await Stage.Set(provider);
        await new SetRunningOrder(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, Hour);
        stage.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(10));
        return stage;
    }

    private static async Task<int?> On(Stage stage) => (await new RunSheetView(stage.Database).Read(stage.Host, stage.SessionId))!.At(stage.Time.Now())!.On?.Position;
}
