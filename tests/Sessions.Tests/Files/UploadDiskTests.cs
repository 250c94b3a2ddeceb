using NodaTime;
using Sessions.Files;
using Sessions.Tests.Support;

namespace Sessions.Tests.Files;

/// <summary>On a disk that really is full.</summary>
public sealed class UploadDiskTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Instant Now = Instant.FromUtc(2023, 10, 13, 9, 0);

    [NeedsFact(Component.SmallDisk)]
    public async Task A_full_disk_says_so_keeps_what_is_there_and_takes_the_rest_when_there_is_room()
    {
        using var disk = new SmallDisk(20);
        var store = new UploadStore(new FileStore(disk.Path), new(100 * Megabyte) { Reserve = 0 });
        var (first, second) = (Create(store, 12), Create(store, 12));
        Assert.Equal(UploadRefusal.DiskFull, store.Create("a", 30 * Megabyte, null, "", Now).No);

        Assert.Null(await Append(store, first, 0, 11));
        Assert.Equal(UploadRefusal.DiskFull, await Append(store, second, 0, 12));
        var kept = store.Find(second, "a", Now).Value!.Offset;
        Assert.InRange(kept, 6 * Megabyte, 9 * Megabyte);
        // Full, and still the mark can be written.
        Assert.Equal(UploadRefusal.DiskFull, await Append(store, second, kept, 12));
        Assert.InRange(store.Find(second, "a", Now).Value!.Offset, kept, 9 * Megabyte);
        using (var open = store.Open(first, "a", Now).Value!) open.Remove();

        kept = store.Find(second, "a", Now).Value!.Offset;
        using var last = store.Open(second, "a", Now).Value!;
        Assert.Null(await last.Append(kept, new LongPdf((12 * Megabyte) - kept), null, () => Now));
        Assert.True((await last.HandOver()).Ok);
    }

    [NeedsFact(Component.SmallDisk)]
    public async Task Some_of_the_disk_is_left_for_the_others()
    {
        using var disk = new SmallDisk(60);
        var store = new UploadStore(new FileStore(disk.Path), new(100 * Megabyte) { Reserve = 20 * Megabyte });
        var (first, second) = (Create(store, 35), Create(store, 35));
        await Append(store, first, 0, 34);
        Assert.Equal(UploadRefusal.DiskFull, await Append(store, second, 0, 35));
        Assert.InRange(new DriveInfo(disk.Path).AvailableFreeSpace, 3 * Megabyte, 21 * Megabyte);
        Assert.Equal(UploadRefusal.DiskFull, store.Create("a", Megabyte, null, "", Now).No);
    }

    private static Guid Create(UploadStore store, int megabytes) => store.Create("a", megabytes * (long)Megabyte, "talk.pdf", "", Now).Value!.Id;

    private static async Task<UploadRefusal?> Append(UploadStore store, Guid id, long offset, int megabytes)
    {
        using var open = store.Open(id, "a", Now).Value!;
        return await open.Append(offset, new LongPdf((megabytes * (long)Megabyte) - offset), null, () => Now);
    }
}
