namespace Sessions.ICalendar;

/// <summary>
/// Reads iCalendar text of strangers (RFC 5545): takes what programs write beside the standard, is bounded in every direction, and never throws.
/// What can't be read is named with its line, and the rest is read all the same.
/// </summary>
public static class CalendarReader
{
    public const int MostCharacters = 2 * 1024 * 1024;

    private const int MostDepth = 8, MostFaults = 100;

    public static ReadCalendars Read(string text)
    {
        if (text.Length > MostCharacters) return new([], [new(1, CalendarFaultKind.TooLong)]);
        var (calendars, faults, open) = (new List<CalendarComponent>(), new List<CalendarFault>(), new Stack<CalendarComponent>());
        foreach (var (number, line) in CalendarLines.Unfold(text))
        {
            if (faults.Count == MostFaults) break;
            if (ContentLineReader.Read(line, number) is not { } property) faults.Add(new(number, CalendarFaultKind.LineUnreadable));
            else if (property.Name == "BEGIN")
            {
                if (open.Count == MostDepth) return new(calendars, [.. faults, new(number, CalendarFaultKind.TooDeep)]);
                Begin(new(property.Value.Trim().ToUpperInvariant(), number), calendars, open);
            }
            else if (property.Name == "END") End(property, open, faults);
            else if (open.TryPeek(out var component)) component.Add(property);
            else faults.Add(new(number, CalendarFaultKind.Outside));
        }
        if (open.TryPeek(out var left)) faults.Add(new(left.Line, CalendarFaultKind.NotClosed));
        return new(calendars, faults);
    }

    private static void Begin(CalendarComponent component, List<CalendarComponent> calendars, Stack<CalendarComponent> open)
    {
        if (open.TryPeek(out var around)) around.Add(component);
        else calendars.Add(component);
        open.Push(component);
    }

    /// <summary>An END closes what is open inside of what it names; one that names nothing open closes nothing.</summary>
    private static void End(CalendarProperty end, Stack<CalendarComponent> open, List<CalendarFault> faults)
    {
        var name = end.Value.Trim().ToUpperInvariant();
        if (open.All(c => c.Name != name)) faults.Add(new(end.Line, CalendarFaultKind.EndWithoutBegin));
        else
        {
            while (open.Pop() is var closed && closed.Name != name) faults.Add(new(closed.Line, CalendarFaultKind.NotClosed));
        }
    }
}

/// <param name="Components">The outermost: VCALENDAR as a rule, several in one text as well.</param>
public sealed record ReadCalendars(IReadOnlyList<CalendarComponent> Components, IReadOnlyList<CalendarFault> Faults);

/// <param name="Line">From 1.</param>
public sealed record CalendarFault(int Line, CalendarFaultKind Kind);

public enum CalendarFaultKind
{
    /// <summary>More than <see cref="CalendarReader.MostCharacters"/>: nothing is read.</summary>
    TooLong,

    /// <summary>Components inside of components; reading ends there.</summary>
    TooDeep,
    LineUnreadable,

    /// <summary>A property of no component.</summary>
    Outside,
    EndWithoutBegin,
    NotClosed,
}
