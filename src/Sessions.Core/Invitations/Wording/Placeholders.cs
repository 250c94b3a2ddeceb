namespace Sessions.Invitations;

/// <summary>What may stand in braces in the words of hosts.</summary>
public static class Placeholders
{
    /// <summary>Of whoever gets the mail. Without a name it is left out, with the comma or blank that belonged to it.</summary>
    public const string Name = "name";
    public const string Series = "series";

    /// <summary>Their names, as "A, B and C"; "the hosts" where none is known.</summary>
    public const string Hosts = "hosts";

    /// <summary>Its title, or its number in the series.</summary>
    public const string Session = "session";

    /// <summary>Weekday, date, hours, zone and offset, as everywhere in the mail.</summary>
    public const string When = "when";

    /// <summary>The address; "online" where there is none.</summary>
    public const string Place = "place";

    /// <summary>When an offer ends.</summary>
    public const string Until = "until";

    /// <summary>All of them, for telling one that is unknown from one that is not known here.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, Series, Hosts, Session, When, Place, Until];

    /// <returns>The known one that was probably meant; null where none is like it.</returns>
    public static string? Nearest(string written, IReadOnlyList<string> known)
    {
        var (typed, most) = (written.ToLowerInvariant(), Math.Max(1, Math.Min(written.Length, 12) / 2));
        var (nearest, distance) = known.Select(name => (name, EditDistance.Between(typed, name, most))).MinBy(found => found.Item2);
        if (distance <= most) return nearest;
        return typed.Length < 3 ? null : known.FirstOrDefault(name => typed.Contains(name, StringComparison.Ordinal) || name.StartsWith(typed, StringComparison.Ordinal));
    }
}
