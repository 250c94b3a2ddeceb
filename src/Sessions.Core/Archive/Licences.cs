namespace Sessions.Archive;

/// <summary>The licences a form offers; a stored value may be any SPDX identifier.</summary>
public static class Licences
{
    public const string SeriesOnly = "series-only";

    /// <summary>SPDX identifier or own word, and what it means in plain English.</summary>
    public static IReadOnlyList<(string Id, string Meaning)> Offered { get; } =
    [
        ("CC-BY-4.0", "CC BY 4.0: anyone may reuse it with your name"),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0: as above, shared alike"),
        ("CC0-1.0", "CC0: no conditions"),
        ("OGL-UK-3.0", "Open Government Licence 3.0"),
        (SeriesOnly, "All rights reserved; shown on the session's page only"),
    ];

    /// <summary>The short name people know, for an identifier.</summary>
    public static string Name(string id) => id switch
    {
        "CC-BY-4.0" => "CC BY 4.0",
        "CC-BY-SA-4.0" => "CC BY-SA 4.0",
        "CC0-1.0" => "CC0",
        "OGL-UK-3.0" => "OGL UK 3.0",
        SeriesOnly => "All rights reserved",
        _ => id,
    };

    /// <summary>Where the licence's own text stands, for those that have one.</summary>
    public static string? Url(string id) => id switch
    {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "OGL-UK-3.0" => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        _ => null,
    };

    public static bool IsOffered(string? id) => Offered.Any(l => l.Id == id);
}
