namespace Sessions.ICalendar;

/// <summary>What <see cref="RecurrenceRuleParser" /> made of a text.</summary>
public abstract record ParsedRule
{
    private ParsedRule()
    {
    }

    public sealed record Accepted(RecurrenceRule Rule) : ParsedRule;

    /// <param name="Part">The part of the text that is meant, or the whole where parts do not go together.</param>
    public sealed record Refused(RuleRefusal Reason, string Part) : ParsedRule;
}

public enum RuleRefusal
{
    /// <summary>Not RRULE as RFC 5545 3.3.10 writes it.</summary>
    Malformed,

    /// <summary>Hours, minutes and seconds: nothing is planned by them here.</summary>
    Unsupported,

    /// <summary>A number that cannot occur or is beyond any plan.</summary>
    OutOfRange,

    /// <summary>A part that its frequency, or another part, does not take.</summary>
    Misplaced,

    /// <summary>COUNT and UNTIL exclude each other.</summary>
    CountAndUntil,
}
