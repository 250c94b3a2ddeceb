using System.Text;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class PostfixTests(PostfixServer postfix) : IClassFixture<PostfixServer>
{
    [NeedsFact(Component.Postfix)]
    public async Task An_invitation_arrives_octet_for_octet_over_starttls_with_sign_in() =>
        await ArrivesAsync(SmtpSecurity.StartTls);

    [NeedsFact(Component.Postfix)]
    public async Task An_invitation_arrives_octet_for_octet_over_implicit_tls_with_sign_in() =>
        await ArrivesAsync(SmtpSecurity.Tls);

    [NeedsFact(Component.Postfix)]
    public async Task An_unknown_recipient_is_refused_and_the_next_message_still_arrives()
    {
        await using var transport = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls) with { MaxConnections = 1 }, TimeProvider.System);
        var mail = Mail("After a refusal");

        var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(mail with { Recipient = EmailAddress.Parse("nobody-here@example.org") }, default));
        Assert.Equal((550, "5.1.1"), (refused.Code, refused.Status));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(mail, default));

        Assert.Single(await postfix.WaitForAsync("After a refusal", 1));
    }

    [NeedsFact(Component.Postfix)]
    public async Task A_wrong_password_and_an_unknown_certificate_put_the_message_off()
    {
        await using var wrong = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls) with { Password = "wrong" }, TimeProvider.System);
        await using var distrusting = new SmtpTransport(postfix.Options(SmtpSecurity.Tls) with { TrustedCertificateSha256 = null }, TimeProvider.System);

        Assert.Equal(535, Assert.IsType<SendOutcome.Deferred>(await wrong.SendAsync(Mail("never"), default)).Code);
        Assert.StartsWith("No trusted TLS connection", Assert.IsType<SendOutcome.Deferred>(await distrusting.SendAsync(Mail("never"), default)).Text, StringComparison.Ordinal);
    }

    [NeedsFact(Component.Postfix)]
    public async Task An_address_in_another_script_gets_its_mail()
    {
        var message = Samples.Message("utf8") with { To = new Mailbox(EmailAddress.Parse("dömi@example.org"), "Dömi"), Subject = "Another script" };
        await using var transport = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls), TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(message.ToOutgoing(), default));

        Assert.Contains("<dömi@example.org>", Encoding.UTF8.GetString(Assert.Single(await postfix.WaitForAsync("Another script", 1))), StringComparison.Ordinal);
    }

    [NeedsFact(Component.Postfix)]
    public async Task A_hundred_messages_at_once_share_four_connections_and_each_arrives_once()
    {
        var connectionsBefore = Connections();
        await using (var transport = new SmtpTransport(postfix.Options(SmtpSecurity.StartTls) with { MaxConnections = 4 }, TimeProvider.System))
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => transport.SendAsync(Mail("One of many", $"many:{i}"), default)));
            Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        }

        var arrived = await postfix.WaitForAsync("One of many", 100);

        Assert.Equal(100, arrived.Select(bytes => Encoding.UTF8.GetString(bytes).Split("Message-ID: ")[1].Split('\n')[0]).Distinct().Count());
        Assert.Equal(100, arrived.Count);
        Assert.InRange(Connections() - connectionsBefore, 1, 4);
    }

    private async Task ArrivesAsync(SmtpSecurity security)
    {
        var mail = Mail($"Invited over {security}", $"invited:{security}");
        await using var transport = new SmtpTransport(postfix.Options(security), TimeProvider.System);

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(mail, default));

        var arrived = Assert.Single(await postfix.WaitForAsync($"Invited over {security}", 1));
        var sent = Encoding.UTF8.GetString(mail.Bytes.Span).ReplaceLineEndings("\n");
        Assert.EndsWith(sent, Encoding.UTF8.GetString(arrived), StringComparison.Ordinal);
        Assert.Contains("with ESMTPSA", Encoding.UTF8.GetString(arrived), StringComparison.Ordinal);
    }

    private static OutgoingMail Mail(string subject, string? key = null) =>
        (Samples.Message(key ?? subject) with { Subject = subject, Calendar = new CalendarPart("REQUEST", Samples.Calendar) }).ToOutgoing();

    private int Connections() => postfix.Log.Split(": connect from").Length - 1;
}
