using Microsoft.Extensions.Caching.Memory;
using Sessions.Views;

namespace Sessions.Web.Feeds;

/// <summary>
/// Each feed's bytes until something it says changes. The tag is of the bytes, so that it holds over a restart: after one
/// a feed is built once more, and whoever has it already still gets 304.
/// </summary>
public sealed class FeedCache : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>How many feeds were built, for whoever wants to see that an unchanged one is not.</summary>
    public long Builds => Interlocked.Read(ref _builds);

    private long _builds;

    /// <summary>Null where there is no such feed; that is not kept.</summary>
    public async Task<KeptFeed?> Get(CalendarFeed feed)
    {
        if (_kept.TryGetValue(feed.Key, out KeptFeed? kept) && kept!.Version == feed.Version) return kept;
        if (await feed.Build() is not { } built) return null;
        Interlocked.Increment(ref _builds);
        var text = new FeedText();
        built.Calendar.WriteTo(text);
        kept = new(feed.Version, text, text.Tag(), built.ChangedAt?.ToDateTimeOffset());
        _kept.Set(feed.Key, kept, new MemoryCacheEntryOptions { Size = text.Length + 256, SlidingExpiration = TimeSpan.FromDays(2) });
        return kept;
    }

    public void Dispose() => _kept.Dispose();
}

/// <param name="Tag">A strong ETag with its quotes.</param>
public sealed record KeptFeed(string Version, FeedText Text, string Tag, DateTimeOffset? ChangedAt);
