using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <param name="OwnVenue">What differs from the series.</param>
/// <param name="Capacity">Null is no limit; fewer than are signed up drops nobody.</param>
public sealed record SessionForm(string? Title, string? Announcement, int? Number, int? Capacity, Venue OwnVenue, bool SpeakersToBeConfirmed, SessionKind Kind = SessionKind.Session)
{
    /// <summary>What the fields held before anything was typed: then only what was typed is changed, and somebody else's change of another field stays. Null changes all of them.</summary>
    public SessionForm? Shown { get; init; }

    /// <summary>As it would be kept.</summary>
    internal SessionForm Read() => this with
    {
        Shown = Shown?.Read(),
        Title = TypedText.Line(Title),
        Announcement = TypedText.Lines(Announcement),
        OwnVenue = new(TypedText.Line(OwnVenue.RoomLink), TypedText.Line(OwnVenue.StreamLink), TypedText.Line(OwnVenue.Address)),
    };

    internal SessionRefusal? Check() => this switch
    {
        { Title.Length: > Session.LongestTitle } or { Announcement.Length: > 20_000 } => SessionRefusal.TooLong,
        { OwnVenue.Address.Length: > SeriesRules.LongestAddress } => SessionRefusal.AddressTooLong,
        { Capacity: < 1 or > SeriesRules.MostPlaces } => SessionRefusal.CapacityOutOfRange,
        { Number: < 1 or > SeriesRules.HighestNumber } => SessionRefusal.NumberOutOfRange,
        { Kind: var kind } when !Enum.IsDefined(kind) => SessionRefusal.KindUnknown,
        { OwnVenue: var venue } when !SeriesRules.IsLink(venue.RoomLink) || !SeriesRules.IsLink(venue.StreamLink) => SessionRefusal.LinkNotHttp,
        _ => null,
    };

    /// <summary>Where it says something else than the session has; the number belongs to one session and is never among them.</summary>
    internal SessionFields Differs(Session session)
    {
        var differs = DiffersFrom(new(session.Title, session.Announcement, null, session.Capacity, session.OwnVenue, session.SpeakersToBeConfirmed, session.Kind));
        return Shown is { } shown ? differs & DiffersFrom(shown) : differs;
    }

    internal bool Renumbers(Session session) => Number != session.Number && (Shown is null || Number != Shown.Number);

    private SessionFields DiffersFrom(SessionForm other)
    {
        var fields = SessionFields.None;
        void When(bool differs, SessionFields field) => fields |= differs ? field : SessionFields.None;
        When(Title != other.Title, SessionFields.Title);
        When(Announcement != other.Announcement, SessionFields.Announcement);
        When(Capacity != other.Capacity, SessionFields.Places);
        When(OwnVenue.RoomLink != other.OwnVenue.RoomLink, SessionFields.RoomLink);
        When(OwnVenue.StreamLink != other.OwnVenue.StreamLink, SessionFields.StreamLink);
        When(OwnVenue.Address != other.OwnVenue.Address, SessionFields.Address);
        When(SpeakersToBeConfirmed != other.SpeakersToBeConfirmed, SessionFields.SpeakersToBeConfirmed);
        When(Kind != other.Kind, SessionFields.Kind);
        return fields;
    }

    internal void Apply(Session session, SessionFields fields)
    {
        if (fields.HasFlag(SessionFields.Title)) session.Title = Title;
        if (fields.HasFlag(SessionFields.Announcement)) session.Announcement = Announcement;
        if (fields.HasFlag(SessionFields.Places)) session.Capacity = Capacity;
        if (fields.HasFlag(SessionFields.SpeakersToBeConfirmed)) session.SpeakersToBeConfirmed = SpeakersToBeConfirmed;
        if (fields.HasFlag(SessionFields.Kind)) session.Kind = Kind;
        session.OwnVenue = new(
            fields.HasFlag(SessionFields.RoomLink) ? OwnVenue.RoomLink : session.OwnVenue.RoomLink,
            fields.HasFlag(SessionFields.StreamLink) ? OwnVenue.StreamLink : session.OwnVenue.StreamLink,
            fields.HasFlag(SessionFields.Address) ? OwnVenue.Address : session.OwnVenue.Address);
        session.SetBand();
    }
}

public enum SessionRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TooLong = 3,
    CapacityOutOfRange = 4,
    NumberTaken = 5,
    NumberOutOfRange = 6,
    LinkNotHttp = 7,
    AddressTooLong = 8,
    KindUnknown = 9,
}
