using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Invitations;

/// <summary>
/// The mailbox that answers come to, with a secret of each entry behind a plus sign (RFC 5233): whoever writes to it was
/// sent the invitation.
/// </summary>
/// <param name="Server">The name our own server writes into Authentication-Results; null believes none.</param>
public sealed record InboundOptions(EmailAddress Address, string? Server = null)
{
    /// <summary>Where a test goes, to see whether what comes to the addresses of entries is read.</summary>
    public EmailAddress Test => EmailAddress.Parse($"{Address.LocalPart}+test@{Address.Domain}");
}

/// <param name="Inbound">Null where no mailbox is read: then entries ask for no answer.</param>
public sealed record Mailroom(InboundOptions? Inbound);

internal sealed class RsvpAddress(StandingLinks links, Mailroom room)
{
    private const char Separator = '+';

    private readonly InboundOptions? _inbound = room.Inbound;

    /// <summary>Whether answers to this entry are read: one from before there was a mailbox keeps its organizer.</summary>
    /// <param name="organizer">Null is that of a new one.</param>
    public bool IsRead(string? organizer) =>
        _inbound is not null && (organizer is null || organizer.StartsWith($"{_inbound.Address.LocalPart}{Separator}", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a new entry says of the person: where no answer is read none is asked for.</summary>
    public Participation Known(Participation? answer) => _inbound is null ? Participation.Accepted : answer ?? Participation.Accepted;

    /// <param name="otherwise">Where no mailbox is read.</param>
    public string Of(Guid entryId, EmailAddress otherwise) =>
        _inbound is null ? otherwise.Value : $"{_inbound.Address.LocalPart}{Separator}{links.Rsvp(entryId)}@{_inbound.Address.Domain}";

    /// <summary>Whether one of the addresses is that of this entry.</summary>
    private bool IsAmong(IReadOnlyList<EmailAddress> addresses, Guid entryId) =>
        _inbound is not null && Secrets(addresses).Any(secret => links.FitsRsvp(secret, entryId));

    /// <summary>Whether a message may speak for whom we invited: it came to the address of their entry, or our own server vouches for its sender.</summary>
    public bool Believes(InboundMessage message, Guid entryId, string invited) =>
        IsAmong(message.To, entryId) || (Trusts(message) && string.Equals(message.From!.Value, invited, StringComparison.OrdinalIgnoreCase));

    private bool Trusts(InboundMessage message) =>
        _inbound?.Server is { } server && message is { From: { } from, Verdict: { } verdict } && verdict.StandsFor(from, server);

    public bool IsTest(InboundMessage message) => message.IsAutomatic && _inbound is not null && message.To.Any(a => a.Key == _inbound.Test.Key);

    private IEnumerable<string> Secrets(IReadOnlyList<EmailAddress> addresses)
    {
        var start = $"{_inbound!.Address.LocalPart}{Separator}";
        return addresses.Where(a => string.Equals(a.Domain, _inbound.Address.Domain, StringComparison.OrdinalIgnoreCase) && a.LocalPart.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.LocalPart[start.Length..].ToLowerInvariant());
    }
}
