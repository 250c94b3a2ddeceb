using NodaTime;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Public;

/// <summary>A site with a series of sixty sessions, most of them held, each with a recording.</summary>
public sealed class SixtySessions : IAsyncLifetime
{
    private readonly PublicSite _site = new();

    public HttpClient Visitor() => _site.Visitor();

    public Task<string> Read(string path) => _site.Read(path);

    public async Task InitializeAsync()
    {
        var samples = _site.Samples.Series("weekly", "Weekly", s => s.Hue = 298);
        for (var i = 1; i <= 60; i++)
            samples.Session($"s{i}", SessionTime.Exact(new LocalDate(2022, 8, 24).PlusDays(7 * i).At(new(12, 0)), Samples.Zone, 60), $"Meeting number {i} of sixty", i)
                .Speaker($"Ada Example {i}", "Engineer").RecordingAt($"https://video.example.org/{i}");
        await samples.Series("other", "Other", s => s.Hue = 240).Session("one").Save();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();
}
