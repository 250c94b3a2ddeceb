using NodaTime;

namespace Sessions.People;

/// <summary>What somebody typed into a form of the console and has not saved.</summary>
internal sealed class FormDraft
{
    public const int LongestForm = 120;

    /// <summary>Characters: more than the longest form can be saved with.</summary>
    public const int LongestTyped = 500_000;

    /// <summary>After that nobody comes back to it.</summary>
    public static readonly Duration Life = Duration.FromDays(90);

    public required Guid PersonId { get; init; }

    /// <summary>Which form of which thing, as its page names it: <c>plan:…</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Tells what the form held before anything was typed from what it holds now: a hash.</summary>
    public required string Basis { get; set; }

    /// <summary>The form's fields, in a shape that only its page reads.</summary>
    public required string Typed { get; set; }

    public required Instant SavedAt { get; set; }
}
