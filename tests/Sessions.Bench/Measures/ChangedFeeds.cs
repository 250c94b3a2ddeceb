using Sessions.Bench.Http;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>
/// Makes every feed out of date, then asks for each of many once. What does that over plain HTTP is a sign-up that takes
/// the last place of a session; with 55 feeds to one sign-up, that one hardly shows in the figure.
/// </summary>
internal sealed class ChangedFeeds(ServerProcess app, SignUpForm form)
{
    private readonly List<byte[]> _feeds = [.. Enumerable.Range(1, SeededSite.Feeds).Select(n => RawRequest.Get(app, $"/series/{SeededSite.Feed(n)}.ics"))];
    private int _spent;

    /// <summary>Null when no form takes sign-ups yet.</summary>
    public static async Task<ChangedFeeds?> Find(ServerProcess app) =>
        await SignUpForm.Find(app, SeededSite.LastPlacePage(1)) is { } form ? new(app, form) : null;

    public async Task<int> Turn(HttpConnection connection)
    {
        var number = ++_spent <= SeededSite.LastPlaces ? _spent : throw new InvalidOperationException("No session with a last place is left");
        var here = form with { Action = form.Action.Replace(SeededSite.LastPlacePage(1), SeededSite.LastPlacePage(number), StringComparison.Ordinal) };
        await connection.Send(here.Request(app, $"last{number}@example.org"));
        foreach (var feed in _feeds)
            await connection.Send(feed);
        return _feeds.Count;
    }
}
