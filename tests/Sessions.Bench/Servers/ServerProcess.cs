using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sessions.Bench.Http;

namespace Sessions.Bench.Servers;

/// <summary>A server as a process of its own, so that its CPU and memory are its alone.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    /// <param name="program">An executable, or an assembly for dotnet to run.</param>
    /// <param name="environment">Given the address it is to listen on.</param>
    public ServerProcess(string program, string[] words, Func<Uri, IReadOnlyDictionary<string, string>> environment)
    {
        Port = FreePort();
        string[] command = program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", program, .. words] : [program, .. words];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["URLS"] = Address.GetLeftPart(UriPartial.Authority);
        foreach (var (name, value) in environment(Address))
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}/");

    /// <summary>User and system time of all its threads, also of those that ended; the kernel counts in steps of 10 ms.</summary>
    public TimeSpan Cpu => Spent($"/proc/{_process.Id}/stat");

    /// <summary>What of it the runtime spends on compiling anew what runs often; the thread for it comes and goes.</summary>
    public TimeSpan Compiling
    {
        get
        {
            try
            {
                return Directory.EnumerateDirectories($"/proc/{_process.Id}/task").Where(thread => File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET Tiered", StringComparison.Ordinal))
                    .Aggregate(TimeSpan.Zero, (all, thread) => all + Spent(Path.Combine(thread, "stat")));
            }
            catch (IOException)
            {
                // A thread ended while it was looked at.
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Resident memory.</summary>
    public double MiB => Number(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ')[^2]) / 1024.0;

    /// <summary>The status of the first answer to <paramref name="path"/>; throws, with what the server printed, when none comes.</summary>
    public async Task<int> UntilItAnswers(string path)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !_process.HasExited; await Task.Delay(5))
        {
            try
            {
                await using var connection = await HttpConnection.Open(Port);
                return await connection.Send(RawRequest.Get(this, path));
            }
            catch (SocketException)
            {
                // Not listening yet.
            }
        }

        throw new InvalidOperationException($"The server did not answer. It said:\n{string.Join('\n', _output)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static TimeSpan Spent(string path)
    {
        var stat = File.ReadAllText(path);
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (Number(fields[11]) + Number(fields[12])));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
