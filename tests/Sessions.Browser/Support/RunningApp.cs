using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sessions.Browser.Support;

/// <summary>
/// The real app as a process of its own, in Development, with a data folder and a pickup folder that go away with it:
/// <c>IClassFixture&lt;RunningApp&gt;</c>.
/// </summary>
public sealed partial class RunningApp : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("sessions-browser-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://localhost:{port}/");

    /// <summary>What the app printed so far, oldest line first.</summary>
    public IReadOnlyCollection<string> Output => output;

    public Mailbox Mailbox => new(Path.Combine(folder, "mail"));

    /// <summary>Settings by their environment name (<c>Mail__From</c>), to be set before the app starts.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Task InitializeAsync() => Chromium.Executable is null ? Task.CompletedTask : Start();

    /// <summary>Starts the app and returns once it answers; also after <see cref="Kill"/>, on the same data and port.</summary>
    public async Task Start()
    {
        process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The app did not start");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        await Until("answer", async () =>
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound ? "" : null;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        });
    }

    /// <summary>The one-time host link that the app prints when it starts.</summary>
    public Task<Uri> SignInLink() => Until(
        "print a sign-in link",
        () => Task.FromResult(output.Select(line => SignIn().Match(line)).LastOrDefault(match => match.Success) is { } found ? new Uri(found.Value) : null));

    /// <summary>Ends the app as a restart of its service does: SIGTERM, and patience.</summary>
    public async Task Stop()
    {
        if (process is null)
            return;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
        process = null;
    }

    /// <summary>Ends the app as a power cut would.</summary>
    public async Task Kill()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task DisposeAsync()
    {
        await Kill();
        foreach (var line in Faults()) await Console.Error.WriteLineAsync(line);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a page may have said "the fault is in the log" of: seen where a suite fails, because its whole output is shown then.</summary>
    private IEnumerable<string> Faults()
    {
        var isFault = false;
        foreach (var line in output)
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0])) isFault = line.StartsWith("fail:", StringComparison.Ordinal);
            if (isFault) yield return line;
        }
    }

    [GeneratedRegex(@"(?<=sign.?in.*)https?://\S+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignIn();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.App])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Sessions.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["URLS"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["Site__PublicUrl"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "sessions.db")}";
        start.Environment["Files__Path"] = Path.Combine(folder, "files");
        start.Environment["Mail__PickupPath"] = Path.Combine(folder, "mail");
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return start;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }

    private async Task<T> Until<T>(string what, Func<Task<T?>> probe)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(100))
        {
            if (await probe() is { } found)
                return found;
            if (process is null or { HasExited: true })
                break;
        }

        throw new TimeoutException($"The app did not {what}. It said:\n{string.Join('\n', output)}");
    }
}
