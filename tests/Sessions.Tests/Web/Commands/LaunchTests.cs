using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sessions.Tests.Web.Commands;

/// <summary>The real executable in an empty folder: what an admin sees first.</summary>
public sealed partial class LaunchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-launch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Mail__Smpt__Host=mail.example.org", "no key \"Smpt\"")]
    [InlineData("Mail__Transport=Pigeon", "Pickup, Smtp")]
    [InlineData("Mail__From=nobody", "Mail:From")]
    [InlineData("Site__PublicUrl=sessions", "Site:PublicUrl")]
    [InlineData("Database__Provider=Oracle", "Sqlite, Postgres")]
    [InlineData("Database__ConnectionString=Nonsense=1", "Database:ConnectionString")]
    [InlineData("Files__Path=/dev/null/data", "Files:Path")]
    [InlineData("Mail__PickupPath=/dev/null/mail", "Mail:PickupPath")]
    [InlineData("Mail__Smtp__PasswordFile=/dev/null/secret", "Mail:Smtp:PasswordFile")]
    [InlineData("Database__ConnectionStringFile=/dev/null", "is empty")]
    [InlineData("Mail__Dkim__Selector=s1", "Mail:Dkim:Domain")]
    [InlineData("Proxy__Trusted=proxy.example.org", "Proxy:Trusted")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED=true", "Proxy:Trusted")]
    [InlineData("Mial__From=a@example.org", "did you mean \"Mail\"")]
    public async Task A_broken_setting_is_one_sentence_and_exit_code_1(string setting, string named)
    {
        using var app = Start([], setting.Split('=', 2) is [var key, var value] ? (key, value) : default);
        await Exit(app);

        var said = (await app.StandardError.ReadToEndAsync()).Trim();
        Assert.Equal(1, app.ExitCode);
        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n'));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_exit_code_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var app = Start([], ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"));
        await Exit(app);

        var said = (await app.StandardError.ReadToEndAsync()).Trim();
        Assert.Equal(1, app.ExitCode);
        Assert.Contains($"{port}", said, StringComparison.Ordinal);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n'));
        Assert.DoesNotContain("AddressInUse", await app.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_command_names_those_that_are()
    {
        using var app = Start(["serev"]);
        await Exit(app);

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("migrate", await app.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_start_in_production_prints_a_set_up_link_and_loads_no_samples()
    {
        using var app = Start([], ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        var printed = await ReadUntil(app, "/account/set-up/");
        using var http = new HttpClient { BaseAddress = new(Listens().Match(printed).Value) };
        var page = await http.GetStringAsync(new Uri("/series/opendatasaveslives", UriKind.Relative)).ContinueWith(t => t.IsFaulted ? "none" : t.Result, TaskScheduler.Default);
        app.Kill();

        Assert.Contains("https://sessions.example.org/account/set-up/", printed, StringComparison.Ordinal);
        Assert.Equal("none", page);
    }

    [Fact]
    public async Task Somebody_invited_on_the_command_line_makes_the_set_up_link_needless()
    {
        using var invite = Start(["host", "invite", "ann@example.org"]);
        await Exit(invite);
        using var app = Start([], ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        var printed = await ReadUntil(app, "Sessions listens on");
        await Task.WhenAny(app.StandardOutput.ReadLineAsync(), Task.Delay(500));
        app.Kill();

        Assert.Equal(0, invite.ExitCode);
        Assert.DoesNotContain("set-up", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_made_on_the_command_line_is_printed_once_and_nobody_without_rights_gets_one()
    {
        using var invite = Start(["host", "invite", "ann@example.org"]);
        await Exit(invite);
        using var made = Start(["token", "create", "ann@example.org", "Weekly import", "read-only"]);
        await Exit(made);
        using var nobody = Start(["token", "create", "ben@example.org", "Weekly import"]);
        await Exit(nobody);
        using var nowhere = Start(["token", "create", "ann@example.org", "Weekly import", "no-such-series"]);
        await Exit(nowhere);

        Assert.Matches("(?m)^The token, shown this once: ses_[A-Za-z0-9_-]{43}$", (await made.StandardOutput.ReadToEndAsync()).Trim());
        Assert.Equal((0, 1, 1), (made.ExitCode, nobody.ExitCode, nowhere.ExitCode));
        Assert.Contains("host invite", await nobody.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("/series/no-such-series", await nowhere.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task Exit(Process app)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await app.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            app.Kill();
            Assert.Fail("It started although it should not have.");
        }
    }

    private static async Task<string> ReadUntil(Process app, string wanted)
    {
        var printed = "";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!printed.Contains(wanted, StringComparison.Ordinal))
            printed += (await app.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException(printed + await app.StandardError.ReadToEndAsync())) + "\n";
        return printed;
    }

    private Process Start(string[] args, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Sessions.Web.dll"), .. args])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Site__PublicUrl"] = "https://sessions.example.org";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listens();
}
