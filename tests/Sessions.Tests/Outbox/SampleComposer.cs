using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.Tests.Outbox;

/// <summary>Writes another text each time, so that a mail written twice shows.</summary>
internal sealed class SampleComposer : IMailComposer
{
    private int _written;

    public int Written => _written;

    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { OutboxRig.Kind };

    public Func<OutboxMessage, bool> HasNothingToSay { get; set; } = _ => false;

    public Func<OutboxMessage, bool> Throws { get; set; } = _ => false;

    public Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (Throws(row)) throw new InvalidOperationException($"No facts for {row.Recipient} behind {OutboxRig.Secret}");
        if (HasNothingToSay(row)) return Task.FromResult<ComposedMail?>(null);
        var subject = $"Letter {Interlocked.Increment(ref _written)}";
        return Task.FromResult<ComposedMail?>(new(subject, new(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Button("Open", MailLink.Secret($"https://sessions.example.org/my/{OutboxRig.Secret}")),
        ])));
    }
}
