namespace Sessions.Tests.Files;

/// <summary>A PDF of any length that is never in memory.</summary>
internal sealed class LongPdf(long length) : Stream
{
    public long? BreaksAt { get; init; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= BreaksAt) throw new IOException("The connection is gone.");
        var read = (int)Math.Min(count, length - Position);
        buffer.AsSpan(offset, read).Fill((byte)'a');
        if (Position == 0) "%PDF-1.7"u8.CopyTo(buffer.AsSpan(offset));
        Position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
