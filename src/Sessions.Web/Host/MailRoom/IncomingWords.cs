using Microsoft.Extensions.Localization;
using Sessions.Invitations;
using Sessions.Views;

namespace Sessions.Web.Host.MailRoom;

/// <summary>What a message that came in did, in words.</summary>
internal static class IncomingWords
{
    public static string Kind(IncomingKind kind, IStringLocalizer<Words> l) => kind switch
    {
        IncomingKind.Words => l["Letters and proposals"],
        IncomingKind.Answers => l["Answers"],
        IncomingKind.CameBack => l["Came back"],
        IncomingKind.Refused => l["Did nothing"],
        _ => l["All"],
    };

    /// <summary>The word and the class of an effect.</summary>
    public static (string Word, string Class) Effect(InboundEffect effect, IStringLocalizer<Words> l) => effect switch
    {
        InboundEffect.Noted => (l["Maybe, or the same again"], "none"),
        InboundEffect.PlaceTaken => (l["Comes after all"], "good"),
        InboundEffect.Waiting => (l["On the waiting list"], "wait"),
        InboundEffect.PlaceGivenUp => (l["Does not come"], "none"),
        InboundEffect.SpeakerAccepted => (l["Will speak"], "good"),
        InboundEffect.SpeakerDeclined => (l["Will not speak"], "bad"),
        InboundEffect.Proposed => (l["Proposes another time"], "wait"),
        InboundEffect.Letter => (l["Wrote to you"], "wait"),
        InboundEffect.Bounced => (l["Came back for good"], "bad"),
        InboundEffect.Delayed => (l["Is late"], "wait"),
        InboundEffect.Tested => (l["A test of ours"], "good"),
        _ => (l["Did nothing"], "none"),
    };

    public static string Refusal(ReplyRefusal why, IStringLocalizer<Words> l) => why switch
    {
        ReplyRefusal.Unreadable => l["It can't be read, or is larger than 2 MiB."],
        ReplyRefusal.NothingInIt => l["There is neither an answer in it nor a word of a person."],
        ReplyRefusal.Automatic => l["A program answered by itself: out of office, or the like."],
        ReplyRefusal.NotOurs => l["It wants to invite, change or cancel something; only hosts do that here."],
        ReplyRefusal.EntryUnknown => l["It is about an entry that was never sent, or that is gone."],
        ReplyRefusal.NotTrusted => l["It did not come to the address of this entry, and no server vouches for its sender."],
        ReplyRefusal.NotInvited => l["It speaks for somebody else than the one who was invited."],
        ReplyRefusal.SlotUnknown => l["It is about a date that this entry does not have."],
        ReplyRefusal.SequenceUnknown => l["It answers an invitation that was never sent."],
        ReplyRefusal.Stale => l["It answers an older invitation, or is older than an answer that is here."],
        ReplyRefusal.Over => l["The session is over or does not take place."],
        ReplyRefusal.NoAnswer => l["It says neither yes nor no nor maybe."],
        ReplyRefusal.MailUnknown => l["It complains of a mail that was never sent to that address."],
        _ => l["This address wants no mail."],
    };

    public static string Way(InboundWay way, IStringLocalizer<Words> l) => way switch
    {
        InboundWay.Imap => l["mailbox"],
        InboundWay.Pipe => l["pipe"],
        _ => l["HTTP"],
    };
}
