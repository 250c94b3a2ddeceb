using System.Globalization;
using System.Text;
using NodaTime;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Views;

namespace Sessions.Web.Feeds;

/// <summary>The people of a session as a table (RFC 4180), in UTF-8 with the mark by which Excel knows it.</summary>
public static class AttendeesCsv
{
    public static byte[] Write(Attendees list)
    {
        var zone = SessionClock.Zone(list.When.Zone);
        var text = new StringBuilder();
        Row(text, ["State", "Waiting position", "Name", "E-mail address", $"Since ({list.When.Zone})", $"First joined ({list.When.Zone})", .. list.Questions.Select(q => q.Text)]);
        foreach (var person in list.People)
        {
            Row(text, [State(person.State), person.Place?.ToString(CultureInfo.InvariantCulture), person.Name, person.Address, Local(person.Since, zone),
                person.JoinedAt is { } joined ? Local(joined, zone) : null, .. list.Questions.Select(q => Answer(q, person.PersonId, zone))]);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Of a consent also when it was given; and to which words, where they are others now.</summary>
    private static string? Answer(AnsweredQuestion question, Guid person, DateTimeZone zone) => question.ByPerson.TryGetValue(person, out var said)
        ? string.Join("; ", said.Lines) + (question.Kind == QuestionKind.Consent ? $", {Local(said.At, zone)}" : "") + (said.OtherWording is { } words ? $" (to: {words})" : "")
        : null;

    /// <inheritdoc cref="CsvTable.Cell" />
    public static string Cell(string? value) => CsvTable.Cell(value);

    private static void Row(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string State(RegistrationState state) => state switch
    {
        RegistrationState.Confirmed => "confirmed",
        RegistrationState.Waitlisted => "waiting",
        RegistrationState.Offered => "offered",
        _ => "withdrawn",
    };

    private static string Local(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
