using System.Collections.Concurrent;
using Sessions.Mail;

namespace Sessions.Tests.Outbox;

/// <summary>Takes every message, unless told to do something else first.</summary>
internal sealed class RecordingTransport(Func<OutgoingMail, CancellationToken, Task<SendOutcome>>? answer = null) : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _taken = new();

    public IReadOnlyList<OutgoingMail> Taken => [.. _taken];

    public IEnumerable<string> Recipients => Taken.Select(mail => mail.Recipient.LocalPart);

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        _taken.Enqueue(mail);
        return answer is null ? new SendOutcome.Delivered("250 ok") : await answer(mail, cancellationToken);
    }
}
