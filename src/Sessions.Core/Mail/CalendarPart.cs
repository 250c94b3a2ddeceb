namespace Sessions.Mail;

/// <summary>An iTIP object to carry along (RFC 6047): once among the alternatives, once attached.</summary>
/// <param name="Method">Equal to METHOD inside the text, as <c>REQUEST</c>; written in capitals.</param>
/// <param name="Text">The whole iCalendar object with its own CRLF line ends; sent octet for octet.</param>
public sealed record CalendarPart(string Method, string Text, string FileName = "invite.ics");
