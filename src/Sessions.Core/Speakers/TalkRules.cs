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
        if (nameKnown && TypedText.Line(form.Name) is null) faults.Add(new(TalkField.Name, TalkFaultKind.Missing));
        Long(form.Name, TalkField.Name, TalkForm.LongestName);
        Long(form.Title, TalkField.Title, TalkForm.LongestTitle);
        Long(form.Abstract, TalkField.Abstract, TalkForm.LongestAbstract);
        Long(form.Organisation, TalkField.Organisation, TalkForm.LongestOrganisation);
        Long(SpeakerLine.Of(TypedText.Line(form.Line), TypedText.Line(form.Organisation)), TalkField.Line, TalkForm.LongestLine);
        Long(form.Pronouns, TalkField.Pronouns, TalkForm.LongestPronouns);
        Long(form.NameSaid, TalkField.NameSaid, TalkForm.LongestNameSaid);
        Long(form.RoomNeeds, TalkField.RoomNeeds, TalkForm.LongestNeeds);
        Long(form.Bio, TalkField.Bio, TalkForm.LongestBio);
        var links = Lines(form.Links);
        if (links.Count > TalkForm.MostLinks) faults.Add(new(TalkField.Links, TalkFaultKind.TooMany, Limit: TalkForm.MostLinks));
        else if (links.Find(l => !WebAddress.TryRead(l, out _)) is { } wrong) faults.Add(new(TalkField.Links, TalkFaultKind.NotALink, Shortened(wrong)));
        if (TypedText.Line(form.Licence) is { } licence && !Licences.IsOffered(licence)) faults.Add(new(TalkField.Licence, TalkFaultKind.Unknown));
        return faults;

        void Long(string? text, TalkField field, int limit)
        {
            if (TypedText.Lines(text)?.Length > limit) faults.Add(new(field, TalkFaultKind.TooLong, Limit: limit));
        }
    }

    /// <summary>Call with a form that <see cref="Check"/> found no fault in.</summary>
    public static void Apply(TalkForm form, Appearance appearance, Person person, Instant now)
    {
        var talk = appearance.Talk;
        appearance.Talk = new Talk
        {
            Title = TypedText.Line(form.Title),
            Abstract = TypedText.Lines(form.Abstract),
            Licence = TypedText.Line(form.Licence),
            RecordingConsentAt = form.MayRecord ? talk.RecordingConsentAt ?? now : null,
            PublishConsentAt = form.MayPublish ? talk.PublishConsentAt ?? now : null,
        };
        appearance.Organisation = person.Organisation = TypedText.Line(form.Organisation);
        appearance.Line = SpeakerLine.Of(TypedText.Line(form.Line), appearance.Organisation);
        appearance.RoomNeeds = TypedText.Lines(form.RoomNeeds);
        appearance.SavedAt = now;
        person.Name = TypedText.Line(form.Name) ?? person.Name;
        (person.Pronouns, person.NameSaid, person.ShowsPage) = (TypedText.Line(form.Pronouns), TypedText.Line(form.NameSaid), form.ShowsPage);
        person.Line = appearance.Line;
        person.Bio = TypedText.Lines(form.Bio);
        person.Links = Links(form.Links);
    }

    /// <summary>The line that whoever reuses it must print; null until there is a licence.</summary>
    public static string? Credit(Talk talk, Person person) => talk.Licence is null
        ? null
        : TypedText.Cut(string.Join(", ", new[] { talk.Title, person.Name, Licences.Name(talk.Licence) }.OfType<string>()), ArchiveItem.LongestCredit);

    private static string? Links(string? text)
    {
        var addresses = Lines(text).ConvertAll(l => WebAddress.TryRead(l, out var address) ? address : "");
        return addresses.Count == 0 ? null : string.Join('\n', addresses);
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Shortened(string text) => text.Length > 80 ? TypedText.Cut(text, 79) + "…" : text;
}
