using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

/// <summary>The judge of the killed deliveries sees what it has to see.</summary>
public sealed class ArrivedTests
{
    private static readonly Arrived First = new("ann@example.org", "1@x", "u", 0, "invited");
    private static readonly Arrived Moved = new("ann@example.org", "2@x", "u", 1, "moved");

    [Fact]
    public void What_came_once_or_twice_in_the_same_form_and_in_order_is_right() =>
        Assert.Empty(Arrived.Faults(["1@x", "2@x"], [First, First, Moved, First]));

    [Fact]
    public void A_lost_mail_a_duplicate_in_another_form_and_an_older_state_after_a_newer_one_are_named()
    {
        Assert.Equal(["lost: 2@x"], Arrived.Faults(["1@x", "2@x"], [First]));
        Assert.Equal(["owed by nobody: 2@x"], Arrived.Faults(["1@x"], [First, Moved]));
        Assert.Equal(["came in 2 forms: 1@x"], Arrived.Faults(["1@x"], [First, First with { Text = "written anew" }]));
        Assert.Equal(["came in 2 forms: 1@x"], Arrived.Faults(["1@x"], [First, First with { Sequence = 1 }]));
        Assert.Equal(["back from 1 to 0: (ann@example.org, u)"], Arrived.Faults(["1@x", "2@x"], [Moved, First]));
    }

    /// <summary>The control: a delivery that notes the end before the way loses what it had in its hands at a crash.</summary>
    [Theory, EachDatabase]
    public async Task An_outcome_that_is_written_down_before_the_mail_leaves_loses_it_at_a_crash(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var key in new[] { "one", "two" }) await rig.Owe(key);

        var claimed = (await rig.Get<OutboxClaims>().Take(false, 1, Duration.FromMinutes(5))).Mails.Single();
        await rig.Get<OutcomeWriter>().Record(claimed, new SendOutcome.Delivered("250 not yet"), rig.Now);
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        await rig.Deliver();

        Assert.Equal([$"lost: {claimed.Mail.Id.Value}"], Arrived.Faults(await Sent(rig), Taken(transport)));
    }

    /// <summary>The control: bytes that are written again for each attempt are not the same bytes.</summary>
    [Theory, EachDatabase]
    public async Task Bytes_that_are_composed_anew_after_a_crash_differ(DatabaseProvider provider)
    {
        var transport = new RecordingTransport((_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Deferred(0, "cut off after the message")));
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");
        await rig.Deliver();
        Assert.Empty(Arrived.Faults([transport.Taken.Single().Id.Value], Taken(transport)));

        await rig.Database.Write(async db => db.Remove(await db.OutboxBodies.SingleAsync()));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();

        Assert.StartsWith("came in 2 forms", Assert.Single(Arrived.Faults([transport.Taken[0].Id.Value], Taken(transport))), StringComparison.Ordinal);
    }

    private static List<Arrived> Taken(RecordingTransport transport) =>
        [.. transport.Taken.Select(mail => Arrived.Of(new(mail.Recipient.Value, System.Text.Encoding.Latin1.GetString(mail.Bytes.Span))))];

    private static async Task<List<string>> Sent(OutboxRig rig)
    {
        await using var db = rig.Database.Read();
        return await db.Outbox.Where(m => m.State == OutboxState.Sent).Select(m => m.MessageId!).ToListAsync();
    }
}
