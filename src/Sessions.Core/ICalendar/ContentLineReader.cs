using System.Text;

namespace Sessions.ICalendar;

/// <summary>One unfolded content line (RFC 5545 3.1): name, parameters with or without quotes, value.</summary>
internal static class ContentLineReader
{
    /// <summary>Null for what is no content line.</summary>
    public static CalendarProperty? Read(string line, int number)
    {
        var at = NameEnd(line, 0);
        if (at == 0 || at == line.Length) return null;
        var (name, parameters) = (line[..at].ToUpperInvariant(), new List<CalendarParameter>());
        while (line[at] == ';')
        {
            var end = NameEnd(line, at + 1);
            var values = new List<string>();
            var parameter = line[(at + 1)..end].ToUpperInvariant();
            at = end;
            if (at < line.Length && line[at] == '=')
            {
                do
                {
                    if (Value(line, ref at) is not { } value) return null;
                    values.Add(value);
                }
                while (at < line.Length && line[at] == ',');
            }
            if (at == line.Length || line[at] is not (';' or ':')) return null;
            if (parameter.Length > 0 && values.Count > 0) parameters.Add(new(parameter, values));
        }
        return line[at] == ':' ? new(name, parameters, line[(at + 1)..], number) : null;
    }

    /// <param name="at">On the sign before the value; afterwards on the one behind it.</param>
    private static string? Value(string line, ref int at)
    {
        var value = new StringBuilder();
        // Quotes in the middle of a value are kept by no program that writes them: they only hold its signs together.
        for (at++; at < line.Length && line[at] is not (',' or ';' or ':'); at++)
        {
            if (line[at] != '"')
            {
                value.Append(line[at]);
                continue;
            }
            var close = line.IndexOf('"', at + 1);
            if (close < 0) return null;
            value.Append(line, at + 1, close - at - 1);
            at = close;
        }
        return CalendarText.Uncaret(value.ToString());
    }

    private static int NameEnd(string line, int from)
    {
        var at = from;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '-' or '_' or '.')) at++;
        return at;
    }
}
