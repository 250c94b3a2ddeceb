using NodaTime;

namespace Sessions.Scheduling;

/// <summary>Read: can be saved. Ask: the date has two readings. Refused: the notes say why.</summary>
public enum LineOutcome { Read, Ask, Refused }

/// <summary>A speaker as written; at least one of name and address is there.</summary>
public sealed record LineSpeaker(string? Name, string? Address);

/// <summary>One line of pasted text, as read. Whatever could be read is filled in, also when the line is refused.</summary>
/// <param name="Number">Where it starts in the text, from 1.</param>
/// <param name="Raw">The line as typed.</param>
public sealed record SessionLine(int Number, string Raw)
{
    public LineOutcome Outcome { get; init; } = LineOutcome.Read;

    public LocalDate? Date { get; init; }

    /// <summary>Whole days from <see cref="Date"/> to this one; null is an hour.</summary>
    public LocalDate? LastDate { get; init; }

    /// <summary>The local start as it will be: a time skipped by a clock change is already moved forward.</summary>
    public LocalDateTime? Start { get; init; }

    /// <summary>The start as an instant; of a doubled local time the earlier one.</summary>
    public Instant? StartsAt { get; init; }

    public int Minutes { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<LineSpeaker> Speakers { get; init; } = [];

    /// <summary>Problems, questions and hints in the order of their weight.</summary>
    public IReadOnlyList<LineNote> Notes { get; init; } = [];

    /// <summary>Both readings of an ambiguous date, day first; otherwise empty.</summary>
    public IReadOnlyList<LocalDate> Readings { get; init; } = [];

    /// <summary>The piece of <see cref="Raw"/> that was read as the date.</summary>
    public string? DateText { get; init; }

    /// <summary>True if a host should look before saving; a line that fits or carries only information is not counted.</summary>
    public bool NeedsALook => Notes.Any(n => n.Level != LineNoteLevel.Information);

    /// <summary>The line with its date written as <paramref name="date"/>, year first: the answer to <see cref="LineOutcome.Ask"/>.</summary>
    public string WithDate(LocalDate date)
    {
        var at = DateText is null ? -1 : Raw.IndexOf(DateText, StringComparison.Ordinal);
        return at < 0 ? Raw : string.Concat(Raw.AsSpan(0, at), $"{date:yyyy-MM-dd}", Raw.AsSpan(at + DateText!.Length));
    }
}
