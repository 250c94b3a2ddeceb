using MimeKit;
using Sessions.Tests.Mail;

namespace Sessions.Tests.Outbox;

/// <summary>What a mail server has of a message, as far as the promises of delivery go.</summary>
internal sealed record Arrived(string Recipient, string Id, string? Uid, int Sequence, string Text)
{
    public static Arrived Of(Kept kept)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(kept.Text));
        var mail = MimeMessage.Load(bytes);
        var calendar = mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))?.Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n');
        return new(kept.Recipient, mail.MessageId ?? "", Value(calendar, "UID:"), int.Parse(Value(calendar, "SEQUENCE:") ?? "0", System.Globalization.CultureInfo.InvariantCulture), kept.Text);
    }

    /// <summary>At least once, the same bytes each time, and no calendar is told an older state after a newer one.</summary>
    /// <param name="owed">Message-IDs of the rows that say they were sent.</param>
    /// <param name="arrived">In the order in which they came.</param>
    public static IEnumerable<string> Faults(IEnumerable<string> owed, IReadOnlyList<Arrived> arrived)
    {
        var rows = owed.ToHashSet();
        var byId = arrived.GroupBy(a => a.Id).ToList();
        foreach (var id in rows.Except(byId.Select(g => g.Key))) yield return $"lost: {id}";
        foreach (var id in byId.Select(g => g.Key).Except(rows)) yield return $"owed by nobody: {id}";
        foreach (var one in byId.Where(g => g.Distinct().Count() > 1)) yield return $"came in {one.Distinct().Count()} forms: {one.Key}";
        foreach (var entry in byId.Select(g => g.First()).Where(a => a.Uid is not null).GroupBy(a => (a.Recipient, a.Uid)))
        {
            foreach (var (before, after) in entry.Zip(entry.Skip(1)).Where(pair => pair.Second.Sequence < pair.First.Sequence))
                yield return $"back from {before.Sequence} to {after.Sequence}: {entry.Key}";
        }
    }

    private static string? Value(string[]? lines, string name) =>
        lines?.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
}
