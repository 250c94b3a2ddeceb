using System.Globalization;

namespace Sessions.Scheduling;

/// <summary>How much a note weighs: a problem stops its own line only.</summary>
public enum LineNoteLevel { Problem, Question, Hint, Information }

public enum LineNoteKind
{
    TooManyLines,
    LineTooLong,
    DateMissing,
    DateImpossible,
    TimeImpossible,
    StartMissing,
    DaysWithoutYear,
    DaysOutOfRange,
    DateAmbiguous,
    WeekdayDiffers,
    DatePast,
    SameHourAsLine,
    OverlapsLine,
    SameHourInSeries,
    OverlapsInSeries,
    SameHourAs,
    OverlapsWith,
    SpeakerElsewhere,
    SpeakerElsewhereHere,
    Holiday,
    TimeSkipped,
    TimeDoubled,
    Long,
    AddressUnreadable,
    ZoneNotRead,
    HoursOfDays,
    YearAssumed,
    NamesByLook,
    ClocksForward,
    ClocksBack,
}

/// <summary>Something to say about a line: a kind, and the values its sentence is filled with.</summary>
public sealed record LineNote(LineNoteKind Kind, params object[] Values)
{
    public LineNoteLevel Level => Kind switch
    {
        <= LineNoteKind.DaysOutOfRange => LineNoteLevel.Problem,
        LineNoteKind.DateAmbiguous => LineNoteLevel.Question,
        < LineNoteKind.YearAssumed => LineNoteLevel.Hint,
        _ => LineNoteLevel.Information,
    };

    /// <summary>The English sentence with composite-format places for <see cref="Values"/>: the key under which it is translated.</summary>
    public string Format => Kind switch
    {
        LineNoteKind.TooManyLines => "At most {0} lines are read at once; this one and those after it are left out.",
        LineNoteKind.LineTooLong => "This line is longer than {0} characters.",
        LineNoteKind.DateMissing => "No date was found at the start of the line.",
        LineNoteKind.DateImpossible => "There is no such day as {0}.",
        LineNoteKind.TimeImpossible => "{0} is not a time of day.",
        LineNoteKind.StartMissing => "The line has no time, and no start is set for all lines.",
        LineNoteKind.DaysWithoutYear => "{0}: whole days need their year, like 2-4 June 2027.",
        LineNoteKind.DaysOutOfRange => "{0}: whole days end on the first day or later, and last {1} days at most.",
        LineNoteKind.DateAmbiguous => "Is {0} {1:d MMMM yyyy} or {2:d MMMM yyyy}?",
        LineNoteKind.WeekdayDiffers => "You wrote {0}; {1:d MMMM} is a {1:dddd}. The date counts.",
        LineNoteKind.DatePast => "{0:d MMMM yyyy} is in the past.",
        LineNoteKind.SameHourAsLine => "Same hour as line {0}.",
        LineNoteKind.OverlapsLine => "Overlaps with line {0}.",
        LineNoteKind.SameHourInSeries => "This series already has a session at this hour.",
        LineNoteKind.OverlapsInSeries => "Overlaps with a session of this series at {0:HH:mm}.",
        LineNoteKind.SameHourAs => "Same hour as {0}.",
        LineNoteKind.OverlapsWith => "Overlaps with {0} at {1:HH:mm}.",
        LineNoteKind.SpeakerElsewhere => "{0} speaks there too: {1}.",
        LineNoteKind.SpeakerElsewhereHere => "{0} speaks in that session too.",
        LineNoteKind.Holiday => "{0:d MMMM} is a public holiday: {1}.",
        LineNoteKind.TimeSkipped => "The clocks skip {0:HH:mm} on this day. It starts at {1:HH:mm}.",
        LineNoteKind.TimeDoubled => "The clocks show {0:HH:mm} twice on this day. The earlier one counts.",
        LineNoteKind.Long => "That would last {0} minutes.",
        LineNoteKind.AddressUnreadable => "{0} does not look like an e-mail address.",
        LineNoteKind.ZoneNotRead => "{0} is not read; all times are {1}.",
        LineNoteKind.HoursOfDays => "Whole days have no hour; {0} is left out.",
        LineNoteKind.YearAssumed => "No year is written; the next {0:d MMMM} is in {0:yyyy}.",
        LineNoteKind.NamesByLook => "Read as speakers: {0}. Put quotes around a title with commas.",
        LineNoteKind.ClocksForward => "Clocks go forward on {0:d MMM}.",
        LineNoteKind.ClocksBack => "Clocks go back on {0:d MMM}.",
        _ => throw new InvalidOperationException($"No sentence for {Kind}."),
    };

    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Format, Values);
}
