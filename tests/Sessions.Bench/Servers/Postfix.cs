using System.Net.Sockets;

namespace Sessions.Bench.Servers;

/// <summary>A real Postfix on loopback with a queue of its own: it takes every message for good, as any relay does, and throws it away behind that.</summary>
internal sealed class Postfix : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";

    private readonly string _folder;

    private Postfix(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>Null where there is none.</summary>
    public static async Task<Postfix?> Start()
    {
        if (!File.Exists(Program) || !Environment.IsPrivilegedProcess) return null;
        var postfix = new Postfix(Directory.CreateTempSubdirectory("sessions-bench-postfix-").FullName, FreePort());
        foreach (var part in (string[])["conf", "queue", "data"]) Directory.CreateDirectory(Path.Combine(postfix._folder, part));
        await File.WriteAllTextAsync(Path.Combine(postfix._folder, "conf", "main.cf"), MainFile(postfix._folder));
        await File.WriteAllTextAsync(Path.Combine(postfix._folder, "conf", "master.cf"), MasterFile(postfix.Port));
        await OtherProgram.Output("chmod", ["755", postfix._folder]);
        await OtherProgram.Output("chown", ["postfix", Path.Combine(postfix._folder, "data")]);
        await postfix.Command("start");
        return postfix;
    }

    public async ValueTask DisposeAsync()
    {
        await Command("stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> Command(string word) => OtherProgram.Output(Program, ["-c", Path.Combine(_folder, "conf"), word]);

    private static string MainFile(string folder) => $"""
        compatibility_level = 3.6
        queue_directory = {folder}/queue
        data_directory = {folder}/data
        maillog_file = {folder}/postfix.log
        maillog_file_prefixes = {folder}
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mx.example.org
        mydestination =
        alias_maps =
        alias_database =
        mynetworks = 127.0.0.0/8
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        smtpd_relay_restrictions = permit_mynetworks, reject
        default_transport = discard:
        in_flow_delay = 0

        """;

    private static string MasterFile(int port) => $"""
        127.0.0.1:{port} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        anvil unix - - n - 1 anvil
        discard unix - - n - - discard
        error unix - - n - - error
        retry unix - - n - - error
        postlog unix-dgram n - n - 1 postlogd

        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
