using System.Globalization;

namespace Sessions.Registrations.Sheets;

/// <summary>How long somebody stayed, as meeting software writes it: 42, 1h 27m 51s, 1 hr 2 min, 1:27:51.</summary>
internal static class WrittenMinutes
{
    private const double Most = 7 * 24 * 60;

    /// <returns>Null for what is no length.</returns>
    public static double? Read(string cell, bool isSeconds = false)
    {
        var text = cell.AsSpan().Trim();
        if (text.Length is 0 or > 60) return null;
        if (text.Contains(':')) return Clock(text);
        if (Number(text) is { } plain) return Within(isSeconds ? plain / 60 : plain);
        var (minutes, found) = (0.0, false);
        while (text.Length > 0)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            text = text[digits..].TrimStart();
            var unit = 0;
            while (unit < text.Length && (char.IsLetter(text[unit]) || text[unit] == '.')) unit++;
            if (Factor(text[..unit]) is not { } factor) return null;
            (minutes, found) = (minutes + (number * factor), true);
            text = text[unit..].TrimStart(" ,");
        }
        return found ? Within(minutes) : null;
    }

    private static double? Clock(ReadOnlySpan<char> text)
    {
        var (sum, parts) = (0.0, 0);
        foreach (var range in text.Split(':'))
        {
            if (++parts > 3 || !double.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out var part)) return null;
            sum = (sum * 60) + part;
        }
        return Within(sum / 60);
    }

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Factor(ReadOnlySpan<char> unit) => unit switch
    {
        _ when unit.StartsWith("h", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("st", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("g", StringComparison.OrdinalIgnoreCase) => 60,
        _ when unit.StartsWith("m", StringComparison.OrdinalIgnoreCase) => 1,
        _ when unit.StartsWith("s", StringComparison.OrdinalIgnoreCase) => 1.0 / 60,
        _ => null,
    };

    private static double? Within(double minutes) => minutes is >= 0 and <= Most ? minutes : null;
}
