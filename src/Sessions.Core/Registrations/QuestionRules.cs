namespace Sessions.Registrations;

internal static class QuestionRules
{
    /// <summary>Of a series, and of a session besides.</summary>
    public const int Most = 20;

    public const int LongestText = 500;
    public const int MostOptions = 30;
    public const int LongestOption = 200;
    public const int LongestOptions = MostOptions * (LongestOption + 1);
    public const int LongestShort = 300;
    public const int LongestLong = 4000;

    public static bool HasOptions(QuestionKind kind) => kind is QuestionKind.Choice or QuestionKind.Several;

    public static QuestionRefusal? Check(QuestionForm form)
    {
        if (!Enum.IsDefined(form.Kind)) return QuestionRefusal.KindUnknown;
        if (TypedText.Lines(form.Text) is not { } text) return QuestionRefusal.TextMissing;
        if (text.Length > LongestText) return QuestionRefusal.TooLong;
        if (!HasOptions(form.Kind)) return null;
        var options = Options(form.Options);
        if (options.Count < 2) return QuestionRefusal.OptionsMissing;
        if (options.Count > MostOptions) return QuestionRefusal.TooManyOptions;
        return options.Any(o => o.Length > LongestOption) ? QuestionRefusal.TooLong : null;
    }

    public static void Apply(QuestionForm form, Question question)
    {
        question.Kind = form.Kind;
        question.Text = TypedText.Lines(form.Text)!;
        question.Options = HasOptions(form.Kind) ? string.Join('\n', Options(form.Options)) : null;
        question.IsOnce = form.IsOnce && question.SessionId is null;
    }

    /// <summary>What was typed or ticked, fit to keep.</summary>
    /// <returns>Null for no answer; "no" of a consent that was not ticked is one only where it takes back an earlier "yes".</returns>
    /// <param name="tooLong">More than the question takes: what was typed has to come back to whoever typed it.</param>
    public static string? Value(Question question, IReadOnlyList<string> typed, out bool tooLong)
    {
        tooLong = false;
        var first = typed.Count == 0 ? null : typed[0];
        switch (question.Kind)
        {
            case QuestionKind.Short or QuestionKind.Long:
                var text = question.Kind == QuestionKind.Short ? TypedText.Line(first) : TypedText.Lines(first);
                tooLong = text?.Length > (question.Kind == QuestionKind.Short ? LongestShort : LongestLong);
                return text;
            case QuestionKind.Choice:
                return question.Choices.FirstOrDefault(o => o == first);
            case QuestionKind.Several:
                return question.Choices.Where(typed.Contains).ToList() is { Count: > 0 } chosen ? string.Join('\n', chosen) : null;
            default:
                return first is QuestionAnswer.Yes or QuestionAnswer.No ? first : null;
        }
    }

    private static List<string> Options(string? typed) => [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(TypedText.Line).OfType<string>().Distinct(StringComparer.Ordinal)];
}
