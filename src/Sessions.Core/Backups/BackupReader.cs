using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sessions.Backups;

/// <summary>An archive whose every byte was compared with its manifest before anybody gets to read it.</summary>
public sealed class BackupReader : IDisposable
{
    private const long LongestManifest = 256L * 1024 * 1024;

    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    public static async Task<Answer<BackupReader, BackupRefusal>> Open(string path, CancellationToken stop = default)
    {
        if (!File.Exists(path)) return BackupRefusal.NotThere;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        ZipArchive? zip = null;
        try
        {
            if (!BeginsAsBackup(file)) return BackupRefusal.NotABackup;
            zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (await ReadManifest(zip, stop) is not { } manifest) return BackupRefusal.Damaged;
            if (manifest.Format > BackupManifest.CurrentFormat) return BackupRefusal.NewerFormat;
            if (!await Fits(zip, manifest, stop)) return BackupRefusal.Damaged;
            var reader = new BackupReader(zip, manifest);
            zip = null;
            file = null;
            return reader;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or NotSupportedException or ArgumentException or JsonException)
        {
            return BackupRefusal.Damaged;
        }
        finally
        {
            zip?.Dispose();
            if (file is not null) await file.DisposeAsync();
        }
    }

    /// <summary>The names below a folder, without it, that are to be unpacked.</summary>
    public IReadOnlyList<string> In(string folder) =>
        [.. Manifest.Entries.Where(e => !e.Unused && e.Name.StartsWith(folder + "/", StringComparison.Ordinal)).Select(e => e.Name[(folder.Length + 1)..])];

    public Stream Read(string folder, string name) => _zip.GetEntry($"{folder}/{name}")!.Open();

    public void Dispose() => _zip.Dispose();

    /// <summary>A local header (PK 3 4) whose name, 30 bytes further on, is that of our first entry.</summary>
    private static bool BeginsAsBackup(FileStream file)
    {
        Span<byte> header = stackalloc byte[30 + BackupNames.About.Length];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == header.Length && header[..4].SequenceEqual("PK\u0003\u0004"u8) && System.Text.Encoding.ASCII.GetString(header[30..]) == BackupNames.About;
    }

    /// <returns>Null where it is missing or not the one whose hash the archive names.</returns>
    private static async Task<BackupManifest?> ReadManifest(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry(BackupNames.Manifest) is not { Length: <= LongestManifest } entry) return null;
        using var bytes = new MemoryStream();
        await using (var content = await entry.OpenAsync(stop)) await content.CopyToAsync(bytes, stop);
        var isOurs = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) == zip.Comment;
        return isOurs ? JsonSerializer.Deserialize<BackupManifest>(bytes.ToArray(), BackupJson.Options) : null;
    }

    /// <summary>The very entries the manifest lists, under plain names, each byte for byte.</summary>
    private static async Task<bool> Fits(ZipArchive zip, BackupManifest manifest, CancellationToken stop)
    {
        var names = zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal);
        if (!names.SequenceEqual(manifest.Entries.Select(e => e.Name).Append(BackupNames.Manifest).Order(StringComparer.Ordinal))) return false;
        if (!manifest.Entries.All(e => BackupNames.IsPlain(e.Name))) return false;
        foreach (var listed in manifest.Entries)
        {
            await using var content = await zip.GetEntry(listed.Name)!.OpenAsync(stop);
            if (await HashedCopy.Run(content, Stream.Null, listed.Length, stop) != (listed.Length, listed.Sha256)) return false;
        }
        return true;
    }
}
