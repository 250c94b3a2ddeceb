using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class SmtpSecurityTests : IDisposable
{
    private const string Password = "correct horse";
    private static readonly OutgoingMail Mail = Samples.Message().ToOutgoing();
    private readonly X509Certificate2 _certificate = TestCertificate.Create();

    [Fact]
    public async Task The_password_travels_inside_tls_and_what_was_offered_before_is_forgotten()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("STARTTLS", "AUTH LOGIN", "PIPELINING");
            await talk.AnswerAsync("STARTTLS", "220 go on");
            await talk.EncryptAsync(_certificate);
            await talk.AnswerHelloAsync("AUTH PLAIN LOGIN");
            await talk.AnswerAsync($"AUTH PLAIN {Base64($"\0house\0{Password}")}", "235 2.7.0 welcome");
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.StartTls), TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Fact]
    public async Task Tls_from_the_first_octet_and_sign_in_by_login_work_too()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.EncryptAsync(_certificate);
            await talk.GreetAsync("AUTH LOGIN");
            await talk.AnswerAsync("AUTH LOGIN", "334 VXNlcm5hbWU6");
            await talk.AnswerAsync(Base64("house"), "334 UGFzc3dvcmQ6");
            await talk.AnswerAsync(Base64(Password), "235 welcome");
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.Tls), TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00:11:22")]
    public async Task A_certificate_nobody_vouches_for_gets_neither_password_nor_message(string? fingerprint)
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("STARTTLS");
            await talk.AnswerAsync("STARTTLS", "220 go on");
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await talk.EncryptAsync(_certificate);
                await talk.AnswerHelloAsync();
            });
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.StartTls) with { TrustedCertificateSha256 = fingerprint }, TimeProvider.System);

        var outcome = Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default));

        await server.FinishAsync();
        Assert.StartsWith("No trusted TLS connection", outcome.Text, StringComparison.Ordinal);
        Assert.Equal(["EHLO", "STARTTLS"], server.Conversations[0].Verbs.Take(2));
        Assert.DoesNotContain(server.Conversations[0].Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_hides_starttls_gets_nothing()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("AUTH PLAIN");
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.StartTls), TimeProvider.System);

        Assert.Contains("offers no STARTTLS", Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default)).Text, StringComparison.Ordinal);
        await server.FinishAsync();
        Assert.Equal(["EHLO"], server.Conversations[0].Verbs);
    }

    [Fact]
    public async Task What_somebody_slips_in_before_the_handshake_is_not_believed()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("STARTTLS");
            await talk.AnswerAsync("STARTTLS", "220 go on\n250 AUTH PLAIN");
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.StartTls), TimeProvider.System);

        Assert.Contains("out of turn", Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mail, default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_puts_every_message_off_and_loses_none()
    {
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("AUTH PLAIN");
            await talk.AnswerAsync("AUTH", "535 5.7.8 authentication failed");
            await talk.WaitForTheEndAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.None), TimeProvider.System);

        var outcome = await transport.SendAsync(Mail, default);

        Assert.Equal(new SendOutcome.Deferred(535, "The mail server did not accept our user and password: 535 5.7.8 authentication failed", "5.7.8") { IsServerAway = true }, outcome);
    }

    [Fact]
    public async Task An_access_token_signs_in_where_there_is_one_as_another_program_would_say_it()
    {
        using var provider = new TokenServer();
        var said = new MailKit.Security.SaslMechanismOAuth2("house", "token-1").Challenge(null);
        await using var server = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("STARTTLS");
            await talk.AnswerAsync("STARTTLS", "220 go on");
            await talk.EncryptAsync(_certificate);
            await talk.AnswerHelloAsync("AUTH PLAIN XOAUTH2");
            await talk.AnswerAsync($"AUTH XOAUTH2 {said}", "235 2.7.0 welcome");
            await talk.TakeMessageAsync();
        });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.StartTls) with { Password = null, OAuth = provider.Client }, TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Fact]
    public async Task An_access_token_that_is_not_taken_puts_the_message_off_and_the_next_try_has_a_new_one()
    {
        using var provider = new TokenServer();
        await using var server = new ScriptedSmtpServer(
            async talk =>
            {
                await talk.GreetAsync("AUTH XOAUTH2");
                await talk.AnswerAsync("AUTH XOAUTH2", "334 eyJzdGF0dXMiOiI0MDEifQ==");
                await talk.AnswerAsync("", "535 5.7.8 authentication failed");
                await talk.WaitForTheEndAsync();
            },
            async talk =>
            {
                await talk.GreetAsync("AUTH XOAUTH2");
                await talk.AnswerAsync($"AUTH XOAUTH2 {Base64("user=house\u0001auth=Bearer token-2\u0001\u0001")}", "235 welcome");
                await talk.TakeMessageAsync();
            });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.None) with { Password = null, OAuth = provider.Client }, TimeProvider.System);

        Assert.Equal(new SendOutcome.Deferred(535, "The mail server did not accept our access token: 535 5.7.8 authentication failed", "5.7.8") { IsServerAway = true }, await transport.SendAsync(Mail, default));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(Mail, default));
        await server.FinishAsync();
    }

    [Fact]
    public async Task A_trial_shows_neither_token_nor_secret_and_says_why_there_is_none()
    {
        using var provider = new TokenServer();
        await using var server = new ScriptedSmtpServer(
            async talk =>
            {
                await talk.GreetAsync("AUTH XOAUTH2");
                await talk.AnswerAsync("AUTH XOAUTH2", "535 5.7.8 token-1 is not welcome");
                await talk.WaitForTheEndAsync();
            },
            async talk =>
            {
                await talk.GreetAsync("AUTH XOAUTH2");
                await talk.WaitForTheEndAsync();
            });
        await using var transport = new SmtpTransport(SignedIn(server, SmtpSecurity.None) with { Password = null, OAuth = provider.Client }, TimeProvider.System);

        var refused = await transport.TryAsync(Mail, default);
        provider.Give = _ => (401, """{"error":"invalid_client"}""");
        var without = await transport.TryAsync(Mail, default);

        Assert.Equal(SmtpStep.SignIn, refused.Step);
        Assert.DoesNotContain("token-1", string.Join('\n', refused.Conversation), StringComparison.Ordinal);
        Assert.Equal((SmtpStep.SignIn, "127.0.0.1 gives no access token: invalid_client"), (without.Step, Assert.IsType<SendOutcome.Deferred>(without.Outcome).Text));
        Assert.DoesNotContain("our-secret", string.Join('\n', without.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_never_travels_in_the_clear_to_another_machine()
    {
        var options = new SmtpOptions("mail.example.org", 25, SmtpSecurity.None, "house", Password);

        Assert.Contains("in the clear", options.FindFault(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SmtpTransport(options, TimeProvider.System));
        Assert.DoesNotContain(Password, options.ToString(), StringComparison.Ordinal);
        Assert.Null((options with { Security = SmtpSecurity.Tls }).FindFault());
        Assert.Null((options with { Host = "::1" }).FindFault());
    }

    public void Dispose() => _certificate.Dispose();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private SmtpOptions SignedIn(ScriptedSmtpServer server, SmtpSecurity security) => server.Options with
    {
        Security = security,
        User = "house",
        Password = Password,
        TrustedCertificateSha256 = TestCertificate.Fingerprint(_certificate),
    };
}
