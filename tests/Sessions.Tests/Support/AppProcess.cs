using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sessions.Tests.Support;

/// <summary>The real executable as a process of its own: a command, or the server on a free port.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private AppProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it printed so far, faults among it.</summary>
    public IReadOnlyList<string> Said => [.. _lines];

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>In Production, with all its data below one folder.</summary>
    public static AppProcess Start(string folder, string[] args, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Sessions.Web.dll"), .. args])
        {
            WorkingDirectory = Directory.CreateDirectory(folder).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Site__PublicUrl"] = "https://sessions.example.org";
        start.Environment["Archive__Media"] = "Nothing";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>A command from start to end.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string folder, string[] args, params (string Key, string Value)[] settings)
    {
        await using var app = Start(folder, args, settings);
        await app.Exit();
        return (app.ExitCode, string.Join('\n', app.Said));
    }

    /// <summary>Once the server listens.</summary>
    public async Task<Uri> Address()
    {
        await Eventually.Holds(() => Task.FromResult(_lines.Any(line => Listens().IsMatch(line)) || HasExited), Patience);
        return new(Listens().Match(_lines.LastOrDefault(line => Listens().IsMatch(line)) ?? throw new InvalidOperationException(string.Join('\n', _lines))).Value);
    }

    /// <summary>SIGTERM, as systemd and Docker send it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Ends it as <c>kill -9</c> does, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) _lines.Enqueue(line);
    }

    [GeneratedRegex(@"(?<=listens on )http://127\.0\.0\.1:\d+")]
    private static partial Regex Listens();
}
