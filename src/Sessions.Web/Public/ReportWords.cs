using Microsoft.Extensions.Localization;
using Sessions.Archive.Reports;
using Sessions.Web.SpeakerPortal;

namespace Sessions.Web.Public;

/// <summary>What readers report, in words, and what is wrong with a form.</summary>
public static class ReportWords
{
    /// <summary>Those of the form that asks for a change.</summary>
    public static IReadOnlyList<ReportKind> Kinds { get; } = [ReportKind.Consent, ReportKind.Rights, ReportKind.Harmful, ReportKind.Broken];

    /// <summary>In the form.</summary>
    public static string Key(ReportKind kind) => kind switch
    {
        ReportKind.Consent => "consent",
        ReportKind.Rights => "rights",
        ReportKind.Harmful => "harmful",
        ReportKind.Broken => "broken",
        _ => "used",
    };

    public static string Name(ReportKind kind, IStringLocalizer<Words> l) => kind switch
    {
        ReportKind.Consent => l["It shows me, or what is mine, and I did not agree"],
        ReportKind.Rights => l["It breaks a licence or somebody's rights"],
        ReportKind.Harmful => l["It is harmful, or against the code of conduct"],
        ReportKind.Broken => l["Something is broken or wrong"],
        _ => l["Used"],
    };

    public static Problem Of(ReportFault fault, bool isUse, IStringLocalizer<Words> l) => (fault.Field, fault.Kind) switch
    {
        (ReportField.Kind, _) => new("kind", l["Choose what is wrong"]),
        (ReportField.Item, _) => new("item", l["What it is about: choose it from the list. What is gone meanwhile is not on it any more"]),
        (ReportField.Url, _) => new("url", l["Where to see it: write a web address like https://example.org"]),
        (ReportField.ReplyTo, _) => new("email", l["Write the address with an @, like name@example.org, or leave it empty"]),
        (_, ReportFaultKind.TooLong) => new("words", l["At most {0} characters", fault.Limit]),
        _ => new("words", isUse ? l["Write in a few words what you used it for"] : l["Write in a few words what is wrong, so that the hosts can find it"]),
    };

    public static Problem TooMany(IStringLocalizer<Words> l) => new("words", l["Too many tries from your network. Wait a minute, then press the button again. What you typed is still here."]);

    public static Problem Full(IStringLocalizer<Words> l) => new("words", l["So much waits for the hosts here that this form is closed until they have read it. The contact page names another way to reach them."]);
}
