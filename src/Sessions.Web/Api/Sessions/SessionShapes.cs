using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Api.Series;
using Sessions.Workflows;

namespace Sessions.Web.Api.Sessions;

/// <param name="Precision">How much is known.</param>
/// <param name="Date">First day; of a month its first day; with notAfter the last possible one.</param>
/// <param name="LocalStart">In the zone; of an exact time.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Start">UTC; of an exact time.</param>
/// <param name="End">UTC.</param>
internal sealed record TimeShape(Precision Precision, DateOnly? Date, DateOnly? LastDate, TimeOnly? LocalStart, string Zone, DateTimeOffset? Start, DateTimeOffset? End)
{
    public static TimeShape Of(SessionTime t) => new(t.Precision, t.Date?.ToDateOnly(), t.LastDate?.ToDateOnly(), t.LocalStart?.ToTimeOnly(), t.Zone, t.Start?.ToDateTimeOffset(), t.End?.ToDateTimeOffset());
}

/// <summary>A session in a list: what is there and what is missing.</summary>
/// <param name="Path">Of its public page.</param>
/// <param name="HasWay">There is a room link, a stream or an address.</param>
/// <param name="Speakers">On the programme: named, asked or accepted.</param>
/// <param name="Certain">Of these, named or accepted.</param>
/// <param name="Titles">Of the certain ones, those whose talk has a title.</param>
/// <param name="Slides">Of the certain ones, those who handed something in.</param>
internal sealed record SessionRow(Guid Id, Guid SeriesId, string Path, int? Number, string? Title, string? Theme, TimeShape When, bool IsPublished, bool IsCancelled,
    int Confirmed, int Waiting, int? Capacity, bool HasWay, int Speakers, int Certain, int Titles, int Slides, bool HasRecording, bool HasWriteUp, SessionKind Kind)
{
    public static SessionRow Of(HostedSession s) => new(s.Id, s.SeriesId, s.Path, s.Number, s.Title, s.Theme, TimeShape.Of(s.When), s.IsPublished, s.IsCancelled,
        s.Confirmed, s.Waiting, s.Capacity, s.HasWay, s.Speakers, s.Certain, s.Titles, s.Slides, s.HasRecording, s.HasWriteUp, s.Kind);
}

/// <summary>A session without what sign-ups change: its ETag changes when a host would see a change.</summary>
/// <param name="Venue">What differs from the series.</param>
/// <param name="MovedFrom">Local time before the last move.</param>
/// <param name="Edited">Set by hand for this session; a change of the plan leaves it alone.</param>
internal sealed record SessionShape(Guid Id, Guid SeriesId, string Path, int? Number, string? Title, string? Theme, TimeShape When, int Minutes, int? Capacity, string? Announcement,
    VenueShape Venue, bool SpeakersToBeConfirmed, bool IsPublished, bool IsCancelled, string? CancelledBecause, DateTime? MovedFrom, SessionKind Kind, IReadOnlyList<SessionFields> Edited)
{
    public static SessionShape Of(HostSessionFacts f) => new(f.Session.Id, f.Session.SeriesId, f.Session.Path, f.Session.Number, f.Session.Title, f.Session.Theme, TimeShape.Of(f.Session.When),
        f.Minutes, f.Session.Capacity, f.Announcement, VenueShape.Of(f.OwnVenue), f.Session.SpeakersToBeConfirmed, f.Session.IsPublished, f.Session.IsCancelled, f.CancelledBecause,
        f.MovedFrom?.ToDateTimeUnspecified(), f.Session.Kind, ChangedSessionShape.List(f.Edited));
}

/// <param name="Venue">What differs from the series.</param>
/// <param name="Capacity">Null is no limit; fewer than are signed up drops nobody.</param>
internal sealed record SessionInput(string? Title = null, string? Announcement = null, int? Number = null, int? Capacity = null, VenueShape? Venue = null, bool SpeakersToBeConfirmed = false,
    SessionKind Kind = SessionKind.Session)
{
    public SessionForm ToForm() => new(Title, Announcement, Number, Capacity, (Venue ?? VenueShape.None).ToVenue(), SpeakersToBeConfirmed, Kind);
}

/// <param name="Start">In the session's own zone; left out of whole days.</param>
/// <param name="LastDate">Of whole days, included; left out it is the first one.</param>
internal sealed record MoveInput(DateOnly Date, TimeOnly? Start = null, int Minutes = 60, DateOnly? LastDate = null)
{
    public NewTime ToTime() => Start is { } start
        ? new(LocalDate.FromDateOnly(Date) + LocalTime.FromTimeOnly(start), Minutes)
        : NewTime.Days(LocalDate.FromDateOnly(Date), LocalDate.FromDateOnly(LastDate ?? Date));
}

/// <param name="Because">Told to everybody; may be left out.</param>
internal sealed record CancelInput(string? Because = null);

/// <param name="Attendees">With a place or in the line.</param>
/// <param name="Sessions">Those that change, in the order of their times.</param>
/// <param name="Mails">One each, once the time for undoing is over.</param>
/// <param name="Undo">POST …/series/{series}/undo/{id} takes it back within a minute; null of a preview.</param>
internal sealed record ChangeShape(int Attendees, int Speakers, IReadOnlyList<ChangedSessionShape> Sessions, IReadOnlyList<OwedShape> Mails, Guid? Undo)
{
    public static ChangeShape Of(ChangeResult r) => new(r.Attendees, r.Speakers, [.. r.Sessions.Select(ChangedSessionShape.Of)],
        [.. r.Mails.Select(m => new OwedShape(m.Kind, m.Recipient, m.SessionId))], r.Undo);
}

/// <param name="Fields">What becomes another there.</param>
/// <param name="Replaced">Of these, what somebody had set by hand for this session.</param>
/// <param name="People">With a place or in the line.</param>
internal sealed record ChangedSessionShape(Guid Id, TimeShape Before, TimeShape After, bool IsCancelled, IReadOnlyList<SessionFields> Fields, IReadOnlyList<SessionFields> Replaced, int People)
{
    public static ChangedSessionShape Of(ChangedSession c) => new(c.Id, TimeShape.Of(c.Before), TimeShape.Of(c.After), c.IsCancelled, List(c.Fields), List(c.Replaced), c.People);

    public static IReadOnlyList<SessionFields> List(SessionFields fields) => [.. Enum.GetValues<SessionFields>().Where(f => f != SessionFields.None && fields.HasFlag(f))];
}

/// <param name="Back">Sessions that are as they were.</param>
/// <param name="Left">Sessions that were changed once more since, and stay as they are.</param>
internal sealed record UndoneShape(int Back, int Left);

internal sealed record PublishShape(IReadOnlyList<OwedShape> Mails);
