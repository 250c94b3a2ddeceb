using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class DeliveryTests
{
    private static readonly int[] Schedule = [1, 5, 15, 30, 60, 60];

    [Theory, EachDatabase]
    public async Task A_mail_put_off_is_tried_after_1_5_15_and_30_minutes_and_then_every_hour(DatabaseProvider provider)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            foreach (var _ in Schedule)
            {
                await talk.AnswerAsync("MAIL", "451 4.7.1 greylisted, come back");
                await talk.AnswerAsync("RSET", "250 ok");
            }
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(server.Options with { IdleLimit = TimeSpan.FromMinutes(5) }, TimeProvider.System);
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");

        foreach (var minutes in Schedule)
        {
            await rig.Deliver();
            var waiting = await rig.Row("one");
            Assert.Equal((OutboxState.Waiting, rig.Now + Duration.FromMinutes(minutes)), (waiting.State, waiting.DueAt));
            Assert.Equal("451 4.7.1 greylisted, come back", waiting.LastError);
            rig.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await rig.Deliver();
            Assert.Equal(waiting.Attempts, (await rig.Row("one")).Attempts);
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await rig.Deliver();

        await server.FinishAsync();
        var row = await rig.Row("one");
        Assert.Equal((OutboxState.Sent, 7, 1), (row.State, row.Attempts, rig.Composer.Written));
        Assert.Null(row.LastError);
    }

    [Theory, EachDatabase]
    public async Task A_final_no_fails_at_once_and_says_why(DatabaseProvider provider)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            await talk.AnswerAsync("MAIL", "250 ok");
            await talk.AnswerAsync("RCPT", "550 5.1.1 no such mailbox");
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");

        await rig.Deliver();
        rig.Time.Advance(TimeSpan.FromHours(2));
        await rig.Deliver();

        var row = await rig.Row("one");
        Assert.Equal((OutboxState.Failed, 1, "550 5.1.1 no such mailbox"), (row.State, row.Attempts, row.LastError));
    }

    [Theory, EachDatabase]
    public async Task A_server_that_closes_in_mid_session_gets_the_same_message_later(DatabaseProvider provider)
    {
        var heard = new List<string>();
        await using var server = new ScriptedSmtpServer(
            async talk =>
            {
                await talk.GreetAsync();
                await talk.AnswerAsync("MAIL", "250 ok");
                await talk.AnswerAsync("RCPT", "250 ok");
                await talk.AnswerAsync("DATA", "354 go on");
                heard.Add(await talk.HearDataAsync());
                await talk.SayAsync("421 4.3.2 shutting down");
            },
            async talk =>
            {
                await talk.GreetAsync();
                await talk.AnswerAsync("MAIL", "250 ok");
                await talk.AnswerAsync("RCPT", "250 ok");
                await talk.AnswerAsync("DATA", "354 go on");
                heard.Add(await talk.HearDataAsync());
                await talk.SayAsync("250 ok");
            });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");

        await rig.Deliver();
        Assert.Equal(OutboxState.Waiting, (await rig.Row("one")).State);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();

        await server.FinishAsync();
        Assert.Equal(OutboxState.Sent, (await rig.Row("one")).State);
        Assert.Equal(heard[0], heard[1]);
        Assert.Contains("Message-ID: <", heard[0], StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_server_that_falls_silent_after_the_message_puts_it_off(DatabaseProvider provider)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            await talk.HearMessageAsync();
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(server.Options with { DataTimeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);
        await using var rig = await OutboxRig.Create(provider, transport);
        await rig.Owe("one");

        await rig.Deliver();

        var row = await rig.Row("one");
        Assert.Equal((OutboxState.Waiting, rig.Now + Duration.FromMinutes(1)), (row.State, row.DueAt));
        Assert.Contains("did not answer", row.LastError, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_last_try_before_a_mail_expires_fails_it(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport((_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Deferred(451, "later"))));
        await rig.Owe("one", mail => mail with { ExpiresAt = rig.Now + Duration.FromMinutes(4) });

        await rig.Deliver();
        Assert.Equal(OutboxState.Waiting, (await rig.Row("one")).State);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();

        var row = await rig.Row("one");
        Assert.Equal((OutboxState.Failed, "451 later"), (row.State, row.LastError));
    }

    [Theory, EachDatabase]
    public async Task Sign_in_mail_leaves_while_a_server_lets_all_others_hang(DatabaseProvider provider)
    {
        var hang = new TaskCompletionSource<SendOutcome>();
        var transport = new RecordingTransport((mail, stop) => mail.Recipient.LocalPart.StartsWith("other", StringComparison.Ordinal)
            ? hang.Task.WaitAsync(stop) : Task.FromResult<SendOutcome>(new SendOutcome.Delivered("250 ok")));
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var i in Enumerable.Range(0, 12)) await rig.Owe($"other{i}");
        using var worker = rig.Worker();
        using var stop = new CancellationTokenSource();
        var hanging = worker.SendAll(stop.Token);
        await rig.Owe("urgent", mail => mail with { IsUrgent = true });

        await worker.SendUrgent(default);
        await Eventually.Holds(async () => (await rig.Row("urgent")).State == OutboxState.Sent);
        await stop.CancelAsync();
        // It stops where it is: in the middle of waiting for a free hand, or before it looks for the next mail.
        Assert.True(await Record.ExceptionAsync(() => hanging) is null or OperationCanceledException);
        await worker.Settle(Duration.Zero);

        // Let go at the stop, and free at once for the next start.
        Assert.Equal((OutboxState.Sending, rig.Now), ((await rig.Row("other0")).State, (await rig.Row("other0")).ClaimedUntil));
        hang.SetResult(new SendOutcome.Delivered("250 ok"));
        await rig.Deliver();
        Assert.Equal(OutboxState.Sent, (await rig.Row("other11")).State);
    }

    [Theory, EachDatabase]
    public async Task Of_a_sign_in_mail_nothing_secret_is_left_once_it_is_gone(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        await rig.Owe("urgent", mail => mail with { IsUrgent = true, SeriesId = null, Secret = OutboxRig.Secret });

        await rig.Deliver();

        var row = await rig.Row("urgent");
        Assert.Equal(OutboxState.Sent, row.State);
        Assert.Null(row.Secret);
        Assert.Null(row.Body);
    }

    [Theory, EachDatabase]
    public async Task No_log_line_holds_an_address_or_a_secret(DatabaseProvider provider)
    {
        var transport = new RecordingTransport((mail, _) => mail.Recipient.LocalPart switch
        {
            "refused" => Task.FromResult<SendOutcome>(new SendOutcome.Refused(550, $"<{mail.Recipient}> is not here")),
            "deferred" => Task.FromResult<SendOutcome>(new SendOutcome.Deferred(451, $"<{mail.Recipient.Value.ToUpperInvariant()}> later")),
            "broken" => throw new InvalidOperationException($"no way to {mail.Recipient}"),
            _ => Task.FromResult<SendOutcome>(new SendOutcome.Delivered($"250 ok {mail.Recipient}")),
        });
        await using var rig = await OutboxRig.Create(provider, transport);
        string[] keys = ["delivered", "refused", "deferred", "broken", "unwritten"];
        foreach (var key in keys) await rig.Owe(key, mail => mail with { Secret = OutboxRig.Secret });
        rig.Composer.Throws = row => row.Key == "unwritten";

        await rig.Deliver();

        Assert.True(rig.Log.All.Count >= keys.Length);
        Assert.Contains(rig.Log.All, line => line.Contains("r…d@example.org", StringComparison.Ordinal));
        Assert.All(rig.Log.All, line =>
        {
            Assert.DoesNotContain(OutboxRig.Secret, line, StringComparison.OrdinalIgnoreCase);
            Assert.All(keys, key => Assert.DoesNotContain($"{key}@example.org", line, StringComparison.OrdinalIgnoreCase));
        });
    }
}
