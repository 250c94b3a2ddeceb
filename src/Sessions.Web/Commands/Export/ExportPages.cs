using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Views;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Commands.Export;

/// <summary>Writes the public pages by the components that serve them, one after the other.</summary>
internal sealed class ExportPages(IServiceProvider services, ExportFolder folder, ExportedPaths paths)
{
    private readonly Instant _now = services.GetRequiredService<TimeProvider>().Now();

    public async Task Home() => await Write<HomePage>("/", new() { ["Facts"] = await Get<HomeView>().Read(_now), ["Now"] = _now });

    public async Task SiteText(string key)
    {
        var with = new Dictionary<string, object> { ["Key"] = key };
        if (await Get<SiteTextView>().Read(key) is { } text) with["Text"] = text;
        await Write<SiteTextPage>($"/{key}", with);
    }

    /// <returns>Whether there is another one after it.</returns>
    public async Task<bool> Archive(int page)
    {
        var facts = await Get<ArchiveView>().Read(page, _now);
        if (facts.HasOlder) paths.Add($"/archive?page={page + 1}");
        // The first is one page, whichever way it is named.
        if (page == 2) paths.AddAsset("/archive?page=1", "/archive");
        await Write<ArchivePage>(page == 1 ? "/archive" : $"/archive?page={page}", new() { ["Facts"] = facts });
        return facts.HasOlder;
    }

    public async Task Series(OpenSeries series)
    {
        if (await Get<SeriesView>().Read(series.Slug, _now) is { } facts) await Write<SeriesPage>(series.Path, new() { ["Facts"] = facts });
    }

    public async Task Session(OpenSession session)
    {
        if (await Get<SessionView>().Read(session.SeriesSlug, session.Slug, _now) is not { } facts) return;
        await Write<SessionPage>(session.Path, new() { ["Facts"] = facts, ["Now"] = _now });
        await using var card = folder.Create(ExportedPaths.FileOf($"{session.Path}/card.svg"));
        await card.WriteAsync(Encoding.UTF8.GetBytes(SessionCardSvg.Of(facts, Get<IStringLocalizer<Words>>())));
    }

    /// <param name="path">With the slug percent-encoded.</param>
    public async Task Speaker(string path)
    {
        if (await Get<SpeakerView>().Read(Uri.UnescapeDataString(path["/people/".Length..]), _now) is { } facts) await Write<SpeakerPage>(path, new() { ["Facts"] = facts, ["Now"] = _now });
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private async Task Write<TPage>(string path, Dictionary<string, object> with) where TPage : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, Get<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<StaticPage>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(StaticPage.Copy)] = new StaticCopy(_now),
            [nameof(StaticPage.Page)] = typeof(TPage),
            [nameof(StaticPage.With)] = with,
        }))).ToHtmlString());
        await using var file = folder.Create(ExportedPaths.FileOf(path));
        await file.WriteAsync(Encoding.UTF8.GetBytes(paths.Rewrite(html, path)));
    }
}
