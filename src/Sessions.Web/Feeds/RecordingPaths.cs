using Sessions.Views;

namespace Sessions.Web.Feeds;

/// <summary>Where a player gets a recording and what belongs to it: a way of its own for each audience, because what is for some has no address for all.</summary>
/// <param name="Link">Token of its own link; null for a recording on the session's page.</param>
public sealed record RecordingPaths(ShownRecording Recording, string? Link = null)
{
    public string File => Of(Recording.File!);

    public string? Poster => Recording.Poster is { } poster ? Of(poster) : null;

    public string? Audio => Recording.Audio is { } audio ? Of(audio) : null;

    public string Captions(string language, string kind = "vtt") => Way is { } way ? $"{way}/captions/{language}.{kind}" : CaptionEndpoints.Path(Recording.Id, language, kind);

    public string Chapters => Way is { } way ? $"{way}/chapters.vtt" : CaptionEndpoints.ChaptersPath(Recording.Id);

    private string Of(ShownFile file) => Way is { } way ? $"{way}/{Uri.EscapeDataString(file.Name)}" : FileEndpoints.Path(file.Id, file.Name);

    private string? Way => Link is not null ? $"/watch/{Link}" : Recording.IsForMembers ? $"/members/{Recording.Id}" : null;
}
