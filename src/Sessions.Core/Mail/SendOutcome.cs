namespace Sessions.Mail;

/// <summary>How an attempt to send ended, in words a host can read.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The next server has taken responsibility for the message.</summary>
    public sealed record Delivered(string Reply) : SendOutcome;

    /// <summary>A final no (5xx): trying again is of no use.</summary>
    /// <param name="Code">The reply code of RFC 5321 4.2.</param>
    /// <param name="Status">The enhanced status code of RFC 3463, as <c>5.1.1</c>, when the server gave one.</param>
    public sealed record Refused(int Code, string Text, string? Status = null) : SendOutcome;

    /// <summary>Not now: a 4xx, a broken connection, no answer in time, or a server that does not let us in.</summary>
    /// <param name="Code">The reply code of RFC 5321 4.2; 0 when no server answered.</param>
    /// <param name="Status">The enhanced status code of RFC 3463, when the server gave one.</param>
    public sealed record Deferred(int Code, string Text, string? Status = null) : SendOutcome
    {
        /// <summary>No connection, or one that did not let us in: nothing was said about this message, and any other would have fared the same.</summary>
        public bool IsServerAway { get; init; }
    }
}
