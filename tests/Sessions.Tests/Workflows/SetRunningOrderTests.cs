using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class SetRunningOrderTests
{
    private static readonly RunningOrderLine[] Hour =
    [
        new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Talk, 40, "Two talks"), new(RunningOrderKind.Questions, 15),
    ];

    [Theory, EachDatabase]
    public async Task Sessions_planned_later_begin_with_the_series_template_and_those_planned_before_keep_theirs(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        Assert.Null(await new RunningOrderService(stage.Database, stage.Time).SaveTemplate(stage.Host, stage.SeriesId, Hour));
        var plan = new Plan(stage.SeriesId, "Europe/London", null, null, Publish: true, [new(new LocalDateTime(2026, 12, 4, 12, 0), 60, "Second", [])]);

        Assert.True((await new PlanSessions(stage.Database, stage.Time).Save(stage.Host, plan)).Ok);

        await using var db = stage.Database.Read();
        var planned = await db.Sessions.SingleAsync(s => s.Title == "Second");
        Assert.Equal(Hour, (await RunningOrderRows.Of(db, stage.SeriesId, planned.Id)).Select(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title)));
        Assert.Empty(await RunningOrderRows.Of(db, stage.SeriesId, stage.SessionId));
    }

    [Theory, EachDatabase]
    public async Task The_page_counts_the_hours_from_the_start_and_names_only_those_who_are_certain(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var kim = (await stage.Speakers.Add(stage.Host, stage.SessionId, "Kim Example", null)).Value;
        var asked = (await stage.Speakers.Add(stage.Host, stage.SessionId, "Pat Example", "pat@example.org")).Value;
        var lines = new RunningOrderLine[] { new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Talk, 20, null, kim), new(RunningOrderKind.Talk, 20, null, asked) };

        Assert.Null(await new SetRunningOrder(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, lines));

        var shown = (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.RunningOrder;
        Assert.Equal(["12:00", "12:05", "12:25"], shown.Select(i => $"{i.Start!.Value.InUtc():HH:mm}"));
        Assert.Equal([null, "Kim Example", null], shown.Select(i => i.Person));
    }

    [Theory, EachDatabase]
    public async Task A_copy_takes_the_place_of_what_was_there_and_a_speaker_taken_off_leaves_their_minutes(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (order, service) = (new SetRunningOrder(stage.Database, stage.Time), new RunningOrderService(stage.Database, stage.Time));
        var kim = (await stage.Speakers.Add(stage.Host, stage.SessionId, "Kim Example", null)).Value;
        Assert.Null(await order.Save(stage.Host, stage.SessionId, [new(RunningOrderKind.Talk, 20, null, kim)]));
        Assert.Equal(RunningOrderRefusal.NoTemplate, await service.CopyTemplate(stage.Host, stage.SessionId));

        await stage.Speakers.Remove(stage.Host, kim);
        Assert.Equal((20, null), await First());

        await service.SaveTemplate(stage.Host, stage.SeriesId, Hour);
        Assert.Null(await service.CopyTemplate(stage.Host, stage.SessionId));
        Assert.Equal(Hour, (await new HostRunningOrder(stage.Database).OfSession(stage.Host, stage.SessionId))!.Lines);

        async Task<(int, Guid?)> First()
        {
            await using var db = stage.Database.Read();
            var item = (await RunningOrderRows.Of(db, stage.SeriesId, stage.SessionId)).Single();
            return (item.Minutes, item.AppearanceId);
        }
    }

    [Theory, EachDatabase]
    public async Task Strangers_foreign_speakers_and_impossible_minutes_are_refused_and_nothing_is_lost(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var order = new SetRunningOrder(stage.Database, stage.Time);
        await order.Save(stage.Host, stage.SessionId, Hour);

        Assert.Equal(RunningOrderRefusal.NotAllowed, await order.Save(stage.Stranger, stage.SessionId, []));
        Assert.Equal(RunningOrderRefusal.SpeakerUnknown, await order.Save(stage.Host, stage.SessionId, [new(RunningOrderKind.Talk, 5, null, Guid.NewGuid())]));
        Assert.Equal(RunningOrderRefusal.MinutesOutOfRange, await order.Save(stage.Host, stage.SessionId, [new(RunningOrderKind.Talk, 0)]));
        Assert.Equal(RunningOrderRefusal.KindUnknown, await order.Save(stage.Host, stage.SessionId, [new((RunningOrderKind)99, 5)]));
        Assert.Equal(RunningOrderRefusal.TooMany, await order.Save(stage.Host, stage.SessionId, [.. Enumerable.Repeat(Hour[0], 41)]));
        Assert.Equal(Hour.Length, (await new HostRunningOrder(stage.Database).OfSession(stage.Host, stage.SessionId))!.Lines.Count);
    }

    [Theory, EachDatabase]
    public async Task Who_chairs_owes_an_answer_alone_and_stands_on_the_page_as_the_chair(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var id = (await stage.Speakers.Add(stage.Host, stage.SessionId, "Kim Example", null, AppearanceRole.Chair)).Value;

        var line = Assert.Single(await stage.Queries.Programme(stage.Host, stage.SessionId));
        Assert.Equal([TalkItem.Answer], line.Missing);
        Assert.Equal(AppearanceRole.Chair, (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.Speakers.Single().Role);
        Assert.Equal(SpeakerRefusal.RoleUnknown, await stage.Speakers.SetRole(stage.Host, id, (AppearanceRole)9));
        Assert.Equal(SpeakerRefusal.NotAllowed, await stage.Speakers.SetRole(stage.Stranger, id, AppearanceRole.Speaker));
        Assert.Null(await stage.Speakers.SetRole(stage.Host, id, AppearanceRole.Speaker));
        Assert.Contains(TalkItem.Title, (await stage.Queries.Programme(stage.Host, stage.SessionId)).Single().Missing);
    }
}
