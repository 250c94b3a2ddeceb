using NodaTime;
using Sessions.Mail;

namespace Sessions.Outbox;

public enum OutboxState
{
    Waiting = 1,

    /// <summary>Composed and claimed by a delivery that has not answered yet.</summary>
    Sending = 2,
    Sent = 3,

    /// <summary>Refused for good (5xx), or the last try ran out.</summary>
    Failed = 4,

    /// <summary>A later message made it needless, or its time passed.</summary>
    Dropped = 5,
}

/// <summary>A mail that is owed: an intent until the claim, exact bytes after it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Stands for the address of somebody who was forgotten.</summary>
    public const string Forgotten = "forgotten";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique: the same intent twice is one row.</summary>
    public required string Key { get; set; }

    /// <summary>Names the composer.</summary>
    public required string Kind { get; init; }

    /// <summary>What the composer needs to find its facts: the id of a registration, an appearance, a link.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid PersonId { get; set; }

    public required string Recipient { get; set; }

    public Guid? SeriesId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>A later row of the same topic supersedes an unsent one.</summary>
    public string? Topic { get; set; }

    /// <summary>0 is the sign-in lane, ahead of all others.</summary>
    public required int Lane { get; init; }

    /// <summary>A one-time secret that only this mail may carry; cleared once sent.</summary>
    public string? Secret { get; set; }

    public OutboxState State { get; private set; } = OutboxState.Waiting;

    public required Instant DueAt { get; set; }

    public required Instant ExpiresAt { get; init; }

    public int Attempts { get; private set; }

    /// <summary>Until then nobody else takes it; a crash frees it by time.</summary>
    public Instant? ClaimedUntil { get; private set; }

    /// <summary>Why the last attempt did not end well, or why the mail was dropped, in words.</summary>
    public string? LastError { get; private set; }

    public string? Subject { get; private set; }

    public string? MessageId { get; private set; }

    public Instant? SentAt { get; private set; }

    public Instant CreatedAt { get; init; }

    public OutboxBody? Body { get; private set; }

    /// <summary>Sign-in, set-up and proof mails: nobody but the recipient ever reads one.</summary>
    public bool IsPrivate => Lane == 0 || SeriesId is null;

    public bool IsDue(Instant now) => State switch
    {
        OutboxState.Waiting => DueAt <= now,
        OutboxState.Sending => ClaimedUntil <= now,
        _ => false,
    };

    public void Claim(Instant until) => (State, ClaimedUntil, Attempts) = (OutboxState.Sending, until, Attempts + 1);

    public void Identify(string subject, MessageId id) => (Subject, MessageId) = (subject, id.Value);

    public void MarkSent(Instant now)
    {
        (State, SentAt, LastError) = (OutboxState.Sent, now, null);
        Close();
    }

    /// <summary>On the schedule while there is time, else failed.</summary>
    public void PutOff(string words, Instant now)
    {
        var next = now + RetrySchedule.After(Attempts);
        if (next >= ExpiresAt)
        {
            Fail(words);
            return;
        }
        (State, DueAt, ClaimedUntil, LastError) = (OutboxState.Waiting, next, null, words);
    }

    /// <summary>The server was not there at all: no attempt, and due as before, so that everything leaves in its order once the server is back.</summary>
    public void AwaitServer(string words) => (State, ClaimedUntil, LastError, Attempts) = (OutboxState.Waiting, null, words, Attempts - 1);

    /// <summary>Could not even be written: counts as an attempt.</summary>
    public void NotWritten(string words, Instant now)
    {
        Attempts++;
        PutOff(words, now);
    }

    public void Fail(string words)
    {
        (State, LastError) = (OutboxState.Failed, words);
        Close();
    }

    public void Drop(string? because)
    {
        (State, LastError) = (OutboxState.Dropped, because ?? LastError);
        Close();
    }

    /// <summary>Its sender stopped before an answer came: free for anybody, at once.</summary>
    public void Release(Instant now) => ClaimedUntil = now;

    /// <summary>A private mail is not tried again: its secret is gone, and asking for a new one is easier.</summary>
    public bool MayRetry(Instant now) => !IsPrivate && Recipient != Forgotten && now < ExpiresAt && (State == OutboxState.Failed || (State == OutboxState.Waiting && Attempts > 0));

    /// <summary>Nothing of whom it went to, or was to go to, is kept; nor does it go any more.</summary>
    public void Forget(Guid nobody)
    {
        if (State is OutboxState.Waiting or OutboxState.Sending) Drop(null);
        (PersonId, Recipient, Key, Topic, MessageId, LastError) = (nobody, Forgotten, $"{Forgotten}:{Id}", null, null, null);
    }

    public void Retry(Instant now) => (State, DueAt, Attempts) = (OutboxState.Waiting, now, 0);

    private void Close() => (Secret, ClaimedUntil) = (null, null);
}

/// <summary>The bytes of a composed message, apart from the row so that lists stay light.</summary>
internal sealed class OutboxBody
{
    public required Guid Id { get; init; }

    public required byte[] Bytes { get; set; }

    /// <summary>What a host reads: plain text with secret link targets masked.</summary>
    public required string Preview { get; set; }

    /// <summary>The same as HTML; null for a mail that nobody but its recipient reads, and for those of before it was kept.</summary>
    public string? PreviewHtml { get; set; }
}
