using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Public;

public enum SignUpFault
{
    NotAnAddress = 1,
    TooMany = 2,
}

/// <summary>A sign-up that did not go through: what was typed comes back with the reason.</summary>
public sealed record SignUpAttempt(string? Typed, SignUpFault Fault);

/// <summary>What the sign-up card shows. Nothing personal: it stands in a cached page.</summary>
/// <param name="Action">Where the form posts to.</param>
public sealed record SignUpModel(string Action, PlacesBand Band, bool HasBegun, string? StreamLink, SignUpAttempt? Attempt)
{
    public static SignUpModel Of(SessionFacts session, SignUpAttempt? attempt) =>
        new($"{session.Path}/sign-up", session.Band, session.HasBegun, session.StreamLink, attempt);
}
