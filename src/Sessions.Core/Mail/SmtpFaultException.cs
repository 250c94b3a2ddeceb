namespace Sessions.Mail;

/// <summary>The conversation cannot go on. Becomes a <see cref="SendOutcome.Deferred"/> at the transport's edge.</summary>
internal sealed class SmtpFaultException(string message, int code = 0, string? status = null, Exception? inner = null) : Exception(message, inner)
{
    public int Code { get; } = code;

    /// <summary>True when the server has not yet been given the message, so that a second try cannot send it twice.</summary>
    public bool IsBeforeData { get; set; }

    public SendOutcome.Deferred ToOutcome() => new(Code, Message, status);

    public static SmtpFaultException From(string what, SmtpReply reply) => new($"{what}: {reply.Code} {reply.Text}", reply.Code, reply.Status);
}
