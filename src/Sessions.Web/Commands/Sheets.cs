using System.Collections.Frozen;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Views;
using Sessions.Web.Host.Planning;
using Sessions.Web.Settings;
using Sessions.Workflows;

namespace Sessions.Web.Commands;

/// <summary>The verbs import and export lists: sessions from a file into a series, and the sessions of all series into a folder, drafts and addresses of speakers among them.</summary>
internal static class Sheets
{
    public const string GoodLines = "--good-lines";

    /// <summary>Whoever has the command line has everything; in the history the software acts by itself.</summary>
    private static readonly Actor Operator = new(Guid.Empty, "", IsAdmin: true, IsHost: false, FrozenSet<Guid>.Empty);

    /// <param name="series">Last part of its page's address.</param>
    /// <param name="goodLines">Saves the good rows where others have a fault.</param>
    public static async Task<int> Import(IServiceProvider services, string path, string series, bool publish, bool goodLines)
    {
        var id = await services.GetRequiredService<SeriesQueries>().Find(series) ?? throw new SettingsFault($"There is no series at /series/{series}.");
        var file = new ImportFile(id, await Content(path), Path.GetFileName(path), publish, AllOrNothing: !goodLines);
        var answer = await services.GetRequiredService<ImportSessions>().Save(Operator, file);
        if (answer.No is { } no) throw new SettingsFault($"{path}: {ImportWords.Of(no).Sentence}");
        var plan = answer.Value!;
        foreach (var row in plan.Rows.Where(r => r.Fault is not null)) await Console.Error.WriteLineAsync($"{(plan.Format == SheetFormat.Json ? "Session" : "Line")} {row.Line}: {ImportWords.Sentence(row.Fault!)}");
        if (plan.NotRead.Count > 0) await Console.Out.WriteLineAsync($"Not read, because nothing here is called so: {string.Join(", ", plan.NotRead)}");
        if (!plan.IsSaved) throw new SettingsFault($"Nothing is saved: {plan.Faulty} of {plan.Rows.Count} rows have a fault. Correct them, or import the others with {GoodLines}.");
        await Console.Out.WriteLineAsync($"Imported {plan.New} {(plan.New == 1 ? "session" : "sessions")} into {series} {(publish ? "in public" : "as drafts")}; {plan.Skipped} were there already, {plan.Faulty} left out. Nobody was told.");
        return 0;
    }

    /// <summary>Three files for each series, over those of the same names.</summary>
    public static async Task<int> Export(IServiceProvider services, string folder)
    {
        var sheet = services.GetRequiredService<SessionSheet>();
        var series = await sheet.All();
        Directory.CreateDirectory(folder);
        foreach (var slug in series)
            foreach (var format in Enum.GetValues<SheetFormat>())
                if (await sheet.Read(Operator, slug, format) is { } file) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content);
        await Console.Out.WriteLineAsync($"Exported the lists of {series.Count} series into {Path.GetFullPath(folder)}. Addresses of speakers are in the files.");
        return 0;
    }

    private static async Task<byte[]> Content(string path)
    {
        try
        {
            var file = new FileInfo(path);
            // What is larger is refused unread.
            if (file.Length > SheetReader.MostBytes) return new byte[SheetReader.MostBytes + 1];
            return await File.ReadAllBytesAsync(path);
        }
        catch (IOException fault)
        {
            throw new SettingsFault($"The file can't be read: {fault.Message}");
        }
    }
}
