using System.Buffers;
using System.Security.Cryptography;

namespace Sessions.Files;

/// <summary>
/// Files handed in, in one folder outside the web root, under generated names. A file is there whole or not at all:
/// written under a temporary name, flushed to the disk, then renamed.
/// </summary>
public sealed class FileStore
{
    /// <summary>50 MiB, so that nobody whose system says "50 MB" is turned away.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int Block = 81_920;
    private const string PartEnding = ".part";

    public FileStore(string folder) => Folder = Directory.CreateDirectory(folder).FullName;

    internal string Folder { get; }

    /// <summary>Bytes that its disk still takes.</summary>
    internal long Free => UploadDisk.Free(Folder);

    /// <summary>How a file is called in the folder.</summary>
    public static string NameOf(Guid id) => id.ToString("n");

    /// <param name="name">As the sender called it.</param>
    public async Task<Answer<SavedFile, FileRefusal>> Save(Stream content, string? name, CancellationToken stop = default)
    {
        var id = Guid.CreateVersion7();
        var part = PathOf(id) + PartEnding;
        try
        {
            var saved = await Write(content, id, part, name, stop);
            if (saved.Ok) File.Move(part, PathOf(id));
            return saved;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Moves a whole file here that lies on the same disk.</summary>
    internal Answer<SavedFile, FileRefusal> Take(Guid id, string path, string? name, string sha256)
    {
        long length;
        Answer<FileType, FileRefusal> type;
        using (var file = File.OpenRead(path)) (length, type) = (file.Length, MediaSniffer.Decide(file, name));
        if (type.No is { } no) return no;
        File.Move(path, PathOf(id));
        return new SavedFile(id, FileName.Clean(name, type.Value!), type.Value!.MediaType, length, sha256);
    }

    /// <summary>Where another program writes what is to be <see cref="Keep"/>t under this id. What a stopped process leaves there goes with the next start.</summary>
    internal string Unfinished(Guid id) => PathOf(id) + PartEnding;

    /// <summary>Makes a file of the store out of what lies there.</summary>
    internal async Task<Answer<SavedFile, FileRefusal>> Keep(Guid id, string name, CancellationToken stop = default)
    {
        string sha256;
        await using (var file = new FileStream(Unfinished(id), FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous))
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            file.Flush(flushToDisk: true);
        }
        return Take(id, Unfinished(id), name, sha256);
    }

    internal void GiveBack(Guid id, string path) => File.Move(PathOf(id), path);

    /// <summary>Null where there is no such file.</summary>
    public FileInfo? Find(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file : null;

    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>What a stopped process left half written; call it once, before the first upload.</summary>
    public void RemoveLeftovers()
    {
        foreach (var part in Directory.EnumerateFiles(Folder, "*" + PartEnding)) File.Delete(part);
    }

    private string PathOf(Guid id) => Path.Combine(Folder, NameOf(id));

    private static async Task<Answer<SavedFile, FileRefusal>> Write(Stream content, Guid id, string part, string? name, CancellationToken stop)
    {
        await using var file = new FileStream(part, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
        if (await Copy(content, file, stop) is not { } sha256) return FileRefusal.TooLarge;
        var type = MediaSniffer.Decide(file, name);
        if (type.No is { } no) return no;
        file.Flush(flushToDisk: true);
        return new SavedFile(id, FileName.Clean(name, type.Value!), type.Value!.MediaType, file.Length, sha256);
    }

    /// <returns>Null as soon as the limit is passed.</returns>
    private static async Task<string?> Copy(Stream from, FileStream to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (var length = 0L; ;)
            {
                var read = await from.ReadAsync(block, stop);
                if (read == 0) return Convert.ToHexStringLower(hash.GetHashAndReset());
                if ((length += read) > MaxBytes) return null;
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
