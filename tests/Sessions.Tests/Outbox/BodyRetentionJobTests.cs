using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class BodyRetentionJobTests
{
    [Theory, EachDatabase]
    public async Task What_a_mail_said_is_forgotten_30_days_after_sending_and_that_it_was_sent_is_kept(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        await rig.Owe("old");
        await rig.Deliver();
        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.Owe("younger");
        await rig.Deliver();

        rig.Time.Advance(TimeSpan.FromDays(29));
        await rig.Get<BodyRetentionJob>().Run(default);
        Assert.NotNull((await rig.Row("old")).Body);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.Get<BodyRetentionJob>().Run(default);

        var old = await rig.Row("old");
        Assert.Null(old.Body);
        Assert.Equal(OutboxState.Sent, old.State);
        Assert.NotNull((await rig.Row("younger")).Body);
    }
}
