using Sessions.Archive;
using Sessions.Data;

namespace Broken.ConsentIsReadInOnePlace.Sessions.Views;

internal sealed class PodcastView
{
    public static int Count(SessionsDb db) => db.Recordings.Count(r => r.IsPublic);
}

internal sealed class ExportView
{
    public static bool Has(Resource one) => one.IsPublic;
}

internal sealed class FineView
{
    public static void Hide(Recording one) => one.IsPublic = false;
}
