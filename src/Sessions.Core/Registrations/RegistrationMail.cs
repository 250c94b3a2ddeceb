using NodaTime;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>The kinds of mail that registrations owe. Invitations writes them.</summary>
internal static class RegistrationMail
{
    public const string Confirmed = "registration.confirmed";
    public const string Waitlisted = "registration.waitlisted";
    public const string Promoted = "registration.promoted";
    public const string Offered = "registration.offered";
    public const string OfferEnds = "registration.offer-ends";
    public const string OfferLapsed = "registration.offer-lapsed";

    /// <summary>Takes the entry of an offer out of the calendar of somebody who said no on their page.</summary>
    public const string OfferDeclined = "registration.offer-declined";
    public const string Withdrawn = "registration.withdrawn";
    public const string FreshLink = "registration.link";

    /// <summary>Takes an entry out of the calendar of an address that leads to another one now.</summary>
    public const string MovedOver = "registration.moved-over";

    /// <summary>The proof that opens what is kept of somebody.</summary>
    public const string OwnData = "account.own-data";
    public const string Moved = "session.moved";
    public const string Cancelled = "session.cancelled";
    public const string TalkMoved = "talk.moved";

    /// <summary>Brings the entry of a later session to somebody who comes to all of them.</summary>
    public const string Invited = "registration.invited";

    /// <summary>Once before a session, with the joining link.</summary>
    public const string Reminder = "registration.reminder";

    /// <summary>Once after it: what became of it.</summary>
    public const string FollowUp = "registration.follow-up";

    public const string StandingConfirmed = "standing.confirmed";
    public const string StandingLeft = "standing.left";
    public const string Following = "series.following";
    public const string Announced = "series.announced";

    /// <summary>Written ahead of their day, or by a host; what the public forms cause is counted without them.</summary>
    public static readonly IReadOnlyList<string> Ahead = [Invited, Reminder, FollowUp, OfferEnds, GroupMessage.MailKind];

    /// <summary>Of no use any more once the session that they name is over.</summary>
    public static readonly IReadOnlySet<string> UntilTheEnd = new HashSet<string>
    {
        Confirmed, Waitlisted, Promoted, Offered, OfferEnds, OfferLapsed, OfferDeclined, Withdrawn, MovedOver, Moved, Cancelled, TalkMoved, Invited, Reminder,
        ProgrammeWriter.AskedKind, ProgrammeWriter.ReleasedKind, ProgrammeWriter.MovedKind, ChaserRows.Kind,
    };

    /// <summary>Asking again sends the mail again, not more often than this.</summary>
    public static readonly Duration RepeatAfter = Duration.FromMinutes(10);

    /// <summary>Ends the key of a mail about a place that was given up with its series: it goes only where an entry of its own has to leave a calendar.</summary>
    public const string WithSeries = ":series";

    public static string Topic(Guid registrationId) => $"registration:{registrationId}";
}
