using Sessions.Speakers;

namespace Sessions.Web.SpeakerPortal;

/// <summary>What the speaker's page is drawn from.</summary>
public sealed record TalkShown
{
    public required string Token { get; init; }

    public required TalkFacts Talk { get; init; }

    /// <summary>What the fields hold: what is saved, or what was typed when there are problems.</summary>
    public required TalkForm Form { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>A link that was not taken.</summary>
    public (string Url, string Title) Link { get; init; }

    /// <summary>Somebody to speak with them, as typed, while it is not taken.</summary>
    public (string? Name, string? Address) Beside { get; init; }

    /// <summary>What was said of another date, while it is not taken.</summary>
    public (IReadOnlySet<Guid> Sessions, string Note)? OtherDate { get; init; }

    /// <summary>Asked for in the address.</summary>
    public string? Zone { get; init; }

    public bool JustSaved { get; init; }

    public string Path => $"/speak/{Token}";

    public string? ProblemOf(string field) => Problems.FirstOrDefault(p => p.Field == field)?.Text;
}
