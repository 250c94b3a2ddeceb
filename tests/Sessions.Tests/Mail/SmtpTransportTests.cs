using System.Text;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = Samples.Message().ToOutgoing();

    [Fact]
    public async Task Several_messages_travel_over_one_connection()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("PIPELINING", "8BITMIME");
            for (var i = 0; i < 3; i++)
                await talk.TakeMessageAsync();
            await talk.WaitForTheEndAsync();
        });
        await using (var transport = new SmtpTransport(server.Options, TimeProvider.System))
        {
            for (var i = 0; i < 3; i++)
                Assert.Equal(new SendOutcome.Delivered("250 2.0.0 queued as 1"), await transport.SendAsync(Mail, default));
        }

        await server.FinishAsync();
        Assert.Equal(
            ["EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA", "QUIT"],
            Assert.Single(server.Conversations).Verbs);
        Assert.Contains("MAIL FROM:<rsvp@sessions.example.org>", server.Conversations[0].Heard);
        Assert.Contains("RCPT TO:<kestrel@example.org>", server.Conversations[0].Heard);
    }

    [Fact]
    public async Task Commands_leave_together_only_where_the_server_offers_it()
    {
        foreach (var offers in (bool[])[true, false])
        {
            var isTogether = false;
            await using var server = new ScriptedSmtpServer(async talk =>
            {
                await talk.GreetAsync(offers ? ["PIPELINING"] : []);
                await talk.HearAsync();
                // Unanswered: the next command comes all the same, or the client gives up.
                isTogether = await talk.HearAsync() is not null;
            });
            await using var transport = new SmtpTransport(server.Options with { Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);

            await transport.SendAsync(Mail, default);

            await server.FinishAsync();
            Assert.Equal(offers, isTogether);
        }
    }

    [Fact]
    public async Task A_line_that_begins_with_a_dot_arrives_and_a_bare_line_feed_ends_no_message()
    {
        var heard = "";
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("8BITMIME");
            await talk.AnswerAsync("MAIL", "250 ok");
            await talk.AnswerAsync("RCPT", "250 ok");
            await talk.AnswerAsync("DATA", "354 ok");
            heard = await talk.HearDataAsync();
            await talk.SayAsync("250 ok");
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        await transport.SendAsync(Mail with { Bytes = Encoding.ASCII.GetBytes("A: b\r\n\r\n.\r\n..x\n.\nMAIL FROM:<x@example.org>\r.\rend") }, default);

        Assert.Equal("A: b\r\n\r\n..\r\n...x\r\n..\r\nMAIL FROM:<x@example.org>\r\n..\r\nend\r\n", heard);
    }

    [Fact]
    public async Task An_unused_connection_is_closed_after_the_idle_limit()
    {
        var time = new FakeTime(new DateTimeOffset(2026, 3, 5, 11, 0, 0, TimeSpan.Zero));
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            await talk.TakeMessageAsync();
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(server.Options with { IdleLimit = TimeSpan.FromSeconds(20) }, time);
        await transport.SendAsync(Mail, default);

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.DoesNotContain("QUIT", server.Conversations[0].Heard);
        time.Advance(TimeSpan.FromSeconds(2));

        await server.FinishAsync();
        Assert.Equal("QUIT", server.Conversations[0].Heard[^1]);
    }

    [Fact]
    public async Task A_message_the_server_cannot_take_is_refused_before_it_is_offered()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("SIZE 100");
            await talk.WaitForTheEndAsync();
        });
        var small = Encoding.ASCII.GetBytes("Subject: hi\r\n\r\nhi\r\n");
        await using (var transport = new SmtpTransport(server.Options, TimeProvider.System))
        {
            Assert.Equal(552, Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mail, default)).Code);
            Assert.Equal(553, Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mail with { Recipient = EmailAddress.Parse("dömi@example.org"), Bytes = small }, default)).Code);
            Assert.Equal(554, Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mail with { Bytes = "ü\r\n"u8.ToArray() }, default)).Code);
        }

        await server.FinishAsync();
        Assert.Equal(["EHLO", "QUIT"], Assert.Single(server.Conversations).Verbs);
    }

    [Fact]
    public async Task What_a_server_offers_is_used_where_the_message_needs_it()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("SIZE 0", "SMTPUTF8", "8BITMIME");
            await talk.TakeMessageAsync();
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        await transport.SendAsync(Mail with { Recipient = EmailAddress.Parse("dömi@example.org"), Bytes = "ü\r\n"u8.ToArray() }, default);
        await transport.SendAsync(Mail with { Sender = null }, default);

        await server.FinishAsync();
        Assert.Contains("MAIL FROM:<rsvp@sessions.example.org> SIZE=4 BODY=8BITMIME SMTPUTF8", server.Conversations[0].Heard);
        Assert.Contains("RCPT TO:<dömi@example.org>", server.Conversations[0].Heard);
        Assert.Contains($"MAIL FROM:<> SIZE={Mail.Bytes.Length}", server.Conversations[0].Heard);
    }

    [Fact]
    public async Task Cancelling_is_no_outcome()
    {
        await using var server = new ScriptedSmtpServer(talk => talk.WaitForTheEndAsync());
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Mail, stop.Token));
    }
}
