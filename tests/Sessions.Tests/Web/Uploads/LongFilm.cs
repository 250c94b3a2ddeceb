using System.Buffers.Binary;
using System.Security.Cryptography;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Uploads;

/// <summary>An MP4 of any length that is never in memory; no two of its blocks are alike.</summary>
internal sealed class LongFilm(long length, int seed)
{
    private const int Block = 1024 * 1024;

    private readonly byte[] _block = Random(seed);

    public long Length => length;

    public void Read(long at, Span<byte> into)
    {
        Span<byte> head = stackalloc byte[64];
        for (var done = 0; done < into.Length;)
        {
            var (number, inside) = Math.DivRem(at + done, Block);
            var piece = into.Slice(done, (int)Math.Min(into.Length - done, Block - inside));
            _block.AsSpan((int)inside, piece.Length).CopyTo(piece);
            head.Clear();
            if (number == 0) Samples.Mp4.CopyTo(head);
            BinaryPrimitives.WriteInt64LittleEndian(head[40..], number);
            for (var i = 0; i < piece.Length && inside + i < head.Length; i++) piece[i] = head[(int)inside + i];
            done += piece.Length;
        }
    }

    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[Block];
        for (var at = 0L; at < length; at += Block)
        {
            var piece = bytes.AsSpan(0, (int)Math.Min(Block, length - at));
            Read(at, piece);
            hash.AppendData(piece);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Random(int seed)
    {
        var bytes = new byte[Block];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
