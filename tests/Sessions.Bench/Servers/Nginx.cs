namespace Sessions.Bench.Servers;

/// <summary>nginx as its package sets it up, with one file to send. Started by root its workers would be nobody, who can't read our files.</summary>
internal static class Nginx
{
    public const string Path = "/recording";

    private static readonly string? Program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx" }.FirstOrDefault(File.Exists);

    /// <summary>Null where there is none.</summary>
    public static ServerProcess? Start(string file)
    {
        if (Program is null)
            return null;
        var folder = Directory.CreateTempSubdirectory("sessions-bench-nginx-").FullName;
        var settings = System.IO.Path.Combine(folder, "nginx.conf");
        return new(Program, ["-e", System.IO.Path.Combine(folder, "error.log"), "-p", folder, "-c", settings], address =>
        {
            File.WriteAllText(settings, $$"""
                {{(Environment.IsPrivilegedProcess ? "user root;" : "")}} daemon off; worker_processes auto; pid {{folder}}/pid;
                events { worker_connections 256; }
                http {
                  sendfile on; tcp_nopush on; access_log off; keepalive_requests 10000000; default_type video/mp4;
                  client_body_temp_path {{folder}}/a; proxy_temp_path {{folder}}/b; fastcgi_temp_path {{folder}}/c; uwsgi_temp_path {{folder}}/d; scgi_temp_path {{folder}}/e;
                  server { listen 127.0.0.1:{{address.Port}}; location = {{Path}} { alias {{file}}; } }
                }
                """);
            return new Dictionary<string, string>();
        });
    }
}
