using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

/// <summary>
/// A real Dovecot with a configuration and mailboxes of its own in a temporary folder, on loopback: one port with STARTTLS,
/// one with TLS from the first octet. Whoever signs in with <see cref="Password" /> has an empty mailbox.
/// </summary>
public sealed class DovecotServer : IAsyncLifetime
{
    public const string Password = "correct-horse";

    private readonly X509Certificate2 _certificate = TestCertificate.Create();
    private readonly TokenServer _provider = new();
    private string _folder = "";

    public int StartTlsPort { get; } = FreePort();

    public int TlsPort { get; } = FreePort();

    private string Configuration => Path.Combine(_folder, "dovecot.conf");

    public ImapOptions Options(string user, SmtpSecurity security = SmtpSecurity.Tls) => new("127.0.0.1", security == SmtpSecurity.Tls ? TlsPort : StartTlsPort, security, user, Password)
    {
        Timeout = TimeSpan.FromSeconds(20),
        TrustedCertificateSha256 = TestCertificate.Fingerprint(_certificate),
    };

    /// <summary>Signs in with tokens of <paramref name="provider"/>, which open this one mailbox.</summary>
    internal ImapOptions OptionsWithTokens(string user, out TokenServer provider)
    {
        (provider, _provider.Owner) = (_provider, user);
        return Options(user) with { Password = "", OAuth = _provider.Client };
    }

    public async Task Append(string user, byte[] message, MessageFlags flags = MessageFlags.None)
    {
        using var client = await Open(user);
        using var parsed = await MimeMessage.LoadAsync(new MemoryStream(message));
        await client.Inbox.AppendAsync(parsed, flags);
    }

    /// <summary>Of every message in the order in which they came.</summary>
    public async Task<IReadOnlyList<(bool IsSeen, bool IsTaken)>> Marks(string user)
    {
        using var client = await Open(user);
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly);
        return [.. (await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags)).Select(m => (m.Flags!.Value.HasFlag(MessageFlags.Seen), m.Keywords.Contains(ImapMailbox.Keyword)))];
    }

    public async Task InitializeAsync()
    {
        if (Probe.WhyMissing(Component.Dovecot) is not null) return;
        _folder = Directory.CreateTempSubdirectory("dovecot-").FullName;
        using var key = _certificate.GetRSAPrivateKey()!;
        await File.WriteAllTextAsync(Path.Combine(_folder, "cert.pem"), _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(Configuration, Settings());
        await File.WriteAllTextAsync(Path.Combine(_folder, "tokens.conf"), $"introspection_mode = get\nintrospection_url = {_provider.IntrospectionUrl}\nusername_attribute = email\nactive_attribute = active\nactive_value = true\n");
        Directory.CreateDirectory(Path.Combine(_folder, "mail"));
        await Run("chmod", "755", _folder);
        await Run("chown", "nobody", Path.Combine(_folder, "mail"));
        await Run(Probe.DovecotPath!, "-c", Configuration);
    }

    public async Task DisposeAsync()
    {
        _certificate.Dispose();
        _provider.Dispose();
        if (_folder.Length == 0) return;
        await Run(Probe.DovecotPath!, "-c", Configuration, "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ImapClient> Open(string user)
    {
        var client = new ImapClient { ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == TestCertificate.Fingerprint(_certificate) };
        await client.ConnectAsync("127.0.0.1", TlsPort, MailKit.Security.SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(user, Password);
        return client;
    }

    private string Settings() => $$"""
        base_dir = {{_folder}}/run
        state_dir = {{_folder}}/state
        log_path = {{_folder}}/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <{{_folder}}/cert.pem
        ssl_key = <{{_folder}}/key.pem
        mail_location = maildir:~/Maildir
        first_valid_uid = 1
        first_valid_gid = 1
        namespace inbox {
          inbox = yes
        }
        auth_mechanisms = plain xoauth2
        passdb {
          driver = oauth2
          mechanisms = xoauth2
          args = {{_folder}}/tokens.conf
        }
        passdb {
          driver = static
          mechanisms = plain
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=65534 gid=65534 home={{_folder}}/mail/%u
        }
        # Who signs in wrongly does not wait, here.
        auth_failure_delay = 0
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service imap-login {
          inet_listener imap {
            port = {{StartTlsPort}}
          }
          inet_listener imaps {
            port = {{TlsPort}}
            ssl = yes
          }
        }

        """;

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
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
