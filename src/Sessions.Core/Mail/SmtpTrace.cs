using System.Text;

namespace Sessions.Mail;

/// <summary>A conversation as it went, each line with its speaker; passwords never stand in it.</summary>
internal sealed class SmtpTrace
{
    private const string Hidden = "…";
    private readonly List<string> _lines = [], _secrets = [];

    public SmtpStep Step { get; private set; }

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Hide(string secret) => _secrets.AddRange([secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);

    public void Enter(SmtpStep step) => Step = step;

    public void Say(string line)
    {
        var words = line.Split(' ', ':');
        Step = words[0] switch
        {
            "EHLO" => SmtpStep.Greet,
            "STARTTLS" => SmtpStep.Encrypt,
            "AUTH" => SmtpStep.SignIn,
            "MAIL" => SmtpStep.NameSender,
            "RCPT" => SmtpStep.NameRecipient,
            SmtpEnvelope.Data => SmtpStep.Deliver,
            _ => Step,
        };
        _lines.Add("> " + (Step != SmtpStep.SignIn ? line : words is ["AUTH", var mechanism, _, ..] ? $"AUTH {mechanism} {Hidden}" : words[0] == "AUTH" ? line : Hidden));
    }

    public void Note(string what) => _lines.Add("> " + what);

    /// <summary>A server may repeat what it was told.</summary>
    public void Hear(string line)
    {
        line = _secrets.Aggregate(line, (said, secret) => said.Replace(secret, Hidden, StringComparison.Ordinal));
        _lines.Add("< " + Printable.Line(line));
    }
}
