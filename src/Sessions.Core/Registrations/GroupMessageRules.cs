namespace Sessions.Registrations;

/// <summary>A message as typed.</summary>
/// <param name="SessionId">Whose people; null for those of the whole series.</param>
/// <param name="Text">Plain text; an empty line parts paragraphs, web addresses become links.</param>
public sealed record GroupMessageForm(GroupAudience Audience, Guid? SessionId, string? Subject, string? Text);

/// <summary>What a message may hold, and how many may leave.</summary>
public static class GroupMessageRules
{
    public const int LongestSubject = 150;
    public const int LongestText = 10_000;

    /// <summary>Of one series in 24 hours: a stolen sign-in floods nobody.</summary>
    public const int MostInADay = 10;

    /// <summary>To oneself, in an hour.</summary>
    public const int MostTestsInAnHour = 10;

    public static bool IsOfSession(this GroupAudience audience) => audience is >= GroupAudience.Confirmed and <= GroupAudience.Missed;

    /// <returns>The same, fit to keep, or the first thing that is wrong.</returns>
    internal static Answer<GroupMessageForm, GroupMessageRefusal> Check(GroupMessageForm form)
    {
        if (!Enum.IsDefined(form.Audience) || form.Audience.IsOfSession() != form.SessionId.HasValue) return GroupMessageRefusal.AudienceUnknown;
        var (subject, text) = (TypedText.Line(form.Subject), TypedText.Lines(form.Text));
        if (subject is null) return GroupMessageRefusal.SubjectMissing;
        if (subject.Length > LongestSubject) return GroupMessageRefusal.SubjectTooLong;
        if (text is null) return GroupMessageRefusal.TextMissing;
        if (text.Length > LongestText) return GroupMessageRefusal.TextTooLong;
        return form with { Subject = subject, Text = text };
    }
}

/// <summary>Why a message is not sent, or not held back.</summary>
public enum GroupMessageRefusal
{
    NotFound = 1,
    NotAllowed = 2,

    /// <summary>None of the groups, or one of a session without naming it.</summary>
    AudienceUnknown = 3,
    SubjectMissing = 4,

    /// <summary>More than <see cref="GroupMessageRules.LongestSubject"/> characters.</summary>
    SubjectTooLong = 5,
    TextMissing = 6,

    /// <summary>More than <see cref="GroupMessageRules.LongestText"/> characters.</summary>
    TextTooLong = 7,

    /// <summary>Who missed a session is known when it is over.</summary>
    NotOver = 8,

    /// <summary>There is nobody whom it would reach.</summary>
    Nobody = 9,

    /// <summary><see cref="GroupMessageRules.MostInADay"/> messages of the series left in the last 24 hours.</summary>
    TooManyToday = 10,

    /// <summary>As many tests as fit into an hour were sent.</summary>
    TooManyTests = 11,

    /// <summary>The author has no address to send a test to.</summary>
    NoAddress = 12,

    /// <summary>All of it left, or it was stopped.</summary>
    NothingLeft = 13,
    AlreadyHeld = 14,
    NotHeld = 15,
}
