namespace Sessions.Scheduling.Sheets;

/// <summary>What is wrong with a row.</summary>
/// <param name="Value">The piece that is meant.</param>
public sealed record RowFault(RowFaultKind Kind, string Value = "")
{
    private const int Shown = 60;

    internal static RowFault Of(RowFaultKind kind, string value) => new(kind, value.Length <= Shown ? value : TypedText.Cut(value, Shown) + "…");
}

public enum RowFaultKind
{
    /// <summary>Not JSON, a quote that is not closed, a line that is no content line.</summary>
    Unreadable = 1,
    DateUnreadable = 2,

    /// <summary>03/04/2026.</summary>
    DateAmbiguous = 3,
    StartUnreadable = 4,
    StartWithoutDay = 5,
    LastDateUnreadable = 6,
    LastDateBeforeFirst = 7,

    /// <summary>Hours go over one day; over several the days are whole.</summary>
    LastDateWithStart = 8,
    MinutesOutOfRange = 9,
    ZoneUnknown = 10,
    TitleTooLong = 11,
    AnnouncementTooLong = 12,
    NumberOutOfRange = 13,
    KindUnknown = 14,
    SpeakerUnreadable = 15,
    NameTooLong = 16,
    TooManySpeakers = 17,
    LinkNotHttp = 18,
    AddressTooLong = 19,
    NotYesOrNo = 20,
    BecauseTooLong = 21,

    /// <summary>Another row of the file has this number.</summary>
    NumberTwice = 22,

    /// <summary>Nothing that is read here.</summary>
    Empty = 23,
    RuleUnreadable = 24,
    EndBeforeStart = 25,
    StartMissing = 26,
    TooMuch = 27,
}

/// <summary>One row as read: a record, or what is wrong with it.</summary>
/// <param name="Line">Where it begins in the file, from 1; in JSON its place among the sessions.</param>
public sealed record ReadRow(int Line, SessionRecord? Record, RowFault? Fault)
{
    internal ReadRow(int line, RowFaultKind kind, string value = "") : this(line, null, RowFault.Of(kind, value))
    {
    }
}

/// <param name="NotRead">Headings and members that mean nothing here.</param>
public sealed record ReadSheet(SheetFormat Format, IReadOnlyList<ReadRow> Rows, IReadOnlyList<string> NotRead);

/// <summary>Why nothing of a file is read.</summary>
public enum SheetFault
{
    /// <summary>More than <see cref="SheetReader.MostBytes"/>.</summary>
    TooLarge = 1,

    /// <summary>Neither UTF-8 nor UTF-16.</summary>
    NotText = 2,
    NothingInIt = 3,

    /// <summary>More than <see cref="SheetReader.MostRows"/>.</summary>
    TooManyRows = 4,

    /// <summary>The first row of a table names no column that is read here.</summary>
    HeadingsUnreadable = 5,
}
