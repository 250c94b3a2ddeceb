namespace Sessions.Archive;

/// <summary>The licences a form offers; a stored value may be any SPDX identifier.</summary>
public static class Licences
{
    public const string SeriesOnly = "series-only";

    private static readonly Licence[] All =
    [
        new("CC-BY-4.0", "CC BY 4.0", "anyone may reuse it with your name", "https://creativecommons.org/licenses/by/4.0/"),
        new("CC-BY-SA-4.0", "CC BY-SA 4.0", "reuse with your name, and what is made of it is shared alike", "https://creativecommons.org/licenses/by-sa/4.0/"),
        new("CC-BY-NC-4.0", "CC BY-NC 4.0", "reuse with your name, but not to earn money", "https://creativecommons.org/licenses/by-nc/4.0/"),
        new("CC0-1.0", "CC0", "no conditions, not even your name", "https://creativecommons.org/publicdomain/zero/1.0/"),
        new("OGL-UK-3.0", "OGL UK 3.0", "public sector information, reused with its source named", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
        new("ODbL-1.0", "ODbL 1.0", "a database: reuse with its source named, and share alike what is made of it", "https://opendatacommons.org/licenses/odbl/1-0/") { IsForTalks = false },
        new("MIT", "MIT", "code: do what you like, keep the notice", "https://opensource.org/license/mit") { IsForTalks = false },
        new("Apache-2.0", "Apache 2.0", "code: do what you like, keep the notice; its patents are granted too", "https://www.apache.org/licenses/LICENSE-2.0") { IsForTalks = false },
        new(SeriesOnly, "All rights reserved", "shown on the session's page only", null),
    ];

    /// <summary>SPDX identifier or own word, and what it means in plain English.</summary>
    public static IReadOnlyList<(string Id, string Meaning)> Offered { get; } = [.. All.Select(l => (l.Id, l.Meaning))];

    /// <summary>As <see cref="Offered"/>, without those of code and databases.</summary>
    public static IReadOnlyList<(string Id, string Meaning)> OfferedForTalks { get; } = [.. All.Where(l => l.IsForTalks).Select(l => (l.Id, l.Meaning))];

    /// <summary>The short name people know, for an identifier.</summary>
    public static string Name(string id) => Find(id)?.Name ?? id;

    /// <summary>What it allows, in words that follow its name; null for one that we do not know.</summary>
    public static string? Allows(string? id) => Find(id)?.Allows;

    /// <summary>Where the licence's own text stands, for those that have one.</summary>
    public static string? Url(string id) => Find(id)?.Url;

    public static bool IsOffered(string? id) => Find(id) is not null;

    private static Licence? Find(string? id) => Array.Find(All, l => l.Id == id);

    private sealed record Licence(string Id, string Name, string Allows, string? Url)
    {
        public bool IsForTalks { get; init; } = true;

        public string Meaning => $"{Name}: {Allows}";
    }
}
