using System.Text;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Http;

/// <summary>Requests as bytes, made once and sent often.</summary>
internal static class RawRequest
{
    public static byte[] Get(ServerProcess server, string path, params string[] headers) =>
        Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost:{server.Port}\r\n{Lines(headers)}\r\n");

    /// <summary>A form as a browser on the same site sends it.</summary>
    public static byte[] Post(ServerProcess server, string path, string form)
    {
        var origin = server.Address.GetLeftPart(UriPartial.Authority);
        return Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost:{server.Port}\r\nOrigin: {origin}\r\nSec-Fetch-Site: same-origin\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");
    }

    private static string Lines(string[] headers) => string.Concat(headers.Select(header => header + "\r\n"));
}
