using Microsoft.Extensions.Localization;
using Sessions.Speakers.Proposals;
using Sessions.Web.SpeakerPortal;

namespace Sessions.Web.Public;

/// <summary>What is wrong with a proposal, and where one stands, in words for whoever sent it.</summary>
public static class ProposalWords
{
    public static Problem Of(ProposalFault fault, IStringLocalizer<Words> l) => new(Id(fault.Field), (fault.Field, fault.Kind) switch
    {
        (ProposalField.Kind, _) => l["Choose whether you offer a talk or suggest a topic"],
        (ProposalField.Name, ProposalFaultKind.Missing) => l["Your name: write it, so that the hosts know who offers the talk"],
        (ProposalField.Address, ProposalFaultKind.Missing) => l["E-mail address: write it, so that the hosts can answer"],
        (ProposalField.Address, _) => l["Write the address with an @, like name@example.org"],
        (ProposalField.Title, ProposalFaultKind.Missing) => l["Title: write a few words that name it"],
        (ProposalField.Series, _) => l["Series: choose one from the list"],
        (ProposalField.Links, ProposalFaultKind.TooMany) => l["Links: at most {0}", fault.Limit],
        (ProposalField.Links, _) => l["Links: “{0}” is no web address like https://example.org", fault.Said ?? ""],
        (var field, _) => l["{0}: at most {1} characters", Name(field, l), fault.Limit],
    });

    public static Problem TooMany(IStringLocalizer<Words> l) => new("title", l["Too many tries from your network. Wait a minute, then press the button again. What you typed is still here."]);

    /// <summary>For whoever sent it.</summary>
    public static string State(ProposalState state, IStringLocalizer<Words> l) => state switch
    {
        ProposalState.New => l["The hosts have it and will read it."],
        ProposalState.Talking => l["A host sees to it."],
        ProposalState.Accepted => l["It is on the programme. Thank you."],
        ProposalState.Declined => l["The hosts could not take it this time."],
        _ => l["You withdrew it. The hosts see that, and write no more about it."],
    };

    private static string Name(ProposalField field, IStringLocalizer<Words> l) => field switch
    {
        ProposalField.Name => l["Your name"],
        ProposalField.About => l["What it is about"],
        _ => l["Title"],
    };

    private static string Id(ProposalField field) => field switch
    {
        ProposalField.Address => "email",
        ProposalField.Kind => "kind",
        ProposalField.Name => "name",
        ProposalField.About => "about",
        ProposalField.Links => "links",
        ProposalField.Series => "series",
        _ => "title",
    };
}
