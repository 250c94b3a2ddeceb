using System.Buffers;
using System.Security.Cryptography;

namespace Sessions.Files;

/// <summary>The bytes of one request on their way to the disk: a block at a time, flushed again and again.</summary>
/// <param name="room">How many may come.</param>
internal sealed class UploadPiece(long room, UploadChecksum? checksum, UploadLimits limits)
{
    private const int Block = 128 * 1024;

    /// <summary>What a machine that loses its power may lose.</summary>
    private const long Step = 16 * 1024 * 1024;

    private const int Ended = -1;

    public long Written { get; private set; }

    /// <summary>Flushed.</summary>
    public long Sure { get; private set; }

    /// <summary>How many of its bytes count after that answer: of a piece with a sum all or none.</summary>
    public long Counted(UploadRefusal? no) =>
        no is null || checksum is null && no is UploadRefusal.Interrupted or UploadRefusal.DiskFull ? Sure : 0;

    /// <param name="hash">Of the whole file; gets what is written.</param>
    /// <param name="onSure">Called each time more bytes count for good.</param>
    public async Task<UploadRefusal?> Copy(Stream from, FileStream to, IncrementalHash? hash, Action<long> onSure, CancellationToken stop)
    {
        using var sum = checksum?.Begin();
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            while (true)
            {
                if (Written == Sure && UploadDisk.Free(Path.GetDirectoryName(to.Name)!) < limits.Reserve) return UploadRefusal.DiskFull;
                var read = await Read(from, block, silence);
                if (read is 0 or Ended)
                {
                    Flush(to);
                    if (read is Ended) return UploadRefusal.Interrupted;
                    return sum is null || checksum!.Fits(sum) ? null : UploadRefusal.WrongChecksum;
                }
                if (Written + read > room) return UploadRefusal.TooLarge;
                await to.WriteAsync(block.AsMemory(0, read), CancellationToken.None);
                hash?.AppendData(block, 0, read);
                sum?.AppendData(block, 0, read);
                Written += read;
                if (Written - Sure < Step) continue;
                Flush(to);
                if (checksum is null) onSure(Sure);
            }
        }
        catch (IOException fault) when (UploadDisk.IsFull(fault))
        {
            FlushWhatFits(to);
            return UploadRefusal.DiskFull;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private void Flush(FileStream to)
    {
        to.Flush(flushToDisk: true);
        Sure = Written;
    }

    /// <summary>Some disks find out only now that they had no room for what they took before.</summary>
    private void FlushWhatFits(FileStream to)
    {
        try
        {
            Flush(to);
        }
        catch (IOException fault) when (UploadDisk.IsFull(fault))
        {
            // Then what was flushed before is what is sure.
        }
    }

    /// <param name="silence">Of this piece; armed anew for each read, so that none of them leaves anything behind.</param>
    private async Task<int> Read(Stream from, byte[] block, CancellationTokenSource silence)
    {
        silence.CancelAfter(limits.Patience.ToTimeSpan());
        try
        {
            return await from.ReadAsync(block, silence.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            return Ended;
        }
    }
}
