using System.Text.RegularExpressions;

namespace Sessions.Web.Settings;

/// <summary>What the binder says, in the words of whoever wrote the setting.</summary>
internal static partial class SettingsSentence
{
    public static string From(string section, InvalidOperationException fault)
    {
        if (Unknown().Match(fault.Message) is { Success: true } unknown)
            return $"The settings section \"{section}\" has no key {unknown.Groups["keys"].Value.Replace('\'', '"')}. appsettings.example.json lists all.";
        if (Unfit().Match(fault.Message) is { Success: true } unfit)
            return $"{unfit.Groups["key"].Value} can't be \"{unfit.Groups["value"].Value}\".{Choices(unfit.Groups["type"].Value)}";
        return $"The settings section \"{section}\" can't be read: {fault.Message}";
    }

    /// <summary>One slip of the fingers: a letter more, less or other, or two exchanged.</summary>
    public static bool IsNear(string ours, string key) =>
        !string.Equals(ours, key, StringComparison.OrdinalIgnoreCase) && Math.Abs(ours.Length - key.Length) <= 1
        && (Sorted(ours) == Sorted(key) || CommonEnds(ours.ToUpperInvariant(), key.ToUpperInvariant()) >= Math.Max(ours.Length, key.Length) - 1);

    private static string Sorted(string text) => string.Concat(text.ToUpperInvariant().Order());

    private static int CommonEnds(string a, string b)
    {
        var (front, back, most) = (0, 0, Math.Min(a.Length, b.Length));
        while (front < most && a[front] == b[front]) front++;
        while (back < most - front && a[^(back + 1)] == b[^(back + 1)]) back++;
        return front + back;
    }

    private static string Choices(string type) =>
        (typeof(SettingsSentence).Assembly.GetType(type) ?? typeof(Sessions.Data.DatabaseOptions).Assembly.GetType(type)) is { IsEnum: true } found
            ? $" It is one of: {string.Join(", ", Enum.GetNames(found))}."
            : "";

    [GeneratedRegex(@"on the instance of [^:]+: (?<keys>.+)$")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"value '(?<value>[^']*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex Unfit();
}
