using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

/// <summary>
/// A real Postfix with a configuration, a queue and a mailbox of its own in a temporary folder, on loopback: one port with
/// STARTTLS, one with TLS from the first octet, both with sign-in. It takes mail for <see cref="Known" /> and for nobody else.
/// </summary>
public sealed class PostfixServer : IAsyncLifetime
{
    public const string User = "house@example.org";
    public const string Password = "correct horse";
    public static readonly string[] Known = ["kestrel@example.org", "dömi@example.org"];
    private readonly X509Certificate2 _certificate = TestCertificate.Create();
    private string _folder = "";

    public int StartTlsPort { get; } = FreePort();

    public int TlsPort { get; } = FreePort();

    public string Log => File.ReadAllText(Path.Combine(_folder, "postfix.log"));

    private string Configuration => Path.Combine(_folder, "conf");

    public SmtpOptions Options(SmtpSecurity security) => new("127.0.0.1", security == SmtpSecurity.Tls ? TlsPort : StartTlsPort, security, User, Password)
    {
        Timeout = TimeSpan.FromSeconds(20),
        TrustedCertificateSha256 = TestCertificate.Fingerprint(_certificate),
    };

    /// <summary>Every message delivered so far with this subject, as it lies in the mailbox.</summary>
    public async Task<IReadOnlyList<byte[]>> WaitForAsync(string subject, int count)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var found = Directory.GetFiles(Path.Combine(_folder, "mail"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "new")
                .Select(File.ReadAllBytes)
                .Where(bytes => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"\nSubject: {subject}\n")) >= 0)
                .ToList();
            if (found.Count >= count)
                return found;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), $"{found.Count} of {count} messages arrived.\n{Log}");
            await Task.Delay(50);
        }
    }

    public async Task InitializeAsync()
    {
        if (Probe.WhyMissing(Component.Postfix) is not null)
            return;
        _folder = Directory.CreateTempSubdirectory("postfix-").FullName;
        foreach (var part in (string[])["conf/sasl", "queue", "data", "mail"])
            Directory.CreateDirectory(Path.Combine(_folder, part));
        PostfixConfiguration.Write(_folder, StartTlsPort, TlsPort, _certificate);
        await RunAsync("chmod", ["755", _folder]);
        await RunAsync("chown", ["postfix", Path.Combine(_folder, "data")]);
        await RunAsync("chown", ["nobody", Path.Combine(_folder, "mail")]);
        var users = Path.Combine(Configuration, "sasl", "sasldb2");
        await RunAsync(Probe.SaslPasswordPath!, ["-p", "-c", "-f", users, "-u", "example.org", User.Split('@')[0]], Password);
        await RunAsync("chmod", ["644", users]);
        await RunAsync(Probe.PostfixPath!, ["-c", Configuration, "start"]);
    }

    public async Task DisposeAsync()
    {
        _certificate.Dispose();
        if (_folder.Length == 0)
            return;
        await RunAsync(Probe.PostfixPath!, ["-c", Configuration, "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(string program, string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
