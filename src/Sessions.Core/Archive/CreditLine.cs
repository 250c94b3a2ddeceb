using System.Globalization;

namespace Sessions.Archive;

/// <summary>The line that whoever reuses something prints: who made it, what, when, and on which terms.</summary>
public static class CreditLine
{
    /// <summary>"Kim Example, The Library: Bees and buses (2026). CC BY 4.0."; what is not known is left out.</summary>
    /// <param name="year">It was shown in.</param>
    /// <param name="licence">SPDX identifier or one of <see cref="Licences"/>.</param>
    public static string Of(string? author, string? organisation, string title, int? year, string? licence)
    {
        var who = string.Join(", ", new[] { author, organisation }.OfType<string>());
        var what = title.TrimEnd('.', ' ') + (year is { } y ? $" ({y.ToString(CultureInfo.InvariantCulture)})" : "");
        var terms = licence is null ? "" : $" {Licences.Name(licence)}.";
        return $"{(who.Length > 0 ? who + ": " : "")}{what}.{terms}";
    }
}
