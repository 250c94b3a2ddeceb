using System.Buffers;
using System.Security.Cryptography;
using NodaTime;

namespace Sessions.Files;

/// <summary>An upload in the hands of the one who may write to it now.</summary>
public sealed class OpenUpload : IDisposable
{
    private const int Block = 128 * 1024;

    private readonly FileStore _files;
    private readonly UploadFolder _folder;
    private readonly UploadHashes _hashes;
    private readonly UploadLimits _limits;
    private readonly Action _close;

    internal OpenUpload(Upload state, FileStore files, UploadFolder folder, UploadHashes hashes, UploadLimits limits, Action close) =>
        (State, _files, _folder, _hashes, _limits, _close) = (state, files, folder, hashes, limits, close);

    public Upload State { get; private set; }

    public bool IsWhole => !State.IsTaken && State.Mark.Kept == State.Length;

    /// <summary>It lies in the store, but the process ended before it was written down whether a row has it.</summary>
    public bool IsBetween => !State.IsTaken && !File.Exists(Part) && _files.Find(State.Id) is not null;

    private string Part => _folder.PartOf(State.Id);

    /// <summary>Writes a piece behind what is there. What came before a fault is kept, unless the piece carries a sum: then all of it counts, or nothing.</summary>
    /// <param name="offset">Where the sender believes it goes.</param>
    public async Task<UploadRefusal?> Append(long offset, Stream content, UploadChecksum? checksum, Func<Instant> now, CancellationToken stop = default)
    {
        if (offset != State.Offset) return UploadRefusal.WrongOffset;
        if (State.IsTaken) return null;
        var piece = new UploadPiece(State.Length - offset, checksum, _limits);
        var hash = _hashes.Take(State.Id, offset);
        await using var file = new FileStream(Part, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.Read, Options = FileOptions.Asynchronous, BufferSize = 0 });
        file.SetLength(offset);
        file.Position = offset;
        var no = await piece.Copy(content, file, hash, sure => Keep(offset + sure, now()), stop);
        var counted = piece.Counted(no);
        file.SetLength(offset + counted);
        Keep(offset + counted, now());
        // One that ran ahead of what counts is of no use: then the file is read at its end.
        if (counted == piece.Written) _hashes.Keep(State.Id, hash, State.Mark.Kept);
        else hash?.Dispose();
        return no;
    }

    /// <summary>What its first bytes already say: nobody should send a film for an hour to be told then that it is none of our formats.</summary>
    public FileRefusal? Foresee()
    {
        var head = new byte[MediaSniffer.HeadLength];
        using var file = File.OpenHandle(Part);
        return State.Mark.Kept >= head.Length && RandomAccess.Read(file, head, 0) == head.Length ? MediaSniffer.Foresee(head, State.Name) : null;
    }

    /// <summary>Makes a file of the store out of it, under the same id; nothing is copied. What is none of our types is deleted.</summary>
    public async Task<Answer<SavedFile, FileRefusal>> HandOver()
    {
        var saved = _files.Take(State.Id, Part, State.Name, await Sum());
        if (!saved.Ok) Remove();
        return saved;
    }

    /// <summary>The file has its row.</summary>
    public void Taken(Instant now) => Save(State.Mark with { IsTaken = true, Kept = State.Length, At = now });

    /// <summary>No row has it: it is on its way again.</summary>
    public void TakeBack() => _files.GiveBack(State.Id, Part);

    /// <summary>Ends it; a file that it became stays.</summary>
    public void Remove()
    {
        _folder.Remove(State.Id);
        _hashes.Forget(State.Id);
    }

    public void Dispose() => _close();

    private void Keep(long kept, Instant now) => Save(State.Mark with { Kept = kept, At = kept > State.Mark.Kept ? now : State.Mark.At });

    private void Save(UploadMark mark)
    {
        _folder.Save(State.Id, mark);
        State = State with { Mark = mark };
    }

    private async Task<string> Sum()
    {
        using var known = _hashes.Take(State.Id, State.Length);
        if (known is not null) return Convert.ToHexStringLower(known.GetHashAndReset());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(Part, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            int read;
            for (var at = 0L; (read = await RandomAccess.ReadAsync(file, block, at)) > 0; at += read) hash.AppendData(block, 0, read);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
