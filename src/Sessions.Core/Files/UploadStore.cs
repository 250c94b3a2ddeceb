using System.Collections.Concurrent;
using NodaTime;

namespace Sessions.Files;

/// <summary>
/// Files that come in pieces, over days and through restarts, below the folder of the <see cref="FileStore"/> that they end in. What
/// is said to be kept is on the disk.
/// </summary>
public sealed class UploadStore
{
    /// <summary>Of one owner at a time.</summary>
    public const int MostOpen = 20;

    private readonly FileStore _files;
    private readonly UploadFolder _folder;
    private readonly UploadHashes _hashes = new();
    private readonly ConcurrentDictionary<Guid, byte> _busy = new();

    public UploadStore(FileStore files, UploadLimits limits) =>
        (_files, Limits, _folder) = (files, limits, new UploadFolder(Path.Combine(files.Folder, "uploads")));

    public UploadLimits Limits { get; }

    /// <param name="owner">Only who names the same one finds it again.</param>
    public Answer<Upload, UploadRefusal> Create(string owner, long length, string? name, string metadata, Instant now)
    {
        if (length <= 0) return UploadRefusal.Empty;
        if (length > Limits.MaxBytes) return UploadRefusal.TooLarge;
        if (UploadDisk.Free(_folder.Path) - Limits.Reserve < length) return UploadRefusal.DiskFull;
        if (_folder.All().Select(_folder.Find).Count(u => u is { IsTaken: false } && u.Owner == owner && u.ExpiresAt > now) >= MostOpen) return UploadRefusal.TooManyOpen;
        var upload = new Upload(Guid.CreateVersion7(), owner, length, name, metadata, now);
        try
        {
            _folder.Add(upload);
            return upload;
        }
        catch (IOException fault) when (UploadDisk.IsFull(fault))
        {
            _folder.Remove(upload.Id);
            return UploadRefusal.DiskFull;
        }
    }

    /// <summary>Looks, also while somebody writes.</summary>
    public Answer<Upload, UploadRefusal> Find(Guid id, string owner, Instant now)
    {
        if (_folder.Find(id) is not { } upload || upload.Owner != owner || IsLost(upload)) return UploadRefusal.NotFound;
        return upload.ExpiresAt <= now ? UploadRefusal.Expired : upload;
    }

    /// <summary>For one at a time, until it is disposed of.</summary>
    public Answer<OpenUpload, UploadRefusal> Open(Guid id, string owner, Instant now)
    {
        if (Find(id, owner, now).No is { } no) return no;
        if (!_busy.TryAdd(id, 0)) return UploadRefusal.Locked;
        OpenUpload? open = null;
        try
        {
            // Once more: it may have changed, or ended, before it was ours.
            var found = Find(id, owner, now);
            if (found.No is { } ended) return ended;
            return open = new OpenUpload(found.Value!, _files, _folder, _hashes, Limits, () => _busy.TryRemove(id, out _));
        }
        finally
        {
            if (open is null) _busy.TryRemove(id, out _);
        }
    }

    /// <summary>Takes away what nobody came back to.</summary>
    /// <returns>How many.</returns>
    public int RemoveExpired(Instant now)
    {
        var removed = 0;
        foreach (var id in _folder.All().ToList())
        {
            var upload = _folder.Find(id);
            if (upload is null || upload.ExpiresAt > now || !_busy.TryAdd(id, 0)) continue;
            try
            {
                _folder.Remove(id);
                _hashes.Forget(id);
                removed++;
            }
            finally
            {
                _busy.TryRemove(id, out _);
            }
        }
        _folder.RemoveStrays(now - Upload.Life);
        return removed;
    }

    /// <summary>Its bytes are gone: to write behind them would make a file with a hole.</summary>
    private bool IsLost(Upload upload) =>
        !upload.IsTaken && new FileInfo(_folder.PartOf(upload.Id)) is not { Exists: true } && _files.Find(upload.Id) is null;
}
