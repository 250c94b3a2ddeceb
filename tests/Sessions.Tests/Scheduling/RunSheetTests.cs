using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public sealed class RunSheetTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 2, 12, 0);

    private static readonly RunPart[] Hour =
        [new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Talk, 20), new(RunningOrderKind.Talk, 20), new(RunningOrderKind.Close, 15)];

    [Fact]
    public void Before_the_first_part_it_counts_down_and_then_says_how_late_it_is()
    {
        var before = Sheet(-12);
        Assert.Equal((RunPhase.Ahead, 12, 0, 0), (before.Phase, Minutes(before.Left), before.LateMinutes, before.Next!.Position));
        Assert.Null(before.On);

        var late = Sheet(3);
        Assert.Equal((RunPhase.Ahead, -3, 3), (late.Phase, Minutes(late.Left), late.LateMinutes));
        Assert.Equal(At(63), late.End);
    }

    [Fact]
    public void On_time_nothing_is_shifted()
    {
        var sheet = Sheet(10, 0, 5);
        Assert.Equal((RunPhase.On, 1, 2, 15, 0), (sheet.Phase, sheet.On!.Position, sheet.Next!.Position, Minutes(sheet.Left), sheet.LateMinutes));
        Assert.All(sheet.Lines, line => Assert.Equal(line.Planned, line.Shifted));
        Assert.Equal([RunState.Done, RunState.On, RunState.Next, RunState.Ahead], sheet.Lines.Select(line => line.State));
    }

    [Fact]
    public void A_late_beginning_shifts_all_that_is_to_come_and_an_early_one_too()
    {
        var late = Sheet(10, 0, 9);
        Assert.Equal(4, late.LateMinutes);
        Assert.Equal([At(0), At(9), At(29), At(49)], late.Lines.Select(line => line.Shifted));
        Assert.Equal(At(64), late.End);

        var early = Sheet(22, 0, 5, 22);
        Assert.Equal(-3, early.LateMinutes);
        Assert.Equal(At(42), early.Next!.Shifted);
    }

    [Fact]
    public void A_part_that_uses_more_than_its_minutes_pushes_the_rest()
    {
        var sheet = Sheet(31, 0, 5);
        Assert.Equal((-6, 6), (Minutes(sheet.Left), sheet.LateMinutes));
        Assert.Equal([At(31), At(51)], sheet.Lines.Skip(2).Select(line => line.Shifted));
    }

    [Fact]
    public void A_begun_minute_does_not_count_as_late()
    {
        var sheet = RunSheet.Of(Start, [Hour[0] with { BeganAt = Start + Duration.FromSeconds(59) }, .. Hour[1..]], At(2));
        Assert.Equal(0, sheet.LateMinutes);
    }

    [Fact]
    public void A_part_left_out_gives_back_its_minutes()
    {
        var sheet = Sheet(26, 0, 5, null, 25);
        Assert.Equal([RunState.Done, RunState.Done, RunState.Skipped, RunState.On], sheet.Lines.Select(line => line.State));
        Assert.Equal(-20, sheet.LateMinutes);
        Assert.Null(sheet.Next);
        Assert.Equal(At(40), sheet.End);
    }

    [Fact]
    public void One_back_makes_the_part_before_it_the_one_that_is_on_again()
    {
        var (slip, back) = (Sheet(12, 0, 5, 11), Sheet(12, 0, 5));
        Assert.Equal(2, slip.On!.Position);
        Assert.Equal((1, 0, 13), (back.On!.Position, back.LateMinutes, Minutes(back.Left)));
    }

    [Fact]
    public void The_last_part_overruns_for_a_while_and_then_the_hour_is_over()
    {
        var overrun = Sheet(64, 0, 5, 25, 45);
        Assert.Equal((RunPhase.On, 4, -4), (overrun.Phase, overrun.LateMinutes, Minutes(overrun.Left)));
        Assert.Equal(RunPhase.Over, Sheet(91, 0, 5, 25, 45).Phase);
        Assert.Equal(RunPhase.Over, Sheet(91).Phase);
    }

    /// <param name="now">Minutes after the start.</param>
    /// <param name="began">Minutes after the start at which the first parts began.</param>
    private static RunSheet Sheet(int now, params int?[] began) =>
        RunSheet.Of(Start, [.. Hour.Select((part, at) => part with { BeganAt = at < began.Length && began[at] is { } minute ? At(minute) : null })], At(now));

    private static Instant At(int minute) => Start + Duration.FromMinutes(minute);

    private static int Minutes(Duration span) => (int)span.TotalMinutes;
}
