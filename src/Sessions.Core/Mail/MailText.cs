using System.Globalization;

namespace Sessions.Mail;

/// <summary>A stretch of running text: plain, strong, or a link.</summary>
public sealed record MailRun(string Text, bool IsStrong = false, MailLink? Link = null);

/// <summary>A sentence or more, in which words may be strong or lead somewhere.</summary>
public sealed record MailText(IReadOnlyList<MailRun> Runs)
{
    public static implicit operator MailText(string text) => FromString(text);

    public static MailText FromString(string text) => new([new MailRun(text)]);

    public static MailText Strong(string text) => new([new MailRun(text, IsStrong: true)]);

    public static MailText LinkTo(string label, MailLink link) => new([new MailRun(label, Link: link)]);

    /// <summary>
    /// Puts parts into the places <c>{0}</c>, <c>{1}</c> … of a sentence, so that a translation may move them.
    /// A place without a part stays as it is written.
    /// </summary>
    public static MailText Format(string template, params MailText[] parts)
    {
        var runs = new List<MailRun>();
        var plainFrom = 0;
        for (var at = 0; at < template.Length; at++)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0 || !int.TryParse(template.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= parts.Length)
                continue;
            AddPlain(template[plainFrom..at]);
            runs.AddRange(parts[index].Runs);
            at = end;
            plainFrom = end + 1;
        }
        AddPlain(template[plainFrom..]);
        return new MailText(runs);

        void AddPlain(string text)
        {
            if (text.Length > 0)
                runs.Add(new MailRun(text));
        }
    }
}
