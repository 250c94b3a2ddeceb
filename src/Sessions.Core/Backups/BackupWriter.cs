using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sessions.Backups;

/// <summary>
/// One archive in the making, beside where it will be: after <see cref="Finish"/> it is there whole and only its owner may read
/// it; without, it was never there.
/// </summary>
public sealed class BackupWriter : IAsyncDisposable
{
    private const string Unfinished = ".part";

    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly List<BackupEntry> _entries = [];
    private bool _isFinished;

    private BackupWriter(string path, FileStream file)
    {
        (_path, _file) = (path, file);
        _zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
    }

    public long Length => _file.Length;

    /// <exception cref="IOException">The folder can't be written.</exception>
    public static async Task<BackupWriter> Create(string path, string about)
    {
        var part = path + Unfinished;
        // What a killed backup left; a new file, so that no link somebody put there is followed.
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var writer = new BackupWriter(path, new FileStream(part, options));
        await writer.Add(BackupNames.About, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(about)), CompressionLevel.NoCompression);
        return writer;
    }

    /// <param name="packed">False for what is packed already: films, PDFs.</param>
    public Task Add(string name, Stream content, bool packed, CancellationToken stop = default) =>
        BackupNames.IsPlain(name)
            ? Add(name, content, packed ? CompressionLevel.Fastest : CompressionLevel.NoCompression, stop)
            : throw new ArgumentException($"\"{name}\" is no name for a part of a backup.", nameof(name));

    /// <summary>Writes the manifest, flushes to the disk, and gives the archive its name.</summary>
    /// <param name="isUnused">By its name, whether a part is not to be unpacked after all.</param>
    public async Task Finish(string product, string provider, string schema, DateTimeOffset createdAt, Predicate<string>? isUnused = null)
    {
        var entries = _entries.Select(entry => entry with { Unused = isUnused?.Invoke(entry.Name) == true });
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, product, provider, schema, createdAt, [.. entries]);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Options);
        await using (var entry = await _zip.CreateEntry(BackupNames.Manifest, CompressionLevel.Fastest).OpenAsync()) await entry.WriteAsync(bytes);
        _zip.Comment = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await _zip.DisposeAsync();
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(_file.Name, _path);
        _isFinished = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isFinished) return;
        await _file.DisposeAsync();
        File.Delete(_file.Name);
    }

    private async Task Add(string name, Stream content, CompressionLevel level, CancellationToken stop = default)
    {
        await using var entry = await _zip.CreateEntry(name, level).OpenAsync(stop);
        var (length, sha256) = await HashedCopy.Run(content, entry, stop: stop);
        _entries.Add(new(name, length, sha256));
    }
}
