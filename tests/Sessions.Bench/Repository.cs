namespace Sessions.Bench;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sessions.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Sessions.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
