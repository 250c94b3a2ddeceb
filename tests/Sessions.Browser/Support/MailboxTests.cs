using System.Text;

namespace Sessions.Browser.Support;

public sealed class MailboxTests
{
    private const string Invitation = """
        From: Sessions <sessions@example.org>
        To: ada@example.org
        Subject: =?utf-8?B?w5xiZXIgb3Blbg==?=
         =?utf-8?Q?_data_=E2=80=93?= Thursday
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        caf=C3=A9 and a long =
        line
        --inner
        Content-Type: text/html; charset=UTF-8
        Content-Transfer-Encoding: base64

        PGEgaHJlZj0iaHR0cDovL2V4YW1wbGUub3JnL2pvaW4vYWJjP3g9MSZhbXA7eT0yIj5Kb2luPC9hPg==
        --inner
        Content-Type: text/calendar; method=REQUEST; charset=UTF-8

        BEGIN:VCALENDAR
        --inner--

        --outer
        Content-Type: application/ics; name=invite.ics
        Content-Disposition: attachment; filename="invite.ics"

        BEGIN:VCALENDAR
        --outer--
        """;

    [Fact]
    public void A_message_is_read_with_its_words_parts_and_links_decoded()
    {
        var mail = ReceivedMail.Parse(Encoding.UTF8.GetBytes(Invitation));

        Assert.Equal("Über open data – Thursday", mail.Subject);
        Assert.Equal("café and a long line", mail.Text);
        Assert.Equal("http://example.org/join/abc?x=1&y=2", mail.Link("/join/").AbsoluteUri);
        Assert.Equal("REQUEST", mail.Parts[2].Parameter("Content-Type", "method"));
        Assert.Equal("BEGIN:VCALENDAR", mail.Calendar);
        Assert.Equal("invite.ics", mail.Parts[3].FileName);
    }
}
