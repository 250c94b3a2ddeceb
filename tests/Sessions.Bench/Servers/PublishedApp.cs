using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sessions.Bench.Servers;

/// <summary>The app as the README ships it: published for this kind of machine, in Production, on SQLite, mail into a folder.</summary>
internal sealed class PublishedApp
{
    /// <summary>Lets the bench hand over answers as a mail server would.</summary>
    public const string InboundSecret = "a secret of the bench alone";

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _program;
    private readonly string _folder;

    private PublishedApp(string program, string folder) => (_program, _folder) = (program, folder);

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "data", "sessions.db")}";

    /// <summary>As the settings below make the app lay them out.</summary>
    public string StoredFiles => Path.Combine(_folder, "data", "files");

    /// <summary>The mails that left, each a file.</summary>
    public string Pickup => Path.Combine(_folder, "mail");

    public static async Task<PublishedApp> Publish(string folder)
    {
        var site = Path.Combine(folder, "app");
        var start = new ProcessStartInfo("dotnet", ["publish", "src/Sessions.Web", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", site, "-v", "q", "--nologo"])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        return publish.ExitCode == 0 ? new(Path.Combine(site, OperatingSystem.IsWindows() ? "Sessions.Web.exe" : "Sessions.Web"), folder) : throw new InvalidOperationException($"dotnet publish failed:\n{said}");
    }

    /// <summary>On the same data each time.</summary>
    /// <param name="postgres">A connection string; null is SQLite.</param>
    public ServerProcess Start(string? postgres = null) => new(_program, [], address => new Dictionary<string, string>(RaisedLimits())
    {
        ["Site__PublicUrl"] = address.GetLeftPart(UriPartial.Authority),
        ["Database__Provider"] = postgres is null ? "Sqlite" : "Postgres",
        ["Database__ConnectionString"] = postgres ?? ConnectionString,
        ["Files__Path"] = Path.Combine(_folder, "data"),
        ["Mail__Transport"] = "Pickup",
        ["Mail__PickupPath"] = Pickup,
        ["Mail__From"] = "sessions@example.org",
        ["Mail__Inbound__Address"] = "rsvp@example.org",
        ["Mail__Inbound__Secret"] = InboundSecret,
    });

    /// <summary>Every figure of the example's section on sign-ups, raised out of the way: all callers come from one address here.</summary>
    private static Dictionary<string, string> RaisedLimits()
    {
        var example = Path.Combine(Repository.Root, "appsettings.example.json");
        using var settings = JsonDocument.Parse(File.Exists(example) ? File.ReadAllText(example) : "{}", WithComments);
        return settings.RootElement.TryGetProperty("SignUp", out var limits)
            ? limits.EnumerateObject().Where(limit => limit.Value.ValueKind == JsonValueKind.Number).ToDictionary(limit => $"SignUp__{limit.Name}", _ => "1000000")
            : [];
    }
}
