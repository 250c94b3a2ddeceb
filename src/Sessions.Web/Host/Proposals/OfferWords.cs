using Microsoft.Extensions.Localization;
using Sessions.Speakers.Proposals;

namespace Sessions.Web.Host.Proposals;

/// <summary>Proposals as the console speaks of them.</summary>
public static class OfferWords
{
    public static string Kind(ProposalKind kind, IStringLocalizer<Words> l) => kind == ProposalKind.Talk ? l["Offers a talk"] : l["Suggests a topic"];

    public static (string Look, string Word) State(ProposalState state, IStringLocalizer<Words> l) => state switch
    {
        ProposalState.New => ("wait", l["New"]),
        ProposalState.Talking => ("", l["Talking"]),
        ProposalState.Accepted => ("good", l["Accepted"]),
        ProposalState.Declined => ("none", l["Declined"]),
        _ => ("none", l["Withdrawn"]),
    };

    public static string Of(ProposalRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        ProposalRefusal.Decided => l["It was decided on already, or withdrawn. Load the page again."],
        ProposalRefusal.NotDecided => l["Nothing was decided that could be taken back."],
        ProposalRefusal.MailGone => l["They know of it already: a mail of it has left. Write to them instead."],
        ProposalRefusal.TextMissing => l["Write what you want to say."],
        ProposalRefusal.TooLong => l["That is too long: a mail has at most 5,000 characters, a note 2,000."],
        ProposalRefusal.NoAddress => l["There is no address that takes mail."],
        ProposalRefusal.NoSession => l["Choose a session that is still to come."],
        ProposalRefusal.AlreadyOnProgramme => l["This person is on the programme of that session already."],
        ProposalRefusal.NameMissing => l["Write who is to speak: a name, an address, or both."],
        ProposalRefusal.NameTooLong => l["That name is too long."],
        ProposalRefusal.NotAnAddress => l["Write the address with an @, like name@example.org"],
        _ => l["It is not there any more."],
    };

    /// <summary>A beginning that the host makes their own.</summary>
    public static string KindNo(ProposalKind kind, string? name, string title, IStringLocalizer<Words> l)
    {
        var hello = name is null ? l["Hello,"] : l["Hello {0},", name];
        var thanks = kind == ProposalKind.Talk
            ? l["thank you for offering “{0}”. We read it with interest, and we can't find a place for it in the sessions to come. That says nothing against the talk: there are few dates, and they fill up.", title]
            : l["thank you for suggesting “{0}”. We can't take it up in the sessions to come: there are few dates, and they fill up.", title];
        return $"{hello}\n\n{thanks}\n\n{l["Please do come to the sessions, and write again when you have something else."]}";
    }
}
