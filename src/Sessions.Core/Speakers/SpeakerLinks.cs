using NodaTime;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>The link of one appearance: it opens until 90 days after the session, and dies when its generation is raised.</summary>
internal static class SpeakerLinks
{
    public static readonly Duration Life = Duration.FromDays(90);

    /// <summary>Path of the speaker's page; a secret.</summary>
    public static string Path(this StandingLinks links, Appearance appearance, Person person) =>
        "/speak/" + links.Token(LinkPurpose.Speak, appearance.Id, Generation(appearance, person));

    public static bool Fits(this StandingLinks links, string token, Appearance appearance, Person person) =>
        links.Fits(token, LinkPurpose.Speak, appearance.Id, Generation(appearance, person));

    /// <summary>Both only ever rise, so their sum names each pair once: raising either revokes the link.</summary>
    private static int Generation(Appearance appearance, Person person) => appearance.LinkGeneration + person.LinkGeneration;
}
