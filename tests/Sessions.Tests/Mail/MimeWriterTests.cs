using System.Text;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class MimeWriterTests
{
    [NeedsFact(Component.Python)]
    public void An_invitation_carries_the_calendar_last_among_the_alternatives_and_attached()
    {
        var message = Samples.Message() with { Calendar = new CalendarPart("request", Samples.Calendar) };

        var read = Read(message);

        Assert.Equal("multipart/mixed", read.Body.Type);
        var (alternative, attached) = (read.Body.Parts[0], read.Body.Parts[1]);
        Assert.Equal("multipart/alternative", alternative.Type);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], alternative.Parts.Select(part => part.Type));
        Assert.Equal(("REQUEST", "UTF-8"), (alternative.Parts[2].Parameters["method"], alternative.Parts[2].Parameters["charset"]));
        Assert.Equal(("application/ics", "invite.ics", "invite.ics"), (attached.Type, attached.Parameters["name"], attached.FileName));
        Assert.Equal(Samples.Calendar, alternative.Parts[2].Text);
        Assert.Equal(Samples.Calendar, attached.Text);
        Assert.Equal(Lines(message.Text), Lines(alternative.Parts[0].Text));
        Assert.Equal(Lines(message.Html), Lines(alternative.Parts[1].Text));
    }

    [Fact]
    public void MimeKit_reads_the_same_invitation()
    {
        var message = Samples.Message() with { Calendar = new CalendarPart("request", Samples.Calendar) };

        var read = MimeKit.MimeMessage.Load(new MemoryStream(MimeWriter.Write(message)));

        Assert.Equal(message.Subject, read.Subject);
        Assert.Equal(Lines(message.Text), Lines(read.TextBody!));
        Assert.Equal(Lines(message.Html), Lines(read.HtmlBody!));
        var calendar = Assert.Single(read.BodyParts.OfType<MimeKit.TextPart>(), part => part.ContentType.IsMimeType("text", "calendar"));
        Assert.Equal(("REQUEST", Lines(Samples.Calendar)), (calendar.ContentType.Parameters["method"], Lines(calendar.Text)));
        Assert.Equal("invite.ics", Assert.Single(read.Attachments).ContentDisposition?.FileName);
    }

    [NeedsFact(Component.Python)]
    public void A_mail_without_a_calendar_is_a_plain_alternative()
    {
        var read = Read(Samples.Message());

        Assert.Equal("multipart/alternative", read.Body.Type);
        Assert.Equal(["text/plain", "text/html"], read.Body.Parts.Select(part => part.Type));
    }

    [NeedsFact(Component.Python)]
    public void Every_header_of_an_automatic_mail_is_there()
    {
        var first = MessageId.Parse("<first@sessions.example.org>");
        var read = Read(Samples.Message() with
        {
            InReplyTo = first,
            ReplyTo = new Mailbox(EmailAddress.Parse("host@example.org"), "Host"),
            Unsubscribe = new Uri("https://sessions.example.org/mail/stop?t=abc"),
        });

        Assert.Equal("Tue, 31 Oct 2023 09:05:07 +0000", read["Date"]);
        Assert.Equal("<first@sessions.example.org>", read["In-Reply-To"]);
        Assert.Equal("<first@sessions.example.org>", read["References"]);
        Assert.Equal("auto-generated", read["Auto-Submitted"]);
        Assert.Equal("OOF, AutoReply", read["X-Auto-Response-Suppress"]);
        Assert.Equal("<https://sessions.example.org/mail/stop?t=abc>", read["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", read["List-Unsubscribe-Post"]);
        Assert.Equal("Host <host@example.org>", read["Reply-To"]);
        Assert.Equal(Samples.Message().Id.ToString(), read["Message-ID"]);
    }

    [NeedsFact(Component.Python)]
    public void A_sign_in_mail_names_no_way_to_unsubscribe()
    {
        var read = Read(Samples.Message());

        Assert.DoesNotContain(read.Headers, header => header.Name.StartsWith("List-", StringComparison.Ordinal));
    }

    [NeedsFact(Component.Python)]
    public void A_long_thread_of_references_is_folded()
    {
        var ids = Enumerable.Range(0, 60).Select(i => MessageId.FromKey($"k{i}", "sessions.example.org")).ToList();

        var read = Read(Samples.Message() with { References = ids, InReplyTo = ids[^1] });

        Assert.Equal(string.Join(' ', ids), read["References"]);
    }

    [NeedsFact(Component.Python)]
    public void Bodies_keep_what_a_server_could_mistake_for_something_else()
    {
        var text = string.Join('\n', ".", "..", "From here", "a=b =3D", "trailing \t", "--=_x", new string('ü', 3000), new string('w', 3000), "🌊 end", "");

        var read = Read(Samples.Message() with { Text = text });

        Assert.Equal(text, Lines(read.Body.Parts[0].Text));
    }

    [Fact]
    public void The_same_message_is_the_same_octets_and_another_id_another_boundary()
    {
        var invitation = Samples.Message() with { Calendar = new CalendarPart("REQUEST", Samples.Calendar) };

        Assert.Equal(MimeWriter.Write(invitation), MimeWriter.Write(invitation with { }));
        Assert.NotEqual(Boundary(Samples.Message()), Boundary(Samples.Message("another")));
    }

    [Fact]
    public void An_unsubscribe_address_or_a_method_that_could_end_its_header_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Samples.Message() with { Unsubscribe = new Uri("javascript:alert(1)") }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Samples.Message() with { Calendar = new CalendarPart("REQUEST\r\nX: y", "") }));
        Assert.Throws<FormatException>(() => MessageId.Parse("<a@b>\r\nBcc: <c@d>"));
    }

    [Fact]
    public void An_id_follows_from_its_key_and_does_not_show_it()
    {
        var id = MessageId.FromKey("registration:42:confirmed:3", "localhost");

        Assert.Equal(id, MessageId.FromKey("registration:42:confirmed:3", "LOCALHOST"));
        Assert.Equal(id, MessageId.Parse(id.ToString()));
        Assert.NotEqual(id, MessageId.FromKey("registration:42:confirmed:4", "localhost"));
        Assert.Matches("^[0-9a-f]{32}@localhost$", id.Value);
        Assert.Throws<ArgumentException>(() => MessageId.FromKey("k", "not a domain"));
    }

    private static string Boundary(MailMessage message) =>
        Encoding.ASCII.GetString(MimeWriter.Write(message)).Split("boundary=\"")[1].Split('"')[0];

    private static PeerMail Read(MailMessage message)
    {
        var bytes = MimeWriter.Write(message);
        MimeRules.Check(bytes);
        var read = PeerMail.Read(bytes);
        Assert.Empty(read.Defects);
        return read;
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
