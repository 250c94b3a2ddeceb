using NodaTime;

namespace Sessions.Archive.Media;

/// <summary>One step for one recording, and how it went. Rows of a recording begin with <see cref="MediaStep.Look"/>, which says what else there is to do.</summary>
internal sealed class MediaWork
{
    /// <summary>A file that ends the server each time it is opened is left alone after so many.</summary>
    public const int MostAttempts = 3;

    public const int LongestSaid = 200;

    public static readonly Duration UntilTheDiskIsLookedAtAgain = Duration.FromMinutes(30);

    public required Guid RecordingId { get; init; }

    public required MediaStep Step { get; init; }

    public MediaState State { get; private set; }

    /// <summary>Begun and not ended by ourselves.</summary>
    public int Attempts { get; private set; }

    public MediaFault? Fault { get; private set; }

    /// <summary>What the tool said, in its own words.</summary>
    public string? Said { get; private set; }

    public Instant? NotBefore { get; private set; }

    public required Instant ChangedAt { get; set; }

    /// <returns>False where it was begun too often and never ended.</returns>
    public bool Begin(Instant now)
    {
        if (State == MediaState.Working && Attempts >= MostAttempts)
        {
            Fail(MediaFault.Interrupted, null, now);
            return false;
        }
        (State, Fault, Said, NotBefore, ChangedAt) = (MediaState.Working, null, null, null, now);
        Attempts++;
        return true;
    }

    public void Finish(Instant now) => (State, Attempts, Fault, Said, NotBefore, ChangedAt) = (MediaState.Done, 0, null, null, null, now);

    /// <param name="said">Fit to keep.</param>
    public void Fail(MediaFault fault, string? said, Instant now) => (State, Attempts, Fault, Said, ChangedAt) = (MediaState.Failed, 0, fault, said, now);

    /// <summary>The server stops in good order.</summary>
    public void PutBack(Instant now) => (State, Attempts, ChangedAt) = (MediaState.Waiting, Math.Max(0, Attempts - 1), now);

    public void WaitForRoom(Instant now)
    {
        PutBack(now);
        (Fault, NotBefore) = (MediaFault.DiskFull, now + UntilTheDiskIsLookedAtAgain);
    }

    /// <returns>False where nothing failed.</returns>
    public bool TryAgain(Instant now)
    {
        if (State != MediaState.Failed && NotBefore is null) return false;
        (State, Attempts, Fault, Said, NotBefore, ChangedAt) = (MediaState.Waiting, 0, null, null, null, now);
        return true;
    }
}
