using NodaTime;

namespace Sessions.Views;

public enum NeedKind
{
    MailFailed = 1,
    NoWayIn = 2,
    NoSpeaker = 3,
    NoTitle = 4,
    NoSlides = 5,
    WaitingList = 6,
    NoRecordingAndNoWriteUp = 7,
    NoRecording = 8,
    NoWriteUp = 9,
    Drafts = 10,
    ConsentWithdrawn = 11,

    /// <summary>Things of a session whose day of review has come.</summary>
    ReviewDue = 12,

    /// <summary>Links of a session that lead nowhere.</summary>
    DeadLinks = 13,

    /// <summary>Offered talks and suggested topics that nobody took up.</summary>
    Proposals = 14,

    /// <summary>A speaker would come on another day.</summary>
    OtherDate = 15,

    /// <summary>Readers say that something in an archive should be changed or taken down.</summary>
    Reports = 16,

    /// <summary>Readers tell what they used.</summary>
    Uses = 17,
}

public enum Urgency
{
    Now = 1,
    Soon = 2,
    WhenYouCan = 3,
}

/// <summary>One thing that waits for a host.</summary>
/// <param name="Session">Null where it concerns several.</param>
/// <param name="Count">Mails, talks, people or drafts, as the kind says.</param>
public sealed record Need(NeedKind Kind, Urgency Urgency, HostedSession? Session, int Count)
{
    /// <summary>What is further away waits without being named; samples never ask for work.</summary>
    private static readonly Duration Ahead = Duration.FromDays(28);

    private static readonly Duration SlidesAhead = Duration.FromDays(7);

    private static readonly Duration Back = Duration.FromDays(60);

    /// <summary>So long it is said that a consent was taken back.</summary>
    private static readonly Duration Told = Duration.FromDays(14);

    private static readonly Duration Near = Duration.FromDays(2);

    internal static IReadOnlyList<Need> Of(IEnumerable<HostedSession> next, IEnumerable<HostedSession> held, int drafts, int failedMails, Instant now, int proposals = 0)
    {
        var needs = new List<Need>();
        if (failedMails > 0) needs.Add(new(NeedKind.MailFailed, Urgency.Now, null, failedMails));
        // However far away: the other day may be the nearer one.
        foreach (var session in next.Where(s => !s.IsSample && s.OtherDates > 0)) needs.Add(new(NeedKind.OtherDate, Urgency.Soon, session, session.OtherDates));
        foreach (var session in next.Where(s => !s.IsSample && s.When.Start is { } start && start - now < Ahead)) needs.AddRange(Before(session, session.When.Start!.Value - now));
        foreach (var session in held.Where(s => !s.IsSample && s.When.OverAt is { } over && now - over < Back)) needs.AddRange(After(session));
        foreach (var session in next.Concat(held).Where(s => s.WithdrawnAt is { } at && now - at < Told)) needs.Add(new(NeedKind.ConsentWithdrawn, Urgency.Soon, session, 0));
        if (proposals > 0) needs.Add(new(NeedKind.Proposals, Urgency.WhenYouCan, null, proposals));
        if (drafts > 0) needs.Add(new(NeedKind.Drafts, Urgency.WhenYouCan, null, drafts));
        return [.. needs.OrderBy(n => n.Urgency)];
    }

    private static IEnumerable<Need> Before(HostedSession session, Duration left)
    {
        var urgency = left < Near ? Urgency.Now : Urgency.Soon;
        if (!session.HasWay) yield return new(NeedKind.NoWayIn, urgency, session, 0);
        if (session.Certain == 0 && !session.SpeakersToBeConfirmed) yield return new(NeedKind.NoSpeaker, Urgency.Soon, session, session.Speakers);
        if (session.Titles < session.Certain && session.Title is null) yield return new(NeedKind.NoTitle, Urgency.Soon, session, session.Certain - session.Titles);
        if (session.Slides < session.Certain && left < SlidesAhead) yield return new(NeedKind.NoSlides, Urgency.WhenYouCan, session, session.Certain - session.Slides);
        if (session.Waiting > 0) yield return new(NeedKind.WaitingList, Urgency.WhenYouCan, session, session.Waiting);
    }

    private static IEnumerable<Need> After(HostedSession session) => (session.HasRecording, session.HasWriteUp) switch
    {
        (false, false) => [new(NeedKind.NoRecordingAndNoWriteUp, Urgency.WhenYouCan, session, 0)],
        (false, true) => [new(NeedKind.NoRecording, Urgency.WhenYouCan, session, 0)],
        (true, false) => [new(NeedKind.NoWriteUp, Urgency.WhenYouCan, session, 0)],
        _ => [],
    };
}
