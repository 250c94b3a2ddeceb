using System.Text;

namespace Sessions.ICalendar;

/// <summary>Undoes the escapes of values and of parameters.</summary>
internal static class CalendarText
{
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var next = value[at] == '\\' && at + 1 < value.Length ? value[at + 1] : '\0';
            // A colon and a quote need no escape, and some programs write one.
            var meant = next switch
            {
                'n' or 'N' => '\n',
                '\\' or ';' or ',' or ':' or '"' => next,
                _ => '\0',
            };
            text.Append(meant == '\0' ? value[at] : meant);
            if (meant != '\0') at++;
        }
        return text.ToString();
    }

    /// <summary>RFC 6868.</summary>
    public static string Uncaret(string value)
    {
        if (!value.Contains('^', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var meant = value[at] != '^' || at + 1 == value.Length ? '\0' : value[at + 1] switch
            {
                'n' => '\n',
                '\'' => '"',
                '^' => '^',
                _ => '\0',
            };
            text.Append(meant == '\0' ? value[at] : meant);
            if (meant != '\0') at++;
        }
        return text.ToString();
    }
}
