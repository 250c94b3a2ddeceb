namespace Sessions.ICalendar;

/// <summary>One content line (RFC 5545 3.1): its value is still as written, because only its type says how to read it.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Line">Where it begins, from 1.</param>
public sealed record CalendarProperty(string Name, IReadOnlyList<CalendarParameter> Parameters, string Value, int Line)
{
    /// <summary>The value as TEXT (RFC 5545 3.3.11). A backslash before anything else than what it escapes is one.</summary>
    public string Text => CalendarText.Unescape(Value);

    /// <summary>The parameter's first value; null where there is none.</summary>
    public string? Parameter(string name) => Parameters.FirstOrDefault(p => p.Name == name)?.Values[0];

    /// <summary>The value as DATE or DATE-TIME, one or several with commas between; of a PERIOD its start. Null where one can't be read.</summary>
    public IReadOnlyList<CalendarTime>? Times
    {
        get
        {
            var zone = Parameter("TZID");
            var times = new List<CalendarTime>();
            foreach (var part in Value.Split(','))
            {
                if (CalendarTime.Parse(part.Split('/')[0], zone) is not { } time) return null;
                times.Add(time);
            }
            return times;
        }
    }
}

/// <param name="Name">In capitals.</param>
/// <param name="Values">One at least; without quotes, and with the escapes of RFC 6868 undone.</param>
public sealed record CalendarParameter(string Name, IReadOnlyList<string> Values);
