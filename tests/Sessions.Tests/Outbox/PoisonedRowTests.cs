using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

/// <summary>Rows that can't be sent end with a reason, after few tries, and the rest goes.</summary>
public sealed class PoisonedRowTests
{
    /// <summary>After 1, 5, 15 and 30 minutes and then hourly, in the eight hours of a row.</summary>
    private const int MostTries = 12;

    [Theory, EachDatabase]
    public async Task A_mail_that_can_never_be_written_fails_when_its_time_is_over_and_blocks_nobody(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        var asked = 0;
        rig.Composer.Throws = row => row.Key == "poisoned" && Interlocked.Increment(ref asked) > 0;
        await OweThree(rig);

        await DeliverAllDay(rig);

        Assert.Equal(["after", "before", "same"], transport.Recipients.Order());
        await AssertFailed(rig, "could not be written");
        Assert.InRange(asked, 2, MostTries);
    }

    [Theory, EachDatabase]
    public async Task A_mail_that_makes_the_transport_throw_fails_when_its_time_is_over_and_blocks_nobody_else(DatabaseProvider provider)
    {
        var transport = new RecordingTransport((mail, _) => mail.Recipient.LocalPart == "poisoned" ? throw new InvalidOperationException("no") : Task.FromResult<SendOutcome>(new SendOutcome.Delivered("250 ok")));
        await using var rig = await OutboxRig.Create(provider, transport);
        await OweThree(rig);

        await DeliverAllDay(rig);

        // Their own later mail waits for it: a calendar reads its messages in order.
        Assert.Equal(["after", "before", "same"], transport.Recipients.Where(r => r != "poisoned").Order());
        await AssertFailed(rig, "could not be sent");
        Assert.InRange(transport.Recipients.Count(r => r == "poisoned"), 2, MostTries);
    }

    [Theory, EachDatabase]
    public async Task A_mail_whose_kept_bytes_cannot_be_read_fails_at_once_and_the_next_to_the_same_person_leaves(DatabaseProvider provider)
    {
        var isAway = true;
        var transport = new RecordingTransport((_, _) => Task.FromResult<SendOutcome>(isAway ? new SendOutcome.Deferred(451, "later") : new SendOutcome.Delivered("250 ok")));
        await using var rig = await OutboxRig.Create(provider, transport);
        await OweThree(rig);
        await rig.Deliver();
        var poisoned = (await rig.Row("poisoned")).Id;
        await rig.Database.Write(async db => (await db.OutboxBodies.SingleAsync(b => b.Id == poisoned)).Bytes = [0, 255, 13, 10, 0]);
        isAway = false;

        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();

        Assert.Equal(OutboxState.Sent, (await rig.Row("same")).State);
        Assert.Equal((OutboxState.Sent, OutboxState.Sent), ((await rig.Row("before")).State, (await rig.Row("after")).State));
        await AssertFailed(rig, "cannot be read any more");
    }

    [Theory, EachDatabase]
    public async Task A_recipient_that_no_server_would_understand_fails_with_the_reason_and_the_rest_goes(DatabaseProvider provider)
    {
        await using var server = new KeepingSmtpServer(() => new(Keeps: true, TimeSpan.Zero, "250 ok"));
        await using var transport = new SmtpTransport(new("127.0.0.1", server.Port, SmtpSecurity.None), TimeProvider.System);
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("before");
        await rig.Owe("letters", mail => mail with { Recipient = "jürgen@example.org" });
        await rig.Owe("poisoned", mail => mail with { Recipient = "no address>\r\nRCPT TO:<other@example.org" });
        await rig.Owe("after");

        await rig.Deliver();
        Assert.Equal(["after@example.org", "before@example.org"], server.All.Select(kept => kept.Recipient).Order());
        var letters = await rig.Row("letters");
        Assert.Equal(OutboxState.Failed, letters.State);
        Assert.Contains("takes no addresses with", letters.LastError, StringComparison.Ordinal);

        await DeliverAllDay(rig);
        Assert.Equal(2, server.All.Count);
        await AssertFailed(rig, "could not be written");
    }

    /// <summary>Around one that is poisoned: others, and a later one to the same person.</summary>
    private static async Task OweThree(OutboxRig rig)
    {
        await rig.Owe("before");
        await rig.Owe("poisoned");
        await rig.Owe("after");
        var person = (await rig.Row("poisoned")).PersonId;
        await rig.Owe("same", mail => mail with { PersonId = person, ExpiresAt = mail.ExpiresAt + Duration.FromDays(1) });
    }

    private static async Task DeliverAllDay(OutboxRig rig)
    {
        for (var step = 0; step < 100; step++)
        {
            await rig.Deliver();
            rig.Time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    private static async Task AssertFailed(OutboxRig rig, string why)
    {
        var row = await rig.Row("poisoned");
        Assert.Equal(OutboxState.Failed, row.State);
        Assert.Contains(why, row.LastError, StringComparison.Ordinal);
    }
}
