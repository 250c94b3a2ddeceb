using Microsoft.Extensions.Localization;
using Sessions.Invitations;
using Sessions.Web.Host.Planning;

namespace Sessions.Web.Host.Wordings;

/// <summary>What the console and the API say about the words of hosts in mails.</summary>
internal static class WordingWords
{
    public static string Group(WordingGroup group, IStringLocalizer<Words> l) => group switch
    {
        WordingGroup.EveryMail => l["In every mail"],
        WordingGroup.Places => l["Places"],
        WordingGroup.Around => l["Before and after a session"],
        WordingGroup.Changes => l["Changes"],
        WordingGroup.WholeSeries => l["The whole series"],
        _ => l["Speakers"],
    };

    /// <summary>When it goes, to whom, and where the words stand.</summary>
    public static string About(string slot, IStringLocalizer<Words> l) => slot switch
    {
        WordingSlots.Greeting => l["Above everything else that a mail of this series says, below the day and the hour. The request to a speaker greets by itself."],
        WordingSlots.Closing => l["The last words of every mail of this series, above how to leave."],
        "registration.confirmed" => l["To whoever signed up and has a place."],
        "registration.waitlisted" => l["To whoever signed up when all places were taken."],
        "registration.offered" => l["When a place comes free: to the first in the line, who says yes or no."],
        "registration.offer-ends" => l["To whoever has not answered an offer and has little time left."],
        "registration.offer-lapsed" => l["To whoever did not answer an offer in time."],
        "registration.promoted" => l["When a place comes free so late that nobody is asked: it is theirs."],
        "registration.withdrawn" => l["To whoever gave up their place."],
        "registration.reminder" => l["A day before the session, to everybody with a place who did not stop reminders."],
        "registration.follow-up" => l["After the session, to everybody who was seen there."],
        WordingSlots.Missed => l["After the session, to everybody who had a place and was not seen there."],
        "session.moved" => l["When the time or the place changes: to everybody with a place or waiting, and to its speakers. Where several dates change at once, words that name one of them are left out."],
        "session.cancelled" => l["When it does not take place: to everybody with a place or waiting, and to its speakers. Your reason stands there, too. Where several dates go at once, words that name one of them are left out."],
        "talk.moved" => l["When a talk goes to another day: to the people of the old one. What the placeholders say is of the new one."],
        "standing.confirmed" => l["To whoever signed up for every session."],
        "registration.invited" => l["To whoever comes to every session: two weeks before a date that is not in their calendar yet."],
        "standing.left" => l["To whoever left the series."],
        "series.following" => l["To whoever wants to hear of new dates and has no place."],
        "series.announced" => l["New dates, to everybody who follows the series."],
        "speaker.asked" => l["Asks somebody to speak, with the way to their page."],
        "speaker.missing" => l["Names what a speaker has not handed in yet, at most once a week. Where several talks are named at once, words that name one of them are left out."],
        "speaker.moved" => l["To a speaker whose talk went to another day."],
        _ => l["To somebody who is not on the programme any more."],
    };

    public static string Placeholder(string name, IStringLocalizer<Words> l) => name switch
    {
        Placeholders.Name => l["whoever gets it (left out if unknown)"],
        Placeholders.Series => l["the name of the series"],
        Placeholders.Hosts => l["your names, or “the hosts”"],
        Placeholders.Session => l["its title, or its number"],
        Placeholders.When => l["weekday, date, hours and zone"],
        Placeholders.Place => l["the address, or “online”"],
        _ => l["when the offer ends"],
    };

    public static IReadOnlyList<FieldProblem> Of(WordingRefusal no, string? text, WordingSlot slot, IStringLocalizer<Words> l) => no switch
    {
        WordingRefusal.TooLong or WordingRefusal.WrongPlaceholder => [.. WordingText.Read(text, slot.Placeholders).Faults.Take(5).Select(fault => new FieldProblem("words", Of(fault, slot, l)))],
        _ => [new("words", l[Of(no)])],
    };

    public static string Of(WordingRefusal no) => no switch
    {
        WordingRefusal.TooLong => "Words in mails have at most 2,000 characters.",
        WordingRefusal.WrongPlaceholder => "A placeholder stands for nothing, or a brace stands alone.",
        WordingRefusal.NothingToShow => "As the series stands, such a mail would say nothing.",
        WordingRefusal.NotFound => "There is no such mail, or no such series.",
        _ => "Only a host of the series can change its mails.",
    };

    /// <summary>What is wrong, and how it is put right.</summary>
    public static string Of(WordingFault fault, WordingSlot slot, IStringLocalizer<Words> l) => fault switch
    {
        { Kind: WordingFaultKind.TooLong } => l["Shorten it: 2,000 characters fit, and these are {0}.", fault.Written],
        { Kind: WordingFaultKind.Unknown, Nearest: { } meant } => l["{{{0}}} stands for nothing. Did you mean {{{1}}}?", fault.Written, meant],
        { Kind: WordingFaultKind.Unknown } => l["{{{0}}} stands for nothing. Known here are {1}.", fault.Written, Known(slot)],
        { Kind: WordingFaultKind.NotHere } => l["{{{0}}} stands for nothing in this mail. Known here are {1}.", fault.Written, Known(slot)],
        { Kind: WordingFaultKind.Empty } => l["Nothing stands between two braces. Known here are {0}; a brace itself is written twice.", Known(slot)],
        { Kind: WordingFaultKind.Unclosed, Nearest: { } meant } => l["A brace in “{0}” is not closed. Did you mean {{{1}}}? A brace itself is written twice.", fault.Written, meant],
        { Kind: WordingFaultKind.Unclosed } => l["A brace in “{0}” is not closed. A brace itself is written twice.", fault.Written],
        _ => l["A brace in “{0}” closes nothing. A brace itself is written twice.", fault.Written],
    };

    private static string Known(WordingSlot slot) => string.Join(", ", slot.Placeholders.Select(name => $"{{{name}}}"));
}
