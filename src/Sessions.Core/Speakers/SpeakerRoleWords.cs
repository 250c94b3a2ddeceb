using Microsoft.Extensions.Localization;

namespace Sessions.Speakers;

/// <summary>What somebody is asked to do, as the request says it.</summary>
internal static class SpeakerRoleWords
{
    public static string Will(AppearanceRole role, IStringLocalizer words) => role switch
    {
        AppearanceRole.Chair => words["will you chair"],
        AppearanceRole.Opener => words["will you open the session"],
        AppearanceRole.Producer => words["will you produce the session"],
        _ => words["will you speak"],
    };

    public static string Heading(AppearanceRole role, IStringLocalizer words) => role switch
    {
        AppearanceRole.Chair => words["Will you chair?"],
        AppearanceRole.Opener => words["Will you open the session?"],
        AppearanceRole.Producer => words["Will you produce the session?"],
        _ => words["Will you speak?"],
    };

    public static string Task(AppearanceRole role, IStringLocalizer words) => role switch
    {
        AppearanceRole.Chair => words["chair this session"],
        AppearanceRole.Opener => words["open this session with a few words"],
        AppearanceRole.Producer => words["run the room of this session"],
        _ => words["speak at this session"],
    };
}
