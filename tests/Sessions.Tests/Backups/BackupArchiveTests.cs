using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sessions.Backups;

namespace Sessions.Tests.Backups;

/// <summary>An archive is read whole and as it was written, or not at all.</summary>
public sealed class BackupArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-backup-");

    private string Archive => Path.Combine(_folder.FullName, "site.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_put_in_comes_out_and_only_its_owner_may_read_it()
    {
        await Write();

        using var backup = (await BackupReader.Open(Archive)).Value!;
        Assert.Equal(("1.2.3", "Sqlite", "First"), (backup.Manifest.Product, backup.Manifest.Provider, backup.Manifest.Schema));
        Assert.Equal(["a"], backup.In("files"));
        using var text = new StreamReader(backup.Read("files", "a"));
        Assert.Equal("first file", await text.ReadToEndAsync());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        Assert.Single(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task An_archive_that_was_not_finished_was_never_there()
    {
        await using (var writer = await BackupWriter.Create(Archive, "about"))
            await writer.Add("files/a", Bytes("first file"), packed: true);

        Assert.Empty(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task Cut_short_anywhere_it_is_damaged_and_said_to_be_so()
    {
        await Write();
        var whole = await File.ReadAllBytesAsync(Archive);

        for (var length = 60; length < whole.Length; length += 7)
            Assert.Equal(BackupRefusal.Damaged, await Refusal(whole[..length]));
    }

    [Fact]
    public async Task A_byte_changed_anywhere_is_refused_or_changes_nothing_that_is_read()
    {
        await Write();
        var whole = await File.ReadAllBytesAsync(Archive);

        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x55;
            await File.WriteAllBytesAsync(Archive, changed);
            var opened = await BackupReader.Open(Archive);
            if (opened.Value is not { } backup) continue;
            using (backup)
            using (var text = new StreamReader(backup.Read("files", "a")))
                Assert.Equal("first file", await text.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task Some_other_file_is_no_backup()
    {
        Assert.Equal(BackupRefusal.NotABackup, await Refusal(Encoding.UTF8.GetBytes("Dear diary, " + new string('x', 500))));
        Assert.Equal(BackupRefusal.NotABackup, await Refusal([]));
        using var other = new MemoryStream();
        await using (var zip = new ZipArchive(other, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("holiday.jpg");
        Assert.Equal(BackupRefusal.NotABackup, await Refusal(other.ToArray()));
        Assert.Equal(BackupRefusal.NotThere, (await BackupReader.Open(Archive + ".not")).No);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("files/../../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("files/a/b")]
    [InlineData("files\\a")]
    [InlineData("files/.bashrc")]
    public async Task A_name_that_leads_out_of_its_folder_is_refused_although_every_hash_is_right(string name) =>
        Assert.Equal(BackupRefusal.Damaged, await Forged(1, (name, "evil")));

    [Fact]
    public async Task An_entry_that_the_manifest_does_not_list_is_refused() =>
        Assert.Equal(BackupRefusal.Damaged, await Forged(1, ("files/a", "listed"), ("!files/b", "not listed")));

    [Fact]
    public async Task A_format_of_later_years_is_refused_by_its_name() =>
        Assert.Equal(BackupRefusal.NewerFormat, await Forged(BackupManifest.CurrentFormat + 1, ("files/a", "something")));

    private async Task Write()
    {
        await using var writer = await BackupWriter.Create(Archive, "about");
        await writer.Add("files/a", Bytes("first file"), packed: false);
        await writer.Add("keys/links.key", Bytes("key"), packed: true);
        await writer.Finish("1.2.3", "Sqlite", "First", DateTimeOffset.UnixEpoch);
    }

    private async Task<BackupRefusal?> Refusal(byte[] content)
    {
        await File.WriteAllBytesAsync(Archive, content);
        return (await BackupReader.Open(Archive)).No;
    }

    /// <param name="entries">With a "!" before the name the manifest keeps silent about it.</param>
    private async Task<BackupRefusal?> Forged(int format, params (string Name, string Text)[] entries)
    {
        await using (var zip = new ZipArchive(File.Create(Archive), ZipArchiveMode.Create))
        {
            var listed = new List<BackupEntry>();
            foreach (var (name, text) in entries.Prepend(("sessions-backup.txt", "about")))
            {
                await using (var to = zip.CreateEntry(name.TrimStart('!'), CompressionLevel.NoCompression).Open()) await to.WriteAsync(Encoding.UTF8.GetBytes(text));
                if (!name.StartsWith('!')) listed.Add(new(name, text.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
            }
            var manifest = JsonSerializer.SerializeToUtf8Bytes(new BackupManifest(format, "9.9", "Sqlite", "First", DateTimeOffset.UnixEpoch, listed), JsonSerializerOptions.Web);
            await using (var to = zip.CreateEntry("manifest.json").Open()) await to.WriteAsync(manifest);
            zip.Comment = Convert.ToHexStringLower(SHA256.HashData(manifest));
        }
        return (await BackupReader.Open(Archive)).No;
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
