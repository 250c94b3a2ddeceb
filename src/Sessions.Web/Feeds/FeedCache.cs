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
    public Task<KeptFeed?> Get(CalendarFeed feed) =>
        Get(feed.Key, feed.Version, async () => await feed.Build() is { } built ? new(built.Calendar.WriteTo, built.ChangedAt) : null);

    /// <inheritdoc cref="Get(CalendarFeed)" />
    /// <param name="version">Equal means: nothing it says has changed.</param>
    internal async Task<KeptFeed?> Get(string key, string version, Func<Task<WrittenFeed?>> build)
    {
        if (_kept.TryGetValue(key, out KeptFeed? kept) && kept!.Version == version) return kept;
        if (await build() is not { } built) return null;
        Interlocked.Increment(ref _builds);
        var text = new FeedText();
        built.WriteTo(text);
        kept = new(version, text, text.Tag(), built.ChangedAt?.ToDateTimeOffset());
        _kept.Set(key, kept, new MemoryCacheEntryOptions { Size = text.Length + 256, SlidingExpiration = TimeSpan.FromDays(2) });
        return kept;
    }

    public void Dispose() => _kept.Dispose();
}

/// <param name="Tag">A strong ETag with its quotes.</param>
public sealed record KeptFeed(string Version, FeedText Text, string Tag, DateTimeOffset? ChangedAt);

/// <param name="ChangedAt">The last change of anything in it; null while it is empty.</param>
internal sealed record WrittenFeed(Action<FeedText> WriteTo, NodaTime.Instant? ChangedAt);
