using Sessions.Files;

namespace Sessions.Tests.Files;

/// <summary>Runs alone: the figure is the whole process's.</summary>
[CollectionDefinition(nameof(FileStoreMemoryTests), DisableParallelization = true), Collection(nameof(FileStoreMemoryTests))]
public sealed class FileStoreMemoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Memory_stays_flat_while_a_large_file_comes_in()
    {
        var store = new FileStore(_folder.FullName);
        await store.Save(new LongPdf(1_000_000), "warm-up.pdf");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.True((await store.Save(new LongPdf(FileStore.MaxBytes), "a.pdf")).Ok);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8_000_000);
    }
}
