namespace Sessions.Registrations.Sheets;

internal enum MeetingColumn
{
    Name = 1,
    FirstName,
    LastName,
    Address,

    /// <summary>The sign-in of a Teams account: an address, mostly.</summary>
    Account,
    Minutes,
    Seconds,

    /// <summary>Zoom: this row is of the time before somebody was let in.</summary>
    Outside,
}

/// <summary>How the columns of a list are called, in the languages such lists come in.</summary>
internal static class MeetingColumns
{
    /// <summary>In small letters and digits alone.</summary>
    private static readonly Dictionary<string, MeetingColumn> Names = new[]
    {
        (MeetingColumn.Name, "name nameoriginalname originalname fullname displayname username participant participantname attendee attendeename vollständigername teilnehmer nom nomcomplet nombre nombrecompleto nome nomecompleto naam imięinazwisko"),
        (MeetingColumn.FirstName, "firstname givenname vorname prénom nombredepila imię voornaam"),
        (MeetingColumn.LastName, "lastname surname familyname nachname nomdefamille apellidos cognome nazwisko achternaam"),
        (MeetingColumn.Address, "email useremail emailaddress mail mailaddress address emailadresse adresseemail courriel correoelectrónico correo indirizzoemail adresemail"),
        (MeetingColumn.Account, "participantidupn upn userprincipalname teilnehmeridupn"),
        (MeetingColumn.Minutes, "duration durationminutes totaldurationminutes totalduration inmeetingduration meetingduration attendanceduration timeinsessionminutes timeinsession timeincall minutes dauer dauerminuten besprechungsdauer durée duréeminutes duración duraciónminutos durata duração czastrwania duur"),
        (MeetingColumn.Seconds, "durationseconds totaldurationseconds seconds attendancedurationinseconds"),
        (MeetingColumn.Outside, "inwaitingroom"),
    }.SelectMany(c => c.Item2.Split(' ').Select(name => KeyValuePair.Create(name, c.Item1))).ToDictionary();

    /// <summary>Words that stand above the list alone, in the table that tells of the meeting itself.</summary>
    private static readonly HashSet<string> OfTheMeeting = ["topic", "meetingid", "meetingtitle", "hostname", "hostemail", "participants"];

    /// <returns>Null for a row that names no name and no address, holds what only a person's row holds, or tells of the meeting.</returns>
    public static IReadOnlyList<MeetingColumn?>? Read(IReadOnlyList<string> cells)
    {
        var columns = new MeetingColumn?[cells.Count];
        var (named, ofTheMeeting) = (0, false);
        for (var at = 0; at < cells.Count; at++)
        {
            if (cells[at].Contains('@', StringComparison.Ordinal)) return null;
            var heading = Plain(cells[at]);
            ofTheMeeting |= OfTheMeeting.Contains(heading);
            if (!Names.TryGetValue(heading, out var column) || Array.IndexOf(columns, column) >= 0) continue;
            columns[at] = column;
            named++;
        }
        var hasName = columns.Any(c => c is MeetingColumn.Name or MeetingColumn.FirstName or MeetingColumn.LastName);
        if (!hasName && (ofTheMeeting || !columns.Any(c => c is MeetingColumn.Address or MeetingColumn.Account))) return null;
        // A role is often "Attendee": one such word among others is no heading.
        return columns[0] is not null || named > 1 ? columns : null;
    }

    public static MeetingSource Source(IReadOnlyList<string> cells)
    {
        var names = cells.Select(Plain).ToHashSet();
        if (names.Contains("nameoriginalname") || names.Contains("inwaitingroom") || (names.Contains("guest") && names.Contains("useremail"))) return MeetingSource.Zoom;
        if (names.Any(n => n is "participantidupn" or "teilnehmeridupn" or "inmeetingduration" or "useraction")) return MeetingSource.Teams;
        return names.Contains("timejoined") || names.Contains("timeexited") ? MeetingSource.Meet : MeetingSource.Table;
    }

    private static string Plain(string heading) => heading.Length > 100 ? "" : string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
