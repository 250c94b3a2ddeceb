using System.Security.Cryptography;
using Sessions.Files;

namespace Sessions.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-files-");
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_saved_file_has_the_bytes_the_hash_and_a_name_of_its_own()
    {
        var saved = (await _store.Save(new MemoryStream(Samples.Pdf), "../../etc/slides.pdf")).Value!;

        Assert.Equal(("slides.pdf", "application/pdf", Samples.Pdf.Length), (saved.Name, saved.MediaType, saved.Length));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Pdf)), saved.Sha256);
        Assert.Equal(Samples.Pdf, await File.ReadAllBytesAsync(_store.Find(saved.Id)!.FullName));
        Assert.Equal([saved.Id.ToString("n")], _folder.EnumerateFileSystemInfos().Select(f => f.Name));

        _store.Delete(saved.Id);
        Assert.Null(_store.Find(saved.Id));
    }

    [Fact]
    public async Task Fifty_megabytes_are_taken_and_one_byte_more_is_not()
    {
        Assert.Equal(FileStore.MaxBytes, (await _store.Save(new LongPdf(FileStore.MaxBytes), "a.pdf")).Value?.Length);
        Assert.Equal(FileRefusal.TooLarge, (await _store.Save(new LongPdf(FileStore.MaxBytes + 1), "a.pdf")).No);
        Assert.Single(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task Endless_input_is_cut_at_the_limit()
    {
        var endless = new LongPdf(long.MaxValue);
        Assert.Equal(FileRefusal.TooLarge, (await _store.Save(endless, "a.pdf")).No);
        Assert.InRange(endless.Position, FileStore.MaxBytes, FileStore.MaxBytes + 1_000_000);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _store.Save(new LongPdf(2_000_000) { BreaksAt = 1_000_000 }, "a.pdf"));
        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public void What_a_stopped_process_left_is_cleared_away_at_the_start()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.part"), "half");
        File.WriteAllText(Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}"), "whole");
        _store.RemoveLeftovers();
        Assert.Single(_folder.EnumerateFiles());
    }

    [Theory]
    [InlineData("..\\..\\boot.ini", "boot.ini.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("slides\u202Efdp.exe", "slidesfdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1;\".pdf", "aSet-Cookie x=1.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData("Folien für März.PDF", "Folien für März.pdf")]
    [InlineData("page.html", "page.html.pdf")]
    public async Task A_name_is_cleaned_and_ends_as_its_content_does(string? given, string kept) =>
        Assert.Equal(kept, (await _store.Save(new MemoryStream(Samples.Pdf), given)).Value!.Name);

    [Fact]
    public async Task A_very_long_name_is_cut_and_keeps_its_ending()
    {
        var name = (await _store.Save(new MemoryStream(Samples.Pdf), new string('a', 5000) + ".pdf")).Value!.Name;
        Assert.Equal(124, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }
}
