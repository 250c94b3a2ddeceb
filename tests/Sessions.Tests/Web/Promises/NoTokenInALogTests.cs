using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NodaTime;
using Sessions.Outbox;

namespace Sessions.Tests.Web.Promises;

/// <summary>Whoever may read a log may not come in by it. Levels are those of the shipped settings, our own categories down to Debug.</summary>
public sealed class NoTokenInALogTests
{
    [Fact]
    public async Task Neither_reading_nor_writing_nor_mailing_nor_failing_logs_a_token_or_a_whole_address()
    {
        await using var site = await WholeSite.Open();
        await Everything.Crawled(site);
        foreach (var route in SiteRoute.Of(site.Services).Where(r => r.TakesPost))
            if (Array.Find(Fillings.All, f => f.Route == route.Pattern) is { } filling) await Sender.SendAll(site, route, filling, Junk.Few);
        await Mail(site);
        await Break(site);
        var failed = await (await Visitor.As(site, Role.Anybody)).Send(HttpMethod.Post, $"/my/{site.Known.My}/mail", new FormUrlEncodedContent([new("news", "yes")]));

        Assert.Equal(500, failed.Status);
        Assert.Contains(site.Log.All, line => line.Contains("unhandled exception", StringComparison.Ordinal));
        Assert.Contains(site.Log.All, line => line.Contains('…', StringComparison.Ordinal) && line.Contains(" sent: ", StringComparison.Ordinal));
        Assert.InRange(site.OneTimeTokens.Count, 20, 10_000);
        Assert.Empty(Telling(site));
    }

    [Fact]
    public async Task With_the_frameworks_own_levels_a_request_would_log_its_token()
    {
        await using var site = new WholeSite { FrameworkLevel = LogLevel.Information };
        await site.InitializeAsync();

        await (await Visitor.As(site, Role.Anybody)).Get($"/my/{site.Known.My}");

        Assert.Contains(Telling(site), line => line.Contains(site.Known.My, StringComparison.Ordinal));
    }

    /// <summary>Every line has the request's path in its scope, so scopes are not written.</summary>
    [Fact]
    public async Task The_log_as_shipped_is_one_provider_that_writes_no_scopes_and_no_requests()
    {
        await using var site = await WholeSite.Open();

        var logger = site.Get<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");

        var own = site.Services.GetServices<ILoggerProvider>().Where(p => p != site.Log);
        Assert.IsType<ConsoleLoggerProvider>(Assert.Single(own));
        Assert.False(site.Get<IOptions<JsonConsoleFormatterOptions>>().Value.IncludeScopes);
        Assert.Equal(ConsoleFormatterNames.Json, site.Get<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.False(logger.IsEnabled(LogLevel.Information));
    }

    /// <summary>The lines that hold a token or an address used here.</summary>
    private static IReadOnlyList<string> Telling(WholeSite site)
    {
        var secrets = site.Known.StandingTokens.Concat(site.OneTimeTokens).Concat(site.Known.Addresses).Append("typed.in.a.form@example.org").ToList();
        return [.. site.Log.All.Where(line => secrets.Exists(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))];
    }

    private static async Task Mail(WholeSite site)
    {
        var delivery = site.Get<Delivery>();
        await site.Database.Write(async db =>
        {
            foreach (var mail in await db.Outbox.Where(m => m.State == OutboxState.Waiting).ToListAsync()) mail.DueAt = mail.CreatedAt;
        });
        await delivery.SendUrgent(CancellationToken.None);
        await delivery.SendAll(CancellationToken.None);
        await delivery.Settle(Duration.FromSeconds(20));
    }

    /// <summary>From now on nobody is found: whatever asks for a person throws.</summary>
    private static async Task Break(WholeSite site)
    {
        await using var db = site.Database.Read();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE people RENAME TO gone");
    }
}
