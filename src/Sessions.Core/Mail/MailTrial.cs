namespace Sessions.Mail;

/// <param name="Step">Where it ended, well or not.</param>
/// <param name="Conversation">What was said, without passwords; empty where no server is asked.</param>
public sealed record MailTrial(SendOutcome Outcome, SmtpStep Step, IReadOnlyList<string> Conversation);
