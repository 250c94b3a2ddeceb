using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Sessions.Bench.Report;

/// <summary>What came out, with what it takes to read it: commit, machine, and how busy that was.</summary>
internal sealed class ReportTable(BenchOptions options)
{
    private readonly List<Row> _rows = [];
    private readonly string _loadBefore = Load();

    public void Add(Row row)
    {
        Workbench.Say($"{row.What}: {row.Figure}{(row.Ratio is { } ratio ? $" ({ratio:0.00}x)" : "")}");
        _rows.Add(row);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append($"Commit {Git("rev-parse", "--short", "HEAD")}{(Git("status", "--porcelain").Length > 0 ? " with changes" : "")}, {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC, ");
        text.Append($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, medians of {options.Rounds} interleaved rounds, ");
        text.Append($"load average {_loadBefore} before and {Load()} after (this run makes about 2 of its own).\n\n");
        text.Append("| What | Figure | Yardstick | Ratio | Target | Met |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in _rows)
            text.Append($"| {row.What} | {row.Figure} | {row.Yardstick ?? "–"} | {(row.Ratio is { } ratio ? $"{ratio:0.00}x" : "–")} | {row.Target ?? "–"} | {row.Met switch { true => "yes", false => "**no**", null => "–" }} |\n");
        return text.ToString();
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static string Git(params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return said;
    }
}
