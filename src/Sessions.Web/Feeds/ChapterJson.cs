using System.Text.Json;
using Sessions.Archive.Chapters;

namespace Sessions.Web.Feeds;

/// <summary>Chapters as podcast programs read them: the JSON Chapters Format of the Podcast Index.</summary>
internal static class ChapterJson
{
    public const string MediaType = "application/json+chapters";

    public static string Write(IEnumerable<Chapter> chapters) =>
        JsonSerializer.Serialize(new { version = "1.2.0", chapters = chapters.Select(c => new { startTime = c.Seconds, title = c.Title }) });
}
