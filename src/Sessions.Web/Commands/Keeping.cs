using Sessions.Data;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>The verbs backup and restore: what they say, and that an interruption leaves nothing behind.</summary>
internal static class Keeping
{
    public static async Task<int> BackUp(IServiceProvider services, string path, CancellationToken stop)
    {
        var made = await new BackUp(services.GetRequiredService<DatabaseCopies>(), services.GetRequiredService<FilesSettings>(),
            services.GetRequiredService<TimeProvider>(), Console.Out).Run(path, stop);
        if (made.Missing > 0) await Console.Error.WriteLineAsync($"{made.Missing} files that the database names are not in the file store: doctor says which.");
        await Console.Out.WriteLineAsync($"Backed up the database, {made.Files} files and {made.Keys} keys into {made.Path} ({Sizes.Of(made.Length)}). Keep it as safe as the server: it opens everything.");
        return 0;
    }

    public static async Task<int> Restore(IServiceProvider services, string path, CancellationToken stop)
    {
        var manifest = await new PutBack(services.GetRequiredService<DatabaseCopies>(), services.GetRequiredService<FilesSettings>(), Console.Out).Run(path, stop);
        await Console.Out.WriteLineAsync($"Restored the site as it was at {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Start the server: it brings the tables up to date, and mail that is still owed leaves.");
        return 0;
    }
}
