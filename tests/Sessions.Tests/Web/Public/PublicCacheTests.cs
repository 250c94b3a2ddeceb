using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Web.Public;

namespace Sessions.Tests.Web.Public;

public sealed class PublicCacheTests
{
    [Fact]
    public async Task An_edit_is_on_the_page_at_once_and_until_then_the_page_is_kept()
    {
        using var site = new PublicSite();
        var samples = await site.Samples.Series("weekly").Session("one", title: "Before").Save();
        using var visitor = site.Visitor();
        await site.Read("/series/weekly/one");

        using var kept = await visitor.GetAsync(new Uri("/series/weekly/one", UriKind.Relative));
        await site.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == samples.LastSession.Id)).Title = "After");
        var after = await site.Read("/series/weekly/one");

        Assert.NotNull(kept.Headers.Age);
        Assert.Contains("After", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Before", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_begun_before_an_edit_and_finished_after_it_is_never_served_again()
    {
        var version = new PublicVersion();
        var words = "old";
        var hasRead = new TaskCompletionSource();
        var mayFinish = new TaskCompletionSource();
        using var host = await Slow(version, async () =>
        {
            var read = words;
            hasRead.TrySetResult();
            await mayFinish.Task;
            return read;
        });
        using var visitor = host.GetTestClient();

        var slow = visitor.GetStringAsync(new Uri("/", UriKind.Relative));
        await hasRead.Task;
        words = "new";
        version.Raise();
        mayFinish.SetResult();

        Assert.Equal("old", await slow);
        Assert.Equal("new", await visitor.GetStringAsync(new Uri("/", UriKind.Relative)));
    }

    [Fact]
    public async Task An_entry_ends_at_the_next_moment_its_text_depends_on()
    {
        var time = new FakeTime(new DateTimeOffset(2023, 11, 1, 11, 0, 0, TimeSpan.Zero));
        var cache = new PublicCache(new PublicVersion(), time);
        var context = new OutputCacheContext { HttpContext = new DefaultHttpContext() };
        context.HttpContext.Request.Method = "GET";
        await ((IOutputCachePolicy)cache).CacheRequestAsync(context, default);

        cache.EndAt(context.HttpContext, Instant.FromUtc(2023, 11, 1, 12, 0));
        await ((IOutputCachePolicy)cache).ServeResponseAsync(context, default);

        Assert.Equal(TimeSpan.FromHours(1), context.ResponseExpirationTimeSpan);
        Assert.True(context.AllowCacheStorage);
    }

    [Theory]
    [InlineData("host=x", false)]
    [InlineData("visitor=x", false)]
    [InlineData("theme=dark", true)]
    public async Task Whoever_has_a_personal_cookie_is_neither_answered_from_the_cache_nor_kept(string cookie, bool isKept)
    {
        using var site = new PublicSite();
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        await visitor.GetStringAsync(new Uri("/", UriKind.Relative));

        using var second = await visitor.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(isKept, second.Headers.Age is not null);
        Assert.Equal(!isKept, second.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_that_a_browser_has_already_is_answered_304()
    {
        using var site = new PublicSite();
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync(new Uri("/archive", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/archive");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await visitor.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Light_and_dark_are_kept_apart_and_chosen_without_a_script()
    {
        using var site = new PublicSite();
        using var visitor = site.Visitor();
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("back", "/archive")]);

        using var chosen = await visitor.PostAsync(new Uri("/appearance", UriKind.Relative), form);
        visitor.DefaultRequestHeaders.Add("Cookie", "theme=dark");

        Assert.Equal((HttpStatusCode.SeeOther, "/archive"), (chosen.StatusCode, chosen.Headers.Location!.ToString()));
        Assert.Contains("theme=dark", Assert.Single(chosen.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", await visitor.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme", await site.Read("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example.org")]
    [InlineData("/\\evil.example.org")]
    [InlineData("https://evil.example.org")]
    [InlineData("/a\r\nX: y")]
    public async Task The_way_back_never_leads_off_this_site(string back)
    {
        using var site = new PublicSite();
        using var visitor = site.Visitor();
        using var form = new FormUrlEncodedContent([new("theme", "light"), new("back", back)]);

        using var answer = await visitor.PostAsync(new Uri("/appearance", UriKind.Relative), form);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    private static Task<IHost> Slow(PublicVersion version, Func<Task<string>> render) => new HostBuilder().ConfigureWebHost(web => web.UseTestServer()
        .ConfigureServices(services =>
        {
            services.AddRouting();
            services.AddOutputCache(options => options.AddPolicy("pages", new PublicCache(version, TimeProvider.System)));
        })
        .Configure(app => app.UseRouting().UseOutputCache().UseEndpoints(routes => routes.MapGet("/", render).CacheOutput("pages")))).StartAsync();
}
