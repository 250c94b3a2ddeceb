using Sessions.Archive;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Speakers.Proposals;

/// <summary>What a proposal must hold.</summary>
internal static class ProposalRules
{
    private const int MostLinks = 10;

    public static IReadOnlyList<ProposalFault> Check(ProposalForm form)
    {
        var faults = new List<ProposalFault>();
        if (!Enum.IsDefined(form.Kind)) faults.Add(new(ProposalField.Kind, ProposalFaultKind.Unknown));
        var isTalk = form.Kind == ProposalKind.Talk;
        var (name, address) = (TypedText.Line(form.Name), TypedText.Line(form.Address));
        if (isTalk && name is null) faults.Add(new(ProposalField.Name, ProposalFaultKind.Missing));
        Long(name, ProposalField.Name, Person.LongestName);
        if (address is null && isTalk) faults.Add(new(ProposalField.Address, ProposalFaultKind.Missing));
        else if (address is not null && !EmailAddress.TryParse(address, out _, out _)) faults.Add(new(ProposalField.Address, ProposalFaultKind.NotAnAddress));
        if (TypedText.Line(form.Title) is null) faults.Add(new(ProposalField.Title, ProposalFaultKind.Missing));
        Long(TypedText.Line(form.Title), ProposalField.Title, Proposal.LongestTitle);
        Long(TypedText.Lines(form.About), ProposalField.About, Proposal.LongestAbout);
        var links = Lines(form.Links);
        if (links.Count > MostLinks) faults.Add(new(ProposalField.Links, ProposalFaultKind.TooMany, Limit: MostLinks));
        else if (links.Find(l => !WebAddress.TryRead(l, out _)) is { } wrong) faults.Add(new(ProposalField.Links, ProposalFaultKind.NotALink, wrong.Length > 80 ? TypedText.Cut(wrong, 79) + "…" : wrong));
        return faults;

        void Long(string? text, ProposalField field, int limit)
        {
            if (text?.Length > limit) faults.Add(new(field, ProposalFaultKind.TooLong, Limit: limit));
        }
    }

    /// <summary>Call with a form that <see cref="Check"/> found no fault in.</summary>
    public static string? Links(string? typed)
    {
        var addresses = Lines(typed).ConvertAll(l => WebAddress.TryRead(l, out var address) ? address : "");
        return addresses.Count == 0 ? null : string.Join('\n', addresses);
    }

    private static List<string> Lines(string? text) =>
        [.. (TypedText.Lines(text) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
