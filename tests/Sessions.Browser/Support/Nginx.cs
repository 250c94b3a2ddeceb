using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sessions.Browser.Support;

/// <summary>A real nginx under deploy/nginx.conf as it stands, but for ports, host name and certificate.</summary>
public sealed class Nginx : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sessions-nginx-").FullName;
    private Process? process;

    internal static string? Executable { get; } = new[] { Environment.GetEnvironmentVariable("SESSIONS_NGINX"), "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);

    public int Port { get; } = FreePort();

    public Uri Address => new($"https://localhost:{Port}/");

    /// <param name="server">Where the app listens.</param>
    public async Task Start(Uri server)
    {
        WriteCertificate();
        var sample = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "deploy", "nginx.conf")))
            .Where(line => !line.Contains("listen [::]:", StringComparison.Ordinal))
            .Select(line => line
                .Replace("listen 80;", $"listen 127.0.0.1:{FreePort()};", StringComparison.Ordinal)
                .Replace("listen 443 ", $"listen 127.0.0.1:{Port} ", StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", $"127.0.0.1:{server.Port}", StringComparison.Ordinal)
                .Replace("sessions.example.org", "localhost", StringComparison.Ordinal)
                .Replace("/etc/ssl/sessions/", folder + "/", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "main.conf"), $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            worker_processes 1;
            pid {{folder}}/pid;
            error_log stderr warn;
            events {}
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                {{string.Join('\n', sample)}}
            }
            """);
        process = Process.Start(new ProcessStartInfo(Executable!, ["-e", "stderr", "-p", folder, "-c", Path.Combine(folder, "main.conf")]) { UseShellExecute = false })!;
        for (var tries = 0; !await Answers(); tries++)
        {
            if (tries > 100 || process.HasExited)
                throw new InvalidOperationException("nginx did not start with deploy/nginx.conf");
            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
