using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class OutageTests
{
    private static readonly SendOutcome Away = new SendOutcome.Deferred(0, "No connection to the mail server") { IsServerAway = true };
    private static readonly SendOutcome Ok = new SendOutcome.Delivered("250 ok");

    [Theory, EachDatabase]
    public async Task While_the_mail_server_is_away_one_mail_asks_for_it_and_the_others_are_not_touched(DatabaseProvider provider)
    {
        var transport = new RecordingTransport((_, _) => Task.FromResult(Away));
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var i in Enumerable.Range(0, 60)) await rig.Owe($"p{i}");
        using var worker = rig.Worker();

        for (var tick = 0; tick < 120; tick++)
        {
            await Round(worker);
            rig.Time.Advance(TimeSpan.FromSeconds(5));
        }
        await worker.Settle(Duration.FromMinutes(1));

        // All hands at first; then after 5, 10, 20 and 40 seconds, and every minute.
        Assert.InRange(transport.Taken.Count, 12, 25);
        Assert.InRange(rig.Composer.Written, 1, 9);
        await using var db = rig.Database.Read();
        var rows = await db.Outbox.ToListAsync();
        Assert.All(rows, row => Assert.Equal((OutboxState.Waiting, 0), (row.State, row.Attempts)));
        Assert.All(rows, row => Assert.True(row.DueAt < rig.Now));
        Assert.Contains(rows, row => row.LastError == "No connection to the mail server");
        Assert.True((await rig.Get<OverdueQueries>().Read(rig.Now + Duration.FromMinutes(6))).IsStuck(rig.Now + Duration.FromMinutes(6)));
    }

    [Theory, EachDatabase]
    public async Task A_server_that_turns_away_more_than_three_at_once_still_gets_everything(DatabaseProvider provider)
    {
        var inside = 0;
        var transport = new RecordingTransport(async (_, stop) =>
        {
            try
            {
                if (Interlocked.Increment(ref inside) > 3) return new SendOutcome.Deferred(421, "too many connections") { IsServerAway = true };
                await Task.Delay(20, stop);
                return Ok;
            }
            finally
            {
                Interlocked.Decrement(ref inside);
            }
        });
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var i in Enumerable.Range(0, 60)) await rig.Owe($"p{i}");
        using var worker = rig.Worker();

        // A busy machine needs a few more rounds: whoever is slow to leave keeps one place taken.
        for (var tick = 0; tick < 12 || (tick < 60 && await IsWaiting(rig)); tick++)
        {
            await Round(worker);
            rig.Time.Advance(TimeSpan.FromSeconds(5));
        }
        await worker.Settle(Duration.FromMinutes(1));

        await using var db = rig.Database.Read();
        Assert.All(await db.Outbox.ToListAsync(), row => Assert.Equal((OutboxState.Sent, 1), (row.State, row.Attempts)));
        Assert.InRange(transport.Taken.Count, 60, 120);
    }

    [Theory, EachDatabase]
    public async Task After_an_outage_of_a_day_all_that_is_still_of_use_leaves_at_once_and_in_order(DatabaseProvider provider)
    {
        var isAway = true;
        var sent = new List<(string Recipient, string Id, Instant At)>();
        OutboxRig? clock = null;
        var transport = new RecordingTransport((mail, _) =>
        {
            if (isAway) return Task.FromResult(Away);
            lock (sent) sent.Add((mail.Recipient.LocalPart, mail.Id.Value, clock!.Now));
            return Task.FromResult(Ok);
        });
        await using var rig = clock = await OutboxRig.Create(provider, transport);
        var began = rig.Now;
        using var worker = rig.Worker();
        for (var step = 0; step < 24 * 3; step++)
        {
            if (step % 6 == 0) await OweSome(rig, step / 6);
            await Round(worker);
            rig.Time.Advance(TimeSpan.FromMinutes(20));
        }
        Assert.Empty(sent);
        isAway = false;
        var back = rig.Now;
        for (var tick = 0; tick < 13; tick++)
        {
            await Round(worker);
            rig.Time.Advance(TimeSpan.FromSeconds(5));
        }
        await worker.Settle(Duration.FromMinutes(1));

        await using var db = rig.Database.Read();
        var rows = await db.Outbox.ToListAsync();
        Assert.True(rows.Count >= 300);
        // Within the longest wait between two questions, not each an hour after its last try.
        Assert.DoesNotContain(rows, row => row.State is OutboxState.Waiting or OutboxState.Sending or OutboxState.Failed);
        Assert.All(sent, mail => Assert.True(mail.At <= back + ServerPatience.Longest));
        var byId = rows.Where(r => r.State == OutboxState.Sent).ToDictionary(r => r.MessageId!);
        Assert.Equal(byId.Count, sent.Count);
        foreach (var person in sent.GroupBy(mail => mail.Recipient))
            Assert.Equal(person.Select(mail => byId[mail.Id].DueAt).Order(), person.Select(mail => byId[mail.Id].DueAt));
        Assert.All(sent, mail => Assert.True(mail.At < byId[mail.Id].ExpiresAt));
        foreach (var row in rows)
        {
            var isOver = row.ExpiresAt <= back;
            var isSuperseded = row.Key.StartsWith("moved", StringComparison.Ordinal) && rows.Exists(r => r.Topic == row.Topic && r.CreatedAt > row.CreatedAt && r.PersonId == row.PersonId);
            Assert.Equal(isOver || (isSuperseded && row.MessageId is null) ? OutboxState.Dropped : OutboxState.Sent, row.State);
            if (isOver && !isSuperseded) Assert.Contains("time passed", row.LastError, StringComparison.Ordinal);
        }
        var signIns = rows.FindAll(r => r.Lane == 0);
        Assert.NotEmpty(signIns);
        Assert.All(signIns, row => Assert.Equal((OutboxState.Dropped, null), (row.State, row.Secret)));
        Assert.Empty(await db.OutboxBodies.Where(b => db.Outbox.Any(m => m.Id == b.Id && m.Lane == 0)).ToListAsync());
        Assert.True(rows.Count(r => r.ExpiresAt <= back && r.Lane > 0) > 20 && sent.Count > 150);
        Assert.True(transport.Taken.Count - sent.Count < 400, "one question a minute and lane at most");
        Measurements.Note($"An outage of the mail server of a day, {provider}", $"{rows.Count} mails owed meanwhile: {sent.Count} left within a minute of its return, each person's in order; {rows.Count - sent.Count} out of date or superseded, dropped");
        Assert.Equal(began + Duration.FromHours(24), back);
    }

    /// <summary>Every two hours: a confirmation, a move that takes the place of the last, a reminder due later, and some whose session ends in the outage.</summary>
    private static async Task OweSome(OutboxRig rig, int round)
    {
        foreach (var i in Enumerable.Range(0, 8))
        {
            await rig.Owe($"first-{round}-{i}", mail => Of(mail, i) with { ExpiresAt = rig.Now + Duration.FromDays(3) });
            await rig.Owe($"moved-{round}-{i}", mail => Of(mail, i) with { Topic = $"session:{i}", ExpiresAt = rig.Now + Duration.FromDays(3) });
            await rig.Owe($"reminder-{round}-{i}", mail => Of(mail, i) with { DueAt = rig.Now + Duration.FromHours(1), ExpiresAt = rig.Now + Duration.FromHours(i < 4 ? 4 : 60) });
            if (i == 0) await rig.Owe($"sign-in-{round}", mail => mail with { IsUrgent = true, SeriesId = null, Secret = OutboxRig.Secret, ExpiresAt = rig.Now + Duration.FromMinutes(10) });
        }
    }

    /// <summary>Eight people get everything.</summary>
    private static OwedMail Of(OwedMail mail, int i) => mail with { PersonId = new Guid(i + 1, 0, 0, new byte[8]), Recipient = $"p{i}@example.org" };

    private static async Task<bool> IsWaiting(OutboxRig rig)
    {
        await using var db = rig.Database.Read();
        return await db.Outbox.AnyAsync(m => m.State != OutboxState.Sent);
    }

    private static async Task Round(Delivery worker)
    {
        await worker.SendUrgent(default);
        await worker.SendAll(default);
    }
}
