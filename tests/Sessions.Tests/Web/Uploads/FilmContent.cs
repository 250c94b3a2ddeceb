using System.Net;
using System.Net.Http.Headers;

namespace Sessions.Tests.Web.Uploads;

/// <summary>A part of a film on its way to the server, by a line that may be cut.</summary>
internal sealed class FilmContent : HttpContent
{
    private readonly LongFilm _film;
    private readonly long _from;
    private readonly long _to;
    private readonly long? _cutAt;
    private readonly Action<long> _sent;

    /// <param name="cutAt">Where the connection ends; null leaves it.</param>
    public FilmContent(LongFilm film, long from, long to, long? cutAt, Action<long> sent)
    {
        (_film, _from, _to, _cutAt, _sent) = (film, from, to, cutAt, sent);
        Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var bytes = new byte[256 * 1024];
        for (var at = _from; at < _to;)
        {
            var piece = bytes.AsMemory(0, (int)Math.Min(bytes.Length, Math.Min(_to, _cutAt ?? _to) - at));
            if (piece.Length == 0) throw new IOException("The line was cut.");
            _film.Read(at, piece.Span);
            await stream.WriteAsync(piece);
            at += piece.Length;
            _sent(at);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _to - _from;
        return true;
    }
}
