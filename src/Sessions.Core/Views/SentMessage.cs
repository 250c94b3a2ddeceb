using NodaTime;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>How far a message to many is.</summary>
public enum MessageState
{
    /// <summary>On its way.</summary>
    Sending = 1,

    /// <summary>A host holds back what has not left.</summary>
    Held = 2,

    /// <summary>Nothing more leaves: each mail has its result.</summary>
    Done = 3,

    /// <summary>A host stopped what had not left.</summary>
    Stopped = 4,
}

/// <param name="SessionNumber">Of the session whose people it went to; null, as the title, for those of the whole series.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Recipients">Counted at sending.</param>
public sealed record SentMessage(Guid Id, string Subject, GroupAudience Audience, Guid? SessionId, int? SessionNumber, string? SessionTitle, string By, Instant SentAt, int Recipients, MessageProgress Progress, MessageState State);

/// <summary>What became of the mails of one message.</summary>
/// <param name="Waiting">Owed, or being sent.</param>
/// <param name="LeftOut">Not sent: they unsubscribed, left the group, or a host stopped it.</param>
public sealed record MessageProgress(int Sent, int Failed, int Waiting, int LeftOut)
{
    /// <summary>Mails there are rows for.</summary>
    public int Owed => Sent + Failed + Waiting + LeftOut;

    /// <summary>Those with a result.</summary>
    public int Finished => Sent + Failed + LeftOut;
}
