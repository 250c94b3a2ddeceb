using NodaTime;
using Sessions.Archive;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>What a speaker's form must hold, and what it changes.</summary>
internal static class TalkRules
{
    public static IReadOnlyList<TalkFault> Check(TalkForm form, bool nameKnown)
    {
        var faults = new List<TalkFault>();
        if (nameKnown && string.IsNullOrWhiteSpace(form.Name)) faults.Add(new(TalkField.Name, TalkFaultKind.Missing));
        Long(form.Name, TalkField.Name, TalkForm.LongestName);
        Long(form.Title, TalkField.Title, TalkForm.LongestTitle);
        Long(form.Abstract, TalkField.Abstract, TalkForm.LongestAbstract);
        Long(form.Line, TalkField.Line, TalkForm.LongestLine);
        Long(form.Bio, TalkField.Bio, TalkForm.LongestBio);
        var links = Lines(form.Links);
        if (links.Count > TalkForm.MostLinks) faults.Add(new(TalkField.Links, TalkFaultKind.TooMany, Limit: TalkForm.MostLinks));
        else if (links.Find(l => !WebAddress.TryRead(l, out _)) is { } wrong) faults.Add(new(TalkField.Links, TalkFaultKind.NotALink, Shortened(wrong)));
        if (Clean(form.Licence) is { } licence && !Licences.IsOffered(licence)) faults.Add(new(TalkField.Licence, TalkFaultKind.Unknown));
        return faults;

        void Long(string? text, TalkField field, int limit)
        {
            if (Clean(text)?.Length > limit) faults.Add(new(field, TalkFaultKind.TooLong, Limit: limit));
        }
    }

    /// <summary>Call with a form that <see cref="Check"/> found no fault in.</summary>
    public static void Apply(TalkForm form, Appearance appearance, Person person, Instant now)
    {
        var talk = appearance.Talk;
        appearance.Talk = new Talk
        {
            Title = Clean(form.Title),
            Abstract = Clean(form.Abstract),
            Licence = Clean(form.Licence),
            RecordingConsentAt = form.MayRecord ? talk.RecordingConsentAt ?? now : null,
            PublishConsentAt = form.MayPublish ? talk.PublishConsentAt ?? now : null,
        };
        appearance.Line = Clean(form.Line);
        appearance.SavedAt = now;
        person.Name = Clean(form.Name) ?? person.Name;
        person.Line = appearance.Line;
        person.Bio = Clean(form.Bio);
        person.Links = Links(form.Links);
    }

    /// <summary>The line that whoever reuses it must print; null until there is a licence.</summary>
    public static string? Credit(Talk talk, Person person) => talk.Licence is null
        ? null
        : Cut(string.Join(", ", new[] { talk.Title, person.Name, Licences.Name(talk.Licence) }.OfType<string>()), ArchiveItem.LongestCredit);

    private static string? Links(string? text)
    {
        var addresses = Lines(text).ConvertAll(l => WebAddress.TryRead(l, out var address) ? address : "");
        return addresses.Count == 0 ? null : string.Join('\n', addresses);
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Browsers send line ends as CRLF and count them as one character.</summary>
    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static string Shortened(string text) => text.Length > 80 ? Cut(text, 79) + "…" : text;

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
