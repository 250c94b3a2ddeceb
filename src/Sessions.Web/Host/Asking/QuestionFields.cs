using Microsoft.Extensions.Localization;
using Sessions.Registrations;

namespace Sessions.Web.Host.Asking;

/// <summary>A question as it stands in the fields.</summary>
public sealed class QuestionFields
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    public QuestionKind Kind { get; set; } = QuestionKind.Short;

    public string? Text { get; set; }

    /// <summary>One a line.</summary>
    public string? Options { get; set; }

    public bool IsOnce { get; set; } = true;

    public bool HasOptions => Kind is QuestionKind.Choice or QuestionKind.Several;

    public static QuestionFields Of(QuestionToEdit question) => new()
    {
        Id = question.Id,
        Kind = question.Form.Kind,
        Text = question.Form.Text,
        Options = question.Form.Options,
        IsOnce = question.Form.IsOnce,
    };

    public QuestionForm ToForm() => new(Kind, Text, Options, IsOnce);

    public static string Name(QuestionKind kind, IStringLocalizer<Words> l) => kind switch
    {
        QuestionKind.Short => l["A short answer"],
        QuestionKind.Long => l["A long answer"],
        QuestionKind.Choice => l["One of several options"],
        QuestionKind.Several => l["Any of several options"],
        QuestionKind.YesNo => l["Yes or no"],
        _ => l["Consent to a sentence"],
    };

    public static string Words(QuestionRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        QuestionRefusal.TextMissing => l["Write the question."],
        QuestionRefusal.TooLong => l["A question has at most 500 characters, an option 200."],
        QuestionRefusal.OptionsMissing => l["Write at least two different options, one a line."],
        QuestionRefusal.TooManyOptions => l["A question has at most 30 options."],
        QuestionRefusal.TooMany => l["Twenty questions are asked already: take one away first."],
        QuestionRefusal.HasAnswers => l["There are answers of the other kind already. Take the question away and ask a new one: the answers stay in your lists."],
        _ => l["It is not there any more, or not yours to change."],
    };
}
