using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Host.MailRoom;

/// <summary>What the lists say about a mail.</summary>
internal static class MailWords
{
    /// <summary>Site mail belongs to no series; its hours are told in UTC.</summary>
    private const string NoZone = "Etc/UTC";

    public static string About(MailRow mail, IStringLocalizer<Words> l) => mail switch
    {
        { Series: null } => l["The site"],
        { SessionNumber: { } number } => l["{0}, session {1}", mail.Series, number],
        { SessionTitle: { } title } => l["{0}: {1}", mail.Series, title],
        _ => mail.Series,
    };

    public static string When(MailRow mail, IStringLocalizer<Words> l) => mail switch
    {
        { SentAt: { } sent } => Moment(sent, mail.Zone ?? NoZone),
        { State: OutboxState.Waiting, Attempts: > 0 } => l["Next try {0}", Moment(mail.DueAt, mail.Zone ?? NoZone)],
        { State: OutboxState.Waiting } => l["Leaves {0}", Moment(mail.DueAt, mail.Zone ?? NoZone)],
        _ => Moment(mail.CreatedAt, mail.Zone ?? NoZone),
    };

    public static string Subject(MailRow mail, IStringLocalizer<Words> l) =>
        mail.Subject ?? (mail.Series is null ? l["Sign-in mail"] : l["Not written yet"]);

    /// <summary>The word and the class of a state.</summary>
    public static (string Word, string Class) State(OutboxState state, IStringLocalizer<Words> l) => state switch
    {
        OutboxState.Waiting => (l["Waiting"], ""),
        OutboxState.Sending => (l["Being sent"], "wait"),
        OutboxState.Sent => (l["Sent"], "good"),
        OutboxState.Failed => (l["Came back"], "bad"),
        _ => (l["Not needed any more"], "none"),
    };

    /// <summary>Why there are no words to read; empty when there are.</summary>
    public static string Missing(MailReading text, IStringLocalizer<Words> l) => text switch
    {
        MailReading.Private => l["Sign-in mail is for the person who gets it alone: here stands only that it went."],
        MailReading.Gone => l["What it said was deleted 30 days after sending, or it was never written."],
        MailReading.NothingToSay => l["There is nothing left to say: this mail will be dropped instead of sent."],
        MailReading.CannotBeWritten => l["It can't be written at the moment; the log says why."],
        _ => "",
    };

    private static string Moment(Instant at, string zone)
    {
        var local = at.InZone(SessionClock.Zone(zone));
        return $"{local.ToString("ddd d MMM uuuu, HH:mm", CultureInfo.InvariantCulture)} {zone} (UTC{local.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture)})";
    }
}
