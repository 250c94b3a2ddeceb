using Microsoft.Extensions.Localization;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Views;
using Sessions.Web.Host.Planning;

namespace Sessions.Web.Host.Messages;

/// <summary>What the console says about messages to many.</summary>
internal static class MessageWords
{
    public static string Group(GroupAudience audience, IStringLocalizer<Words> l) => audience switch
    {
        GroupAudience.Confirmed => l["With a place"],
        GroupAudience.Waiting => l["Waiting, or offered a place"],
        GroupAudience.Came => l["Came"],
        GroupAudience.Missed => l["Missed it"],
        GroupAudience.Upcoming => l["With a place in a session to come"],
        GroupAudience.Standing => l["In every session"],
        GroupAudience.Followers => l["Followers"],
        _ => l["Came at least once"],
    };

    public static string Hint(GroupAudience audience, IStringLocalizer<Words> l) => audience switch
    {
        GroupAudience.Confirmed => l["Everybody who has a place in this session"],
        GroupAudience.Waiting => l["Everybody on its waiting list"],
        GroupAudience.Came => l["By the joining button, or ticked by you"],
        GroupAudience.Missed => l["Had a place and were not seen"],
        GroupAudience.Upcoming => l["In at least one of them"],
        GroupAudience.Standing => l["Signed up for the whole series"],
        GroupAudience.Followers => l["Hear of new dates, have no place"],
        _ => l["In any session of the series"],
    };

    /// <summary>"With a place, session 41", or the group alone for those of the whole series.</summary>
    public static string ToWhom(SentMessage message, IStringLocalizer<Words> l) => message switch
    {
        { SessionId: null } => Group(message.Audience, l),
        { SessionNumber: { } number } => l["{0}: session {1}", Group(message.Audience, l), number],
        { SessionTitle: { } title } => l["{0}: {1}", Group(message.Audience, l), title],
        _ => l["{0}: a session", Group(message.Audience, l)],
    };

    /// <summary>The word and the class of a state.</summary>
    public static (string Word, string Class) State(MessageState state, IStringLocalizer<Words> l) => state switch
    {
        MessageState.Sending => (l["On its way"], "wait"),
        MessageState.Held => (l["Held back"], "wait"),
        MessageState.Done => (l["Done"], "good"),
        _ => (l["Stopped"], "none"),
    };

    /// <summary>The word and the class of one person's result.</summary>
    public static (string Word, string Class) Result(OutboxState state, IStringLocalizer<Words> l) => state switch
    {
        OutboxState.Dropped => (l["Left out"], "none"),
        _ => DeskNames.State(state, l),
    };

    /// <summary>How many of a group get none, and why; empty where everybody does.</summary>
    public static string LeftOut(GroupCount count, IStringLocalizer<Words> l) => (count.StoppedNews, count.NotThem) switch
    {
        (0, 0) => "",
        ({ } news, 0) => l["Left out: {0} who stopped news.", news],
        (0, { } blocked) => l["Left out: {0} who said that this was not them.", blocked],
        var (news, blocked) => l["Left out: {0} who stopped news, {1} who said that this was not them.", news, blocked],
    };

    /// <summary>Each refusal: the field it belongs to, and what to do.</summary>
    public static FieldProblem Of(GroupMessageRefusal refusal) => refusal switch
    {
        GroupMessageRefusal.NotFound => new("about", "This session or message is not in this series, or it is not published."),
        GroupMessageRefusal.NotAllowed => new("about", "You may not write to the people of this series. Ask one of its hosts."),
        GroupMessageRefusal.AudienceUnknown => new("to-whom", "Choose whom it goes to."),
        GroupMessageRefusal.SubjectMissing => new("subject", "Write a subject."),
        GroupMessageRefusal.SubjectTooLong => new("subject", "Shorten the subject: 150 characters fit."),
        GroupMessageRefusal.TextMissing => new("text", "Write the message."),
        GroupMessageRefusal.TextTooLong => new("text", "Shorten the message: 10,000 characters fit."),
        GroupMessageRefusal.NotOver => new("to-whom", "Who missed the session is known once it is over."),
        GroupMessageRefusal.Nobody => new("to-whom", "Nobody is in this group whom a message would reach."),
        GroupMessageRefusal.TooManyToday => new("subject", "10 messages left for this series in the last 24 hours, and that is the most. Send it later; the draft is kept."),
        GroupMessageRefusal.TooManyTests => new("subject", "10 tests in an hour are the most. Wait a little for the next."),
        GroupMessageRefusal.NoAddress => new("subject", "There is no address of yours that a test could go to."),
        GroupMessageRefusal.NothingLeft => new("state", "Nothing is left to hold back or to stop: each mail has left, or has its result."),
        GroupMessageRefusal.AlreadyHeld => new("state", "It is held back already."),
        GroupMessageRefusal.NotHeld => new("state", "It is not held back."),
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };
}
