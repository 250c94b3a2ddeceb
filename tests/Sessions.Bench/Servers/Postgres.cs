using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Sessions.Bench.Servers;

/// <summary>A real PostgreSQL on loopback, as it comes but for room for three programs at once: what it has committed is on the disk.</summary>
internal sealed class Postgres : IAsyncDisposable
{
    private const string Account = "postgres";

    private readonly string _folder;
    private readonly string _binaries;

    private Postgres(string folder, string binaries, int port) =>
        (_folder, _binaries, ConnectionString) = (folder, binaries, $"Host=127.0.0.1;Port={port};Username={Account};Database={Account};Maximum Pool Size=90");

    /// <summary>Of an empty database.</summary>
    public string ConnectionString { get; }

    /// <summary>Null where there is none.</summary>
    public static async Task<Postgres?> Start()
    {
        if (!Directory.Exists("/usr/lib/postgresql") || Directory.GetDirectories("/usr/lib/postgresql").Order().LastOrDefault() is not { } version) return null;
        var folder = Directory.CreateTempSubdirectory("sessions-bench-postgres-").FullName;
        var port = FreePort();
        var server = new Postgres(folder, Path.Combine(version, "bin"), port);
        // It refuses to run as root.
        if (Environment.IsPrivilegedProcess) await OtherProgram.Output("chown", [Account, folder]);
        await server.Run("initdb", "-D", server.Data, "-U", Account, "-A", "trust", "-E", "UTF8");
        await server.Run("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder} -c max_connections=400", "start");
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var ask = source.CreateCommand("SELECT 1");
        await ask.ExecuteScalarAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Run("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task<string> Run(string program, params string[] words)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.IsPrivilegedProcess ? OtherProgram.Output("runuser", ["-u", Account, "--", path, .. words]) : OtherProgram.Output(path, words);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
