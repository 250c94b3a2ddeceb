using System.Buffers;
using System.Security.Cryptography;

namespace Sessions.Web.Feeds;

/// <summary>
/// The text of a feed in pieces that the garbage collector moves with the rest: one array of this size would be a large
/// object, and every few of those make it collect everything there is.
/// </summary>
public sealed class FeedText : IBufferWriter<byte>
{
    private const int Piece = 32 * 1024;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _last = new byte[Piece];
    private int _used;

    public int Length => _full.Sum(piece => piece.Count) + _used;

    public void Advance(int count) => _used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_last.Length - _used < Math.Max(sizeHint, 1))
        {
            _full.Add(new(_last, 0, _used));
            (_last, _used) = (new byte[Math.Max(Piece, sizeHint)], 0);
        }

        return _last.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>A strong ETag with its quotes.</summary>
    public string Tag()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in Pieces) hash.AppendData(piece.AsSpan());
        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"";
    }

    public async Task CopyTo(Stream output)
    {
        foreach (var piece in Pieces) await output.WriteAsync(piece);
    }

    /// <summary>For writers that know no buffers; what is written to it stands here.</summary>
    public Stream AsStream() => new Writing(this);

    private IReadOnlyList<ArraySegment<byte>> Pieces => [.. _full, new(_last, 0, _used)];

    private sealed class Writing(FeedText text) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => text.Length;

        public override long Position
        {
            get => text.Length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
            // Nothing is held back.
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => BuffersExtensions.Write(text, buffer);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
