using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

/// <summary>A message as Python's email package reads it.</summary>
public sealed record PeerMail(IReadOnlyList<PeerHeader> Headers, PeerMailbox? From, PeerMailbox? To, PeerPart Body, IReadOnlyList<string> Defects)
{
    public static PeerMail Read(byte[] message) => PeerProcess.Run<PeerMail>("parse-mail.py", message);

    public string? this[string name] => Headers.SingleOrDefault(header => header.Name == name)?.Value;
}

public sealed record PeerHeader(string Name, string Value);

public sealed record PeerMailbox(string Name, string Address);

/// <param name="Content">The decoded octets.</param>
public sealed record PeerPart(
    string Type, IReadOnlyDictionary<string, string> Parameters, string? FileName, string? Encoding, byte[] Content, IReadOnlyList<PeerPart> Parts)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Content);
}
