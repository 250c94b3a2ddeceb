using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Outbox;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class PauseMailTests
{
    [Theory, EachDatabase]
    public async Task The_mail_of_a_paused_series_waits_and_all_other_mail_leaves(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var (ours, theirs) = (await Series(rig, "ours"), await Series(rig, "theirs"));
        Assert.Null(await rig.Get<PauseMail>().Pause(Host(ours), ours, " The room is not known "));
        await rig.Owe("held", mail => mail with { SeriesId = ours });
        await rig.Owe("free", mail => mail with { SeriesId = theirs });
        await rig.Owe("enter", mail => mail with { SeriesId = ours, IsUrgent = true, Secret = OutboxRig.Secret });
        await rig.Deliver();

        Assert.Equal(OutboxState.Waiting, (await rig.Row("held")).State);
        Assert.Equal(OutboxState.Sent, (await rig.Row("free")).State);
        Assert.Equal(OutboxState.Sent, (await rig.Row("enter")).State);
        var pause = Assert.Single((await rig.Get<MailFlow>().Read(Host(ours), rig.Now)).Series).Pause!;
        Assert.Equal(("The room is not known", 1), (pause.Why, pause.Waiting));
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await rig.Get<OverdueQueries>().Read(rig.Now)).Count);

        Assert.Null(await rig.Get<PauseMail>().Resume(Host(ours), ours));
        await rig.Deliver();
        Assert.Equal(OutboxState.Sent, (await rig.Row("held")).State);
    }

    [Theory, EachDatabase]
    public async Task What_goes_out_of_date_in_a_pause_is_dropped_and_named(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var ours = await Series(rig, "ours");
        await rig.Owe("late", mail => mail with { SeriesId = ours });
        await rig.Get<PauseMail>().Pause(Host(ours), ours, null);
        rig.Time.Advance(TimeSpan.FromHours(9));
        await rig.Deliver();

        Assert.Equal(OutboxState.Dropped, (await rig.Row("late")).State);
        Assert.Equal(["late@example.org"], Assert.Single((await rig.Get<MailFlow>().Read(Host(ours), rig.Now)).Series).Pause!.Lost);
    }

    [Theory, EachDatabase]
    public async Task Only_a_host_of_the_series_holds_its_mail_back_once_and_lets_it_go_once(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var ours = await Series(rig, "ours");
        var pausing = rig.Get<PauseMail>();

        Assert.Equal(PauseMailRefusal.NotFound, await pausing.Pause(Host(), ours, null));
        Assert.Equal(PauseMailRefusal.NotFound, await pausing.Pause(Host(Guid.Empty), Guid.Empty, null));
        Assert.Equal(PauseMailRefusal.WhyTooLong, await pausing.Pause(Host(ours), ours, new('x', 301)));
        Assert.Equal(PauseMailRefusal.NotPaused, await pausing.Resume(Host(ours), ours));
        Assert.Null(await pausing.Pause(Host(ours), ours, null));
        Assert.Equal(PauseMailRefusal.AlreadyPaused, await pausing.Pause(Host(ours), ours, null));
        Assert.Equal(PauseMailRefusal.NotFound, await pausing.Resume(Host(), ours));
        var trail = await rig.Get<AuditTrail>().Read(Host(ours), "ours", new(Words: "PAUSED"));
        Assert.Equal("Paused the mail of the series", Assert.Single(trail!.Lines).Text);
        Assert.Null(await rig.Get<AuditTrail>().Read(Host(), "ours", new()));
    }

    private static Actor Host(params Guid[] series) => new(Guid.NewGuid(), "Host", IsAdmin: false, IsHost: true, series.ToHashSet());

    private static async Task<Guid> Series(OutboxRig rig, string slug)
    {
        var series = new Series { Slug = slug, Name = slug, Zone = "Europe/London", CreatedAt = rig.Now };
        await rig.Database.Write(db => Task.FromResult(db.Add(series)));
        return series.Id;
    }
}
