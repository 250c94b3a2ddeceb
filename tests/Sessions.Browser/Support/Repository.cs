namespace Sessions.Browser.Support;

/// <summary>Where the things under test lie on this machine.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The app as built beside these tests, or the one named by SESSIONS_BROWSER_APP (a published build).</summary>
    public static string App { get; } = Environment.GetEnvironmentVariable("SESSIONS_BROWSER_APP") is { Length: > 0 } published
        ? Path.GetFullPath(published)
        : Path.Combine(Root, "src", "Sessions.Web", "bin", Configuration, Framework, "Sessions.Web.dll");

    public static string AxeScript { get; } = Path.Combine(Root, "tests", "peers", "node_modules", "axe-core", "axe.min.js");

    private static string Framework => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sessions.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Sessions.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
