using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class OutboxClaimsTests
{
    private static readonly Duration Life = Duration.FromMinutes(5);

    [Theory, EachDatabase]
    public async Task A_write_that_is_rolled_back_owes_nothing(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var nudge = rig.Database.Owed.Next;

        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Database.Write(async db =>
        {
            await db.Owe(new("one", OutboxRig.Kind, Guid.NewGuid(), Guid.NewGuid(), "one@example.org", rig.Now + Life), rig.Now);
            throw new InvalidOperationException("no");
        }));

        Assert.Equal(0, (await rig.Get<OutboxClaims>().Take(false, 9, Life)).Found);
        Assert.False(nudge.IsCompleted);
    }

    [Theory, EachDatabase]
    public async Task A_commit_that_owes_mail_wakes_the_jobs(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var nudge = rig.Database.Owed.Next;

        await rig.Owe("one");

        await nudge.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Theory, EachDatabase]
    public async Task The_same_key_is_owed_once(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());

        Assert.True(await rig.Owe("one"));
        Assert.False(await rig.Owe("one"));
    }

    [Theory, EachDatabase]
    public async Task After_a_crash_the_same_bytes_go_again_once_the_claim_has_run_out(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");
        var lost = Assert.Single((await rig.Get<OutboxClaims>().Take(false, 9, Life)).Mails).Mail;

        await rig.Deliver();
        Assert.Empty(transport.Taken);
        rig.Time.Advance(Life.ToTimeSpan());
        await rig.Deliver();

        var sent = Assert.Single(transport.Taken);
        Assert.Equal((lost.Id, lost.Date), (sent.Id, sent.Date));
        Assert.Equal(lost.Bytes.ToArray(), sent.Bytes.ToArray());
        Assert.Equal(1, rig.Composer.Written);
        Assert.Equal(OutboxState.Sent, (await rig.Row("one")).State);
    }

    [Theory, EachDatabase]
    public async Task Sign_in_mail_goes_ahead_of_what_has_waited_longer(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        foreach (var i in Enumerable.Range(0, 5)) await rig.Owe($"other{i}");
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.Owe("urgent", mail => mail with { IsUrgent = true, Secret = OutboxRig.Secret });

        var claims = rig.Get<OutboxClaims>();
        Assert.Equal(["urgent", "other0"], (await claims.Take(false, 2, Life)).Mails.Select(m => m.Mail.Recipient.LocalPart));
        Assert.Equal(0, (await claims.Take(true, 9, Life)).Found);
    }

    [Theory, EachDatabase]
    public async Task A_later_mail_of_the_same_topic_takes_the_place_of_one_not_yet_claimed(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("moved", mail => mail with { Topic = "session:1" });
        await rig.Owe("cancelled", mail => mail with { Topic = "session:1" });
        await rig.Deliver();
        await rig.Owe("again", mail => mail with { Topic = "session:1" });

        Assert.Equal(["cancelled"], transport.Recipients);
        Assert.Equal(OutboxState.Dropped, (await rig.Row("moved")).State);
        Assert.Equal(OutboxState.Sent, (await rig.Row("cancelled")).State);
    }

    [Theory, EachDatabase]
    public async Task A_mail_is_dropped_when_its_time_has_passed_or_nothing_is_left_to_say_or_the_person_wants_none(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("late", mail => mail with { ExpiresAt = rig.Now });
        await rig.Owe("empty");
        await rig.Owe("blocked");
        await rig.Database.Write(async db => (await db.People.SingleAsync(p => p.Address == "blocked@example.org")).BlockedAt = rig.Now);
        rig.Composer.HasNothingToSay = row => row.Key == "empty";

        await rig.Deliver();

        Assert.Empty(transport.Taken);
        foreach (var key in new[] { "late", "empty", "blocked" })
        {
            var row = await rig.Row(key);
            Assert.Equal(OutboxState.Dropped, row.State);
            Assert.NotNull(row.LastError);
            Assert.Null(row.Body);
        }
    }

    [Theory, EachDatabase]
    public async Task A_composer_that_throws_blocks_nobody_and_is_asked_again(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var key in new[] { "one", "two", "three" }) await rig.Owe(key);
        rig.Composer.Throws = row => row.Key == "two";

        await rig.Deliver();
        Assert.Equal(["one", "three"], transport.Recipients.Order());
        var row = await rig.Row("two");
        Assert.Equal((OutboxState.Waiting, 1, rig.Now + Duration.FromMinutes(1)), (row.State, row.Attempts, row.DueAt));
        Assert.Contains("could not be written", row.LastError, StringComparison.Ordinal);

        rig.Composer.Throws = _ => false;
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();
        Assert.Contains("two", transport.Recipients);
    }

    [Theory, EachDatabase]
    public async Task No_mail_to_a_person_is_written_while_another_of_theirs_has_not_left(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        await rig.Owe("one");
        var first = await rig.Row("one");
        await rig.Owe("two", mail => mail with { PersonId = first.PersonId });

        var claims = rig.Get<OutboxClaims>();
        Assert.Equal(first.Id, Assert.Single((await claims.Take(false, 9, Life)).Mails).Id);
        Assert.Empty((await claims.Take(false, 9, Life)).Mails);
        await rig.Change("one", row => row.PutOff("451 later", rig.Now));
        Assert.Empty((await claims.Take(false, 9, Life)).Mails);
        await rig.Change("one", row => row.MarkSent(rig.Now));
        Assert.Equal((await rig.Row("two")).Id, Assert.Single((await claims.Take(false, 9, Life)).Mails).Id);
    }
}
