using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class OverdueQueriesTests
{
    [Theory, EachDatabase]
    public async Task Mail_that_waits_longer_than_a_quarter_of_an_hour_is_stuck_unless_other_mail_leaves(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        Assert.Equal(new OverdueMail(0, null, LeavesSlowly: false), await rig.Get<OverdueQueries>().Read(rig.Now));
        await rig.Owe("one");
        var owedAt = rig.Now;

        rig.Time.Advance(TimeSpan.FromMinutes(14));
        var early = await rig.Get<OverdueQueries>().Read(rig.Now);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        var late = await rig.Get<OverdueQueries>().Read(rig.Now);
        await rig.Database.Write(db =>
        {
            var sent = new OutboxMessage
            {
                Key = "other",
                Kind = OutboxRig.Kind,
                SubjectId = Guid.NewGuid(),
                PersonId = Guid.NewGuid(),
                Recipient = "b@example.org",
                Lane = 1,
                DueAt = owedAt,
                ExpiresAt = owedAt + Duration.FromDays(1),
                CreatedAt = owedAt,
            };
            sent.MarkSent(rig.Now);
            db.Add(sent);
            return Task.CompletedTask;
        });
        var slow = await rig.Get<OverdueQueries>().Read(rig.Now);

        Assert.Equal((1, owedAt), (early.Count, early.OldestDueAt));
        Assert.Equal((false, true, false), (early.IsStuck(owedAt + Duration.FromMinutes(14)), late.IsStuck(rig.Now), slow.IsStuck(rig.Now)));
    }
}
