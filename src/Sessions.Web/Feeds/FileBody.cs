using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Sessions.Web.Feeds;

/// <summary>An answer's body that sends files in large pieces, read straight into the connection's own buffer; the framework's copies each twice, 16 KiB at a time.</summary>
internal sealed class FileBody(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
{
    private const int Piece = 128 * 1024;

    public Stream Stream => inner.Stream;

    public PipeWriter Writer => inner.Writer;

    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task CompleteAsync() => inner.CompleteAsync();

    public void DisableBuffering() => inner.DisableBuffering();

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
        for (var left = count ?? (RandomAccess.GetLength(file) - offset); left > 0;)
        {
            var most = (int)Math.Min(left, Piece);
            var read = await RandomAccess.ReadAsync(file, Writer.GetMemory(most)[..most], offset, cancellationToken);
            if (read == 0) throw new EndOfStreamException("A stored file is shorter than it was.");
            Writer.Advance(read);
            (offset, left) = (offset + read, left - read);
            if ((await Writer.FlushAsync(cancellationToken)).IsCompleted) return;
        }
    }
}
