using Sessions.Mail;

namespace Sessions.Tests.Mail;

internal static class Samples
{
    public const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sessions//EN\r\nMETHOD:REQUEST\r\nSUMMARY:Müller\\, open 🌊 data\r\nEND:VCALENDAR\r\n";

    public static readonly MailBody Body = new("Your place", [
        new MailBlock.Kicker("#OpenDataSavesLives, session 41"),
        new MailBlock.Heading("Your place is saved"),
        new MailBlock.Facts(["Wednesday 1 November 2023, 12:00 to 13:00", "Europe/London (UTC+00:00)"]),
        new MailBlock.Button("Your joining link", MailLink.Secret("https://sessions.example.org/join/kestrel-7f3a")),
        new MailBlock.Quiet("It is yours alone."),
        new MailBlock.Paragraph("The clocks go back on Sunday."),
        new MailBlock.Items(["1 November", "8 November"]),
        new MailBlock.Footer([
            MailText.Format("Cannot come? {0}: the next person gets it.", MailText.LinkTo("Give up your place", MailLink.Secret("https://sessions.example.org/my/kestrel-7f3a"))),
            MailText.Format("Questions? {0}", MailText.LinkTo("Contact", MailLink.Open("https://sessions.example.org/contact"))),
        ]),
    ]);

    public static MailMessage Message(string key = "registration:42:confirmed:3") => new()
    {
        From = new Mailbox(EmailAddress.Parse("rsvp@sessions.example.org"), "Open Data"),
        To = new Mailbox(EmailAddress.Parse("kestrel@example.org")),
        Subject = "Your place",
        Date = new DateTimeOffset(2023, 10, 31, 9, 5, 7, 250, TimeSpan.Zero),
        Id = MessageId.FromKey(key, "sessions.example.org"),
        Text = Body.ToText(),
        Html = Body.ToHtml(),
    };
}
