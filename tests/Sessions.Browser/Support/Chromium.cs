namespace Sessions.Browser.Support;

/// <summary>One browser process for a test class: <c>IClassFixture&lt;Chromium&gt;</c>.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly List<IBrowserContext> visits = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal static string? Executable { get; } =
        new[] { Environment.GetEnvironmentVariable("SESSIONS_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        playwright = await Playwright.CreateAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
    }

    /// <summary>A fresh visitor: no cookies, a desktop window unless told otherwise, times shown in London.</summary>
    public async Task<IPage> NewVisitor(Action<BrowserNewContextOptions>? with = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = 1280, Height = 900 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        };
        with?.Invoke(options);
        var visit = await browser!.NewContextAsync(options);
        visit.SetDefaultTimeout(15_000);
        visits.Add(visit);
        return await visit.NewPageAsync();
    }

    public Task<IPage> NewPhoneVisitor() => NewVisitor(options =>
    {
        options.ViewportSize = new() { Width = 390, Height = 844 };
        options.IsMobile = true;
        options.HasTouch = true;
    });

    /// <summary>A visitor whose browser runs no script: the public pages must do without.</summary>
    public Task<IPage> NewVisitorWithoutScript() => NewVisitor(options => options.JavaScriptEnabled = false);

    public async Task DisposeAsync()
    {
        foreach (var visit in visits)
            await visit.CloseAsync();
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }
}
