namespace Sessions.Web.Commands.Export;

/// <summary>The verb export, as the command line says it.</summary>
internal static class Copying
{
    public static async Task<int> Export(IServiceProvider services, string folder, CancellationToken stop)
    {
        var made = await new ExportArchive(services, Console.Out).Run(folder, stop);
        if (made.Missing > 0) await Console.Error.WriteLineAsync($"{made.Missing} files that the database names are not in the file store: doctor says which.");
        await Console.Out.WriteLineAsync($"Exported {made.Series} series with {made.Sessions} sessions into {Path.GetFullPath(folder)}: {made.Files} files, all of them public. Any web server can serve them.");
        return 0;
    }
}
