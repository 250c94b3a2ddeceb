namespace Sessions.Tests.Architecture.Rules;

/// <summary>What of an archive is shown to whom is said in one place.</summary>
internal static class ShownRules
{
    private static readonly string[] Tables = ["get_Recordings", "get_Resources", "get_CaptionTracks"];

    /// <summary>They show to hosts or to the very speaker, move, delete or count what was handed in; nothing of it reaches the public.</summary>
    private static readonly HashSet<string> Owners =
    [
        "ArchiveRows", "ArchiveService", "AudienceQueries", "CaptionService", "ChapterService", "ItemService", "LinkCheckService", "MediaQueries", "MediaRows", "MediaService", "NamedRows", "TakedownRows", "ReportQueries", "SearchTouched",
        "AppearanceWriter", "MovedTalkWriter", "SpeakerService", "SpeakerQueries", "TalkService", "PortalService", "ChaserRows", "HostedRows", "ReadinessView", "DiscardDraft", "ErasedTalks",
    ];

    public static readonly Rule[] All =
    [
        Rule.ForTypes("ShownInOnePlace", "Whoever reads recordings, resources or captions begins with ShownRows, or is among those named here who show nothing to the public.", type =>
            type.Name is "SessionsDb" or "ShownRows" || Owners.Contains(type.Name) || !type.References.Any(IsTable) ? []
                : type.References.Any(other => other is { Namespace: "Sessions.Archive", Type: "ShownRows" } && other.Member.Length > 0) ? []
                : ["reads the archive's tables without asking ShownRows"]),
        Rule.ForTypes("ConsentIsReadInOnePlace", "Nobody but ShownRows and the archive's own acts asks an entity whether it is public: that alone does not say that it is shown.", type =>
            type.Namespace == "Sessions.Archive" || Owners.Contains(type.Name) ? []
                : type.References.Where(other => other is { Namespace: "Sessions.Archive", Type: "Recording" or "Resource" or "ITakenDown", Member: "get_IsPublic" }).Select(other => $"asks {other}")),
    ];

    private static bool IsTable(CodeReference other) => other is { Namespace: "Sessions.Data", Type: "SessionsDb" } && Tables.Contains(other.Member);
}
