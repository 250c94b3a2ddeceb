using System.Buffers;
using System.Security.Cryptography;

namespace Sessions.Backups;

/// <summary>Copies and hashes in one go.</summary>
internal static class HashedCopy
{
    private const int Block = 81_920;

    /// <param name="atMost">Stops behind this many bytes: an entry that claims less than it holds is wrong anyway.</param>
    public static async Task<(long Length, string Sha256)> Run(Stream from, Stream to, long atMost = long.MaxValue, CancellationToken stop = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (var length = 0L; ;)
            {
                var read = await from.ReadAsync(block, stop);
                length += read;
                if (read == 0 || length > atMost) return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
                hash.AppendData(block, 0, read);
                await to.WriteAsync(block.AsMemory(0, read), stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
