using Sessions.Mail;

namespace Sessions.Archive.Reports;

/// <summary>What a report must hold.</summary>
internal static class ReportRules
{
    public static IReadOnlyList<ReportFault> Check(ReportForm form)
    {
        var faults = new List<ReportFault>();
        if (!Enum.IsDefined(form.Kind)) faults.Add(new(ReportField.Kind, ReportFaultKind.Missing));
        if (TypedText.Line(form.Item) is { } item && !Guid.TryParse(item, out _)) faults.Add(new(ReportField.Item, ReportFaultKind.Unknown));
        if (TypedText.Lines(form.Words) is not { } words) faults.Add(new(ReportField.Words, ReportFaultKind.Missing));
        else if (words.Length > Report.LongestWords) faults.Add(new(ReportField.Words, ReportFaultKind.TooLong, Report.LongestWords));
        if (TypedText.Line(form.Url) is { } url && !WebAddress.TryRead(url, out _)) faults.Add(new(ReportField.Url, ReportFaultKind.NotALink));
        if (TypedText.Line(form.ReplyTo) is { } address && !EmailAddress.TryParse(address, out _, out _)) faults.Add(new(ReportField.ReplyTo, ReportFaultKind.NotAnAddress));
        return faults;
    }
}
