namespace Sessions.Registrations;

/// <summary>A question as a host fills it in.</summary>
/// <param name="Options">Of a choice, one a line.</param>
/// <param name="IsOnce">One answer holds for the whole series; only of a question to the series.</param>
public sealed record QuestionForm(QuestionKind Kind, string? Text, string? Options = null, bool IsOnce = false);

public enum QuestionRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TextMissing = 3,
    TooLong = 4,

    /// <summary>A choice has two options or more, each once.</summary>
    OptionsMissing = 5,

    TooManyOptions = 6,
    TooMany = 7,
    KindUnknown = 8,

    /// <summary>Other answers than those it has would be needed: another kind, or once instead of each time.</summary>
    HasAnswers = 9,
}
