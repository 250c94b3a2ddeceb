namespace Sessions.Archive.Links;

/// <summary>What a host wants of programs (RFC 9309), as much of it as concerns this one.</summary>
internal sealed class RobotsFile
{
    public const string Name = "Sessions-link-check";

    /// <summary>RFC 9309 asks for at least so many bytes.</summary>
    public const int MostBytes = 500 * 1024;

    /// <summary>A line of patterns is cut there; nothing honest is longer.</summary>
    private const int MostRules = 2000;

    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotsFile(List<(string Pattern, bool Allows)> rules) => _rules = rules;

    public static RobotsFile AllowsAll { get; } = new([]);

    public static RobotsFile AllowsNothing { get; } = new([("/", false)]);

    public static RobotsFile Read(string text)
    {
        var (ours, all) = (new List<(string, bool)>(), new List<(string, bool)>());
        var (named, isOurs, isAll, inRules) = (false, false, false, false);
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()))
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            if (at <= 0) continue;
            var (key, value) = (line[..at].Trim().ToLowerInvariant(), line[(at + 1)..].Trim());
            if (key == "user-agent")
            {
                if (inRules) (isOurs, isAll, inRules) = (false, false, false);
                isOurs |= value.Equals(Name, StringComparison.OrdinalIgnoreCase);
                isAll |= value == "*";
                named |= isOurs;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length == 0 || ours.Count + all.Count >= MostRules) continue;
                if (isOurs) ours.Add((value, key == "allow"));
                if (isAll) all.Add((value, key == "allow"));
            }
        }
        return new(named ? ours : all);
    }

    /// <summary>The longest pattern decides, and of two as long the one that allows.</summary>
    public bool Allows(string path) => _rules.Where(r => Fits(r.Pattern, path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allows).Select(r => (bool?)r.Allows).FirstOrDefault() ?? true;

    private static bool Fits(string pattern, string path)
    {
        var (whole, parts) = (pattern.EndsWith('$'), pattern.TrimEnd('$').Split('*'));
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var next = path.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0) return false;
            at = next + part.Length;
        }
        return !whole || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
