namespace Sessions.Speakers;

/// <summary>What a speaker types, as typed.</summary>
/// <param name="Line">Their role; with the organisation it makes the one line that pages show.</param>
/// <param name="Links">Web addresses, one a line.</param>
/// <param name="Licence">Of what is handed in; empty is "not decided yet".</param>
public sealed record TalkForm(
    string? Name,
    string? Title,
    string? Abstract,
    string? Line,
    string? Bio,
    string? Links,
    string? Licence,
    bool MayRecord,
    bool MayPublish)
{
    public string? Organisation { get; init; }

    public string? Pronouns { get; init; }

    /// <summary>How the name is spoken.</summary>
    public string? NameSaid { get; init; }

    /// <summary>For hosts alone.</summary>
    public string? RoomNeeds { get; init; }

    /// <summary>"Show a page with my talks".</summary>
    public bool ShowsPage { get; init; }

    public const int LongestName = 200;
    public const int LongestTitle = 300;
    public const int LongestAbstract = 5000;
    public const int LongestLine = 300;
    public const int LongestOrganisation = 150;
    public const int LongestPronouns = 40;
    public const int LongestNameSaid = 200;
    public const int LongestNeeds = 1000;
    public const int LongestBio = 600;
    public const int MostLinks = 10;

    /// <summary>Files and links of one speaker in one session.</summary>
    public const int MostItems = 30;
}

public enum TalkField
{
    Name,
    Title,
    Abstract,
    Line,
    Bio,
    Links,
    Licence,
    Organisation,
    Pronouns,
    NameSaid,
    RoomNeeds,
}

public enum TalkFaultKind
{
    Missing,
    TooLong,
    NotALink,
    TooMany,
    Unknown,
}

/// <param name="Said">The piece that is wrong, where it is a piece.</param>
/// <param name="Limit">Characters or lines; 0 where there is none.</param>
public sealed record TalkFault(TalkField Field, TalkFaultKind Kind, string? Said = null, int Limit = 0);
