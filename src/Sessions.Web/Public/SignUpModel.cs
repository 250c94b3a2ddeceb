using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Public;

public enum SignUpFault
{
    NotAnAddress = 1,
    TooMany = 2,

    /// <summary>The series takes nobody for every session any more.</summary>
    SeriesClosed = 3,
}

/// <summary>What somebody signs up for.</summary>
public enum SignUpScope
{
    /// <summary>One session.</summary>
    Session = 0,

    /// <summary>Every session of the series.</summary>
    Series = 1,

    /// <summary>News of the series, without a place.</summary>
    News = 2,
}

/// <summary>A sign-up that did not go through: what was typed comes back with the reason.</summary>
public sealed record SignUpAttempt(string? Typed, SignUpFault Fault, SignUpScope Scope = SignUpScope.Session);

/// <summary>What the sign-up card of a session shows. Nothing personal, unless a visitor is known: then the page is not cached.</summary>
/// <param name="Action">Where the form posts to.</param>
public sealed record SignUpModel(string Action, PlacesBand Band, bool HasBegun, string? StreamLink, SignUpAttempt? Attempt, KnownVisitor? Visitor, SessionTime When)
{
    public static SignUpModel Of(SessionFacts session, SignUpAttempt? attempt, KnownVisitor? visitor) =>
        new($"{session.Path}/sign-up", session.Band, session.HasBegun, session.StreamLink, attempt, visitor, session.When);
}
