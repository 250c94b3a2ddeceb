namespace Sessions.Registrations.Sheets;

/// <summary>Who was in a meeting, as its software wrote it down.</summary>
/// <param name="People">Each once, in the order of the list, with the minutes of all their times in it.</param>
/// <param name="HasMinutes">The list says how long people stayed.</param>
internal sealed record MeetingList(MeetingSource Source, IReadOnlyList<ListedPerson> People, bool HasMinutes);

/// <param name="Line">Where they stand first, from 1.</param>
/// <param name="Name">As written; null where the list has none.</param>
/// <param name="Address">In the form to compare by; null where the list has none that can be read.</param>
/// <param name="Minutes">Null where the list does not say.</param>
/// <param name="IsOutside">Waited to be let in and never was.</param>
internal sealed record ListedPerson(int Line, string? Name, string? Address, double? Minutes, bool IsOutside);

/// <summary>Whose list it looks like.</summary>
public enum MeetingSource
{
    /// <summary>Any table with a name or an address.</summary>
    Table = 1,
    Zoom = 2,
    Teams = 3,
    Meet = 4,
}

/// <summary>Why nothing of a list is read.</summary>
internal enum MeetingListFault
{
    /// <summary>More than <see cref="MeetingListReader.MostBytes"/>.</summary>
    TooLarge = 1,

    /// <summary>Neither UTF-8 nor UTF-16.</summary>
    NotText = 2,
    NothingInIt = 3,

    /// <summary>More than <see cref="MeetingListReader.MostRows"/>.</summary>
    TooManyRows = 4,

    /// <summary>No row names a column with names or addresses, and no row holds an address.</summary>
    HeadingsUnreadable = 5,

    /// <summary>A quote is open to the end of the file.</summary>
    QuoteOpen = 6,
}
