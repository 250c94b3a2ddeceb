using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sessions.Archive.Media;

/// <param name="Memory">Bytes that it may hold at once.</param>
/// <param name="Output">Bytes of the file it writes.</param>
internal sealed record ToolBounds(TimeSpan Time, long Memory, long Output);

internal enum ToolEnd
{
    Done = 0,
    Failed = 1,
    TookTooLong = 2,
    TooMuchMemory = 3,
    TooLarge = 4,
    DiskFull = 5,

    /// <summary>It can't be started.</summary>
    NotThere = 6,
}

/// <param name="Output">What it wrote to its standard output, of which only the beginning is kept.</param>
/// <param name="Said">What it complained about, likewise.</param>
internal sealed record ToolOutcome(ToolEnd End, string Output, string Said);

/// <summary>
/// One run of a program on a file that a stranger sent: without a shell, without our settings in its environment, with nothing to read from
/// us, last in the queue for the processor, and ended when it takes too much of anything.
/// </summary>
internal sealed class ToolRun(MediaTools.Starters before, ToolBounds bounds)
{
    private const int MostOutput = 256 * 1024;
    private const int MostSaid = 4 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <param name="writes">The file it writes; null for none.</param>
    /// <param name="line">Is told each line of its standard output.</param>
    public async Task<ToolOutcome> Run(string program, IReadOnlyList<string> arguments, string? writes = null, Action<string>? line = null, CancellationToken stop = default)
    {
        using var process = new Process { StartInfo = Start(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return new(ToolEnd.NotThere, "", fault.Message);
        }
        process.StandardInput.Close();
        if (before.Nice is null) BeLast(process);
        var output = Read(process.StandardOutput, MostOutput, line);
        var said = Read(process.StandardError, MostSaid, null);
        var end = await Watch(process, writes, stop);
        await Task.WhenAll(output, said);
        stop.ThrowIfCancellationRequested();
        return new(end ?? Of(process.ExitCode, await said), await output, await said);
    }

    private ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        List<string> all =
        [
            .. before.Prlimit is { } prlimit ? (string[])[prlimit, $"--as={Number(bounds.Memory * 3)}", $"--fsize={Number(bounds.Output)}", $"--cpu={Number((long)bounds.Time.TotalSeconds + 1)}", "--core=0", "--nofile=64", "--"] : [],
            .. before.Nice is { } nice ? (string[])[nice, "-n", "19"] : [],
            program, .. arguments,
        ];
        var start = new ProcessStartInfo(all[0], all.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // Passwords of mail and database may stand in ours.
        var kept = start.Environment.Where(v => v.Key is "PATH" or "SystemRoot" or "LD_LIBRARY_PATH").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <returns>Null where it ended by itself.</returns>
    private async Task<ToolEnd?> Watch(Process process, string? writes, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var exit = process.WaitForExitAsync(CancellationToken.None);
        ToolEnd? end = null;
        while (!exit.IsCompleted)
        {
            if (stop.IsCancellationRequested || (end = TooMuch(process, clock.Elapsed, writes)) is not null)
            {
                Kill(process);
                await exit;
                return end;
            }
            await Task.WhenAny(exit, Task.Delay(Look, stop));
        }
        await exit;
        return null;
    }

    private ToolEnd? TooMuch(Process process, TimeSpan elapsed, string? writes)
    {
        if (elapsed > bounds.Time) return ToolEnd.TookTooLong;
        if (writes is not null && new FileInfo(writes) is { Exists: true } file && file.Length > bounds.Output) return ToolEnd.TooLarge;
        try
        {
            process.Refresh();
            return process.WorkingSet64 > bounds.Memory ? ToolEnd.TooMuchMemory : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>By what the system and the tool say of it.</summary>
    private static ToolEnd Of(int exitCode, string said) => exitCode switch
    {
        0 => ToolEnd.Done,
        128 + 24 => ToolEnd.TookTooLong,
        128 + 25 => ToolEnd.TooLarge,
        _ when said.Contains("No space left on device", StringComparison.Ordinal) || said.Contains("Disk quota exceeded", StringComparison.Ordinal) => ToolEnd.DiskFull,
        _ when said.Contains("File too large", StringComparison.Ordinal) => ToolEnd.TooLarge,
        _ when said.Contains("Cannot allocate memory", StringComparison.Ordinal) => ToolEnd.TooMuchMemory,
        _ => ToolEnd.Failed,
    };

    /// <summary>Never waits for a line to end, and keeps no more than asked, however much comes.</summary>
    private static async Task<string> Read(StreamReader from, int most, Action<string>? line)
    {
        var (kept, current, block) = (new StringBuilder(), new StringBuilder(), new char[4096]);
        int read;
        while ((read = await from.ReadAsync(block)) > 0)
        {
            kept.Append(block, 0, Math.Min(read, most - kept.Length));
            if (line is null) continue;
            foreach (var c in block.AsSpan(0, read))
            {
                if (c != '\n' && current.Length < 1000)
                {
                    current.Append(c);
                    continue;
                }
                line(current.ToString());
                current.Clear();
            }
        }
        return kept.ToString();
    }

    private static void BeLast(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // It ended already, or the system has no such thing: then it runs as others do.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
