using System.Text;

namespace Sessions.Mail;

/// <summary>The header fields that a signature covers (RFC 6376 5.4).</summary>
/// <param name="Names">In the order in which they are hashed.</param>
/// <param name="Relaxed">Each in its relaxed form, with its line end.</param>
internal sealed record DkimFields(IReadOnlyList<string> Names, string Relaxed)
{
    private const string From = "From";

    private static readonly string[] Covered =
    [
        From, "To", "Subject", "Date", "Message-ID", "Reply-To", "In-Reply-To", "References",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post",
    ];

    /// <exception cref="ArgumentException">There is no From, which has to be covered.</exception>
    public static DkimFields Of(string head)
    {
        var fields = Split(head).ToLookup(field => field.Split(':')[0].TrimEnd(' ', '\t'), StringComparer.OrdinalIgnoreCase);
        if (!fields.Contains(From))
            throw new ArgumentException("A message without From cannot be signed.", nameof(head));
        var names = new List<string>();
        var relaxed = new StringBuilder();
        foreach (var name in Covered)
        {
            // Of several with one name the lowest comes first (5.4.2).
            foreach (var field in fields[name].Reverse())
            {
                names.Add(name);
                relaxed.Append(DkimRelaxed.Header(field)).Append("\r\n");
            }
            // Named once more than it is there: a second From, put in on the way, breaks the signature (8.15).
            if (name == From)
                names.Add(name);
        }
        return new(names, relaxed.ToString());
    }

    private static List<string> Split(string head)
    {
        var fields = new List<string>();
        foreach (var line in head.Split("\r\n"))
        {
            if (line is [' ' or '\t', ..] && fields.Count > 0)
                fields[^1] += "\r\n" + line;
            else
                fields.Add(line);
        }
        return fields;
    }
}
