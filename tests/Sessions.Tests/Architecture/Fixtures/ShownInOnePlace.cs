using Sessions.Archive;
using Sessions.Data;

namespace Broken.ShownInOnePlace.Sessions.Views;

internal sealed class PodcastView
{
    public static int Count(SessionsDb db) => db.Recordings.Count();
}

internal sealed class CaptionSearch
{
    public static IQueryable<string> Said(SessionsDb db, Guid id) => db.CaptionTracks.Where(t => db.Recordings.Any(r => r.Id == t.RecordingId && r.SessionId == id)).Select(t => t.Text);
}

internal sealed class FineView
{
    public static int Count(SessionsDb db) => db.Recordings.ShownToAll().Count();
}
