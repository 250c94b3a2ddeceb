using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class MailTrialTests(PostfixServer postfix) : IClassFixture<PostfixServer>
{
    private static readonly OutgoingMail Mail = Samples.Message().ToOutgoing();

    [Theory]
    [InlineData("HELLO", SmtpStep.Greet)]
    [InlineData("MAIL", SmtpStep.NameSender)]
    [InlineData("RCPT", SmtpStep.NameRecipient)]
    [InlineData("DATA", SmtpStep.Deliver)]
    [InlineData("END", SmtpStep.Deliver)]
    [InlineData("220", SmtpStep.Connect)]
    public async Task A_trial_names_the_step_that_was_refused(string broken, SmtpStep expected)
    {
        await using var server = new ScriptedSmtpServer(talk => Refuse(talk, broken));
        await using var transport = new SmtpTransport(server.Options, TimeProvider.System);

        var trial = await transport.TryAsync(Mail, default);

        Assert.Equal(expected, trial.Step);
        Assert.IsNotType<SendOutcome.Delivered>(trial.Outcome);
        Assert.Contains(trial.Conversation, line => line == "< 550 5.7.1 not here");
    }

    [Fact]
    public async Task A_server_without_starttls_fails_at_the_greeting_and_a_wrong_name_before_it()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync();
            await talk.WaitForTheEndAsync();
        });
        await using var plain = new SmtpTransport(server.Options with { Security = SmtpSecurity.StartTls }, TimeProvider.System);
        await using var nowhere = new SmtpTransport(new SmtpOptions("mail.invalid", 25, SmtpSecurity.None), TimeProvider.System);
        await using var closed = new SmtpTransport(new SmtpOptions("127.0.0.1", 1, SmtpSecurity.None), TimeProvider.System);

        Assert.Equal(SmtpStep.Encrypt, (await plain.TryAsync(Mail, default)).Step);
        Assert.Equal(SmtpStep.FindServer, (await nowhere.TryAsync(Mail, default)).Step);
        Assert.Equal(SmtpStep.Connect, (await closed.TryAsync(Mail, default)).Step);
    }

    [Fact]
    public async Task The_password_stands_nowhere_in_the_conversation_even_when_the_server_repeats_it()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("AUTH LOGIN");
            await talk.AnswerAsync("AUTH LOGIN", "334 VXNlcm5hbWU6");
            await talk.HearAsync();
            await talk.SayAsync("334 UGFzc3dvcmQ6");
            await talk.HearAsync();
            await talk.SayAsync("535 5.7.8 kestrel-pass is wrong");
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(server.Options with { User = "ann", Password = "kestrel-pass" }, TimeProvider.System);

        var trial = await transport.TryAsync(Mail, default);

        Assert.Equal(SmtpStep.SignIn, trial.Step);
        Assert.DoesNotContain(trial.Conversation, line => line.Contains("kestrel", StringComparison.Ordinal) || line.Contains(Convert.ToBase64String("kestrel-pass"u8), StringComparison.Ordinal));
    }

    [NeedsFact(Component.Postfix)]
    public async Task A_real_server_takes_a_trial_and_names_a_wrong_sign_in_and_an_unknown_recipient()
    {
        await using var right = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls), TimeProvider.System);
        await using var wrong = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls) with { Password = "wrong" }, TimeProvider.System);
        await using var distrusting = new SmtpTransport(postfix.Options(SmtpSecurity.Tls) with { TrustedCertificateSha256 = null }, TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>((await right.TryAsync(Mail, default)).Outcome);
        Assert.Equal(SmtpStep.NameRecipient, (await right.TryAsync(Mail with { Recipient = EmailAddress.Parse("nobody-here@example.org") }, default)).Step);
        Assert.Equal(SmtpStep.SignIn, (await wrong.TryAsync(Mail, default)).Step);
        Assert.Equal(SmtpStep.Encrypt, (await distrusting.TryAsync(Mail, default)).Step);
    }

    private static async Task Refuse(SmtpConversation talk, string broken)
    {
        const string No = "550 5.7.1 not here";
        await talk.SayAsync(broken == "220" ? No : "220 mx.example.org ESMTP");
        if (broken == "220") return;
        foreach (var verb in new[] { "EHLO", "MAIL", "RCPT", "DATA" })
        {
            var isBroken = broken == verb || (broken == "HELLO" && verb == "EHLO");
            await talk.AnswerAsync(verb, isBroken ? No : verb == "DATA" ? "354 go on" : "250 ok");
            if (isBroken)
            {
                await talk.WaitForTheEndAsync();
                return;
            }
        }
        await talk.HearDataAsync();
        await talk.SayAsync(No);
        await talk.WaitForTheEndAsync();
    }
}
