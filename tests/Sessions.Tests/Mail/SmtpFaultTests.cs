using Sessions.Mail;

namespace Sessions.Tests.Mail;

/// <summary>Servers that say no, not now, or nothing at all.</summary>
public sealed class SmtpFaultTests
{
    private static readonly OutgoingMail Mail = Samples.Message().ToOutgoing();

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("8BITMIME")]
    public async Task A_refused_recipient_is_final_and_the_next_message_goes_over_the_same_connection(string extension)
    {
        var pipelining = extension == "PIPELINING";
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync(extension);
            await talk.AnswerAsync("MAIL", "250 ok");
            await talk.AnswerAsync("RCPT", "550-5.1.1 nobody here\n550 5.1.1 by that name");
            if (pipelining)
                await talk.AnswerAsync("DATA", "554 5.5.1 no valid recipients");
            await talk.AnswerAsync("RSET", "250 ok");
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Refused(550, "5.1.1 nobody here 5.1.1 by that name", "5.1.1"), await transport.SendAsync(Mail, default));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Theory]
    [InlineData("451 4.3.0 try again later", 451, "4.3.0")]
    [InlineData("452 disk full", 452, null)]
    [InlineData("530 5.7.0 sign in first", 530, "5.7.0")]
    public async Task What_may_pass_puts_the_message_off(string reply, int code, string? status)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            await talk.AnswerAsync("MAIL", reply);
            await talk.AnswerAsync("RSET", "250 ok");
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Deferred(code, reply[4..], status), await transport.SendAsync(Mail, default));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
    }

    [Theory]
    [InlineData("550 5.7.1 looks like spam", true)]
    [InlineData("451 4.7.1 greylisted", false)]
    public async Task The_answer_to_the_whole_message_counts(string reply, bool isFinal)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("PIPELINING");
            await talk.HearMessageAsync();
            await talk.SayAsync(reply);
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.IsType(isFinal ? typeof(SendOutcome.Refused) : typeof(SendOutcome.Deferred), await transport.SendAsync(Mail, default));
    }

    [Theory]
    [InlineData("421 4.4.2 idle for too long")]
    [InlineData(null)]
    public async Task A_kept_connection_that_the_server_ends_is_replaced_by_a_new_one(string? farewell)
    {
        await using var server = new ScriptedSmtpServer(
            async talk =>
            {
                await talk.GreetAsync("PIPELINING");
                await talk.TakeMessageAsync();
                if (farewell is not null)
                    await talk.AnswerAsync("MAIL", farewell);
            },
            async talk =>
            {
                await talk.GreetAsync("PIPELINING");
                await talk.TakeMessageAsync();
            });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Fact]
    public async Task A_server_that_closes_in_mid_session_puts_this_message_off_and_the_next_one_connects_anew()
    {
        await using var server = new ScriptedSmtpServer(
            async talk =>
            {
                await talk.GreetAsync("PIPELINING");
                await talk.HearMessageAsync();
                await talk.SayAsync("421 4.3.2 shutting down");
            },
            async talk =>
            {
                await talk.GreetAsync();
                await talk.AnswerAsync("MAIL", "421 4.3.2 still shutting down");
            },
            async talk =>
            {
                await talk.GreetAsync();
                await talk.TakeMessageAsync();
            });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.Equal(421, Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default)).Code);
        Assert.Equal(421, Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default)).Code);
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_after_the_message_puts_it_off_and_it_is_not_sent_again_at_once(bool hangsUp)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("PIPELINING");
            await talk.TakeMessageAsync();
            await talk.HearMessageAsync();
            if (!hangsUp)
                await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(server.Options with { DataTimeout = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await transport.SendAsync(Mail, default);

        var outcome = Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));

        await server.FinishAsync();
        Assert.Equal(0, outcome.Code);
        Assert.Contains(hangsUp ? "closed it" : "did not answer within 2 seconds", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(server.Conversations).Verbs.Count(verb => verb == "DATA"));
    }

    [Fact]
    public async Task A_server_that_waits_for_a_message_to_nobody_gets_none()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("PIPELINING");
            await talk.AnswerAsync("MAIL", "250 ok");
            await talk.AnswerAsync("RCPT", "550 nobody");
            await talk.AnswerAsync("DATA", "354 go on");
            Assert.Null(await talk.HearAsync());
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Theory]
    [InlineData("554 no service here")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("")]
    public async Task A_server_that_does_not_greet_puts_the_message_off(string greeting)
    {
        await using var server = new ScriptedSmtpServer(talk => talk.SayAsync(greeting));
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_without_an_end_is_not_read_for_ever(bool inOneLine)
    {
        await using var server = new ScriptedSmtpServer(talk => talk.SayAsync(inOneLine ? new string('2', 100_000) : string.Concat(Enumerable.Repeat("220-and\n", 10_000))));
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));
    }

    [Fact]
    public async Task Where_no_server_listens_the_message_is_put_off_in_plain_words()
    {
        int port;
        await using (var gone = new ScriptedSmtpServer())
            port = gone.Port;
        await using var transport = new SmtpTransport(new SmtpOptions("127.0.0.1", port, SmtpSecurity.None), TimeProvider.System);

        var outcome = Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));

        Assert.StartsWith($"No connection to the mail server 127.0.0.1:{port}", outcome.Text, StringComparison.Ordinal);
        Assert.True(outcome.IsServerAway);
    }

    [Theory]
    [InlineData("421 4.7.0 too many connections", null, true)]
    [InlineData("220 mx.example.org", "554 5.7.1 not you", true)]
    [InlineData("220 mx.example.org", "250 mx.example.org", false)]
    public async Task A_server_is_away_when_it_lets_nobody_in_and_not_when_it_breaks_off_at_a_message(string greeting, string? hello, bool isAway)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.SayAsync(greeting);
            if (hello is null) return;
            await talk.AnswerAsync("EHLO", hello);
            if (isAway) return;
            await talk.AnswerAsync("MAIL", "250 ok");
            await talk.AnswerAsync("RCPT", "421 4.3.2 closing");
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        Assert.Equal(isAway, Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default)).IsServerAway);
    }
}
