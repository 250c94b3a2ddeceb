namespace Sessions.Mail;

/// <summary>An address as it stands in a header: with a name to show, or without.</summary>
public sealed record Mailbox(EmailAddress Address, string? Name = null);
