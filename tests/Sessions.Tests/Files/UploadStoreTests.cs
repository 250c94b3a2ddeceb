using System.Security.Cryptography;
using NodaTime;
using Sessions.Files;

namespace Sessions.Tests.Files;

public sealed class UploadStoreTests : IDisposable
{
    private const string Owner = "speaker 1";

    private static readonly Instant Start = Instant.FromUtc(2023, 10, 13, 9, 0);
    private static readonly byte[] Film = Bytes(300_000);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-uploads-");
    private readonly FileStore _files;
    private UploadStore _store;

    public UploadStoreTests()
    {
        _files = new FileStore(_folder.FullName);
        _store = Opened();
    }

    private string Parts => Path.Combine(_folder.FullName, "uploads");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_in_three_pieces_becomes_a_file_of_the_store_with_the_sum_of_all()
    {
        var id = Begin(Film.Length);
        foreach (var (from, to) in new[] { (0, 100_000), (100_000, 100_001), (100_001, Film.Length) }) Assert.Null(await Append(id, from, Film[from..to]));

        var saved = await HandOver(id);

        Assert.Equal((id, "talk.mp4", "video/mp4", Film.Length), (saved.Id, saved.Name, saved.MediaType, saved.Length));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Film)), saved.Sha256);
        Assert.Equal(Film, await File.ReadAllBytesAsync(_files.Find(id)!.FullName));
        Assert.DoesNotContain(Directory.EnumerateFiles(Parts), name => name.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_byte_is_not_there_before_the_file_has_its_place()
    {
        var id = Begin(Film.Length);
        await Append(id, 0, Film);
        Assert.Equal(Film.Length - 1, Found(id).Offset);

        // The process ends here, before anybody handed it over.
        _store = Opened();
        Assert.Null(await Append(id, Film.Length - 1, Film[^1..]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Film)), (await HandOver(id)).Sha256);
        Assert.Equal(Film.Length - 1, Found(id).Offset);

        using (var open = _store.Open(id, Owner, Start).Value!)
        {
            Assert.True(open.IsBetween);
            open.TakeBack();
            Assert.False(open.IsBetween);
        }
        await Append(id, Film.Length - 1, Film[^1..]);
        await HandOver(id);
        using (var open = _store.Open(id, Owner, Start).Value!) open.Taken(Start);
        Assert.Equal((Film.Length, true), (Found(id).Offset, Found(id).IsTaken));
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_and_the_sum_is_right()
    {
        var id = Begin(Film.Length);
        await Append(id, 0, Film[..200_000]);
        _store = Opened();

        Assert.Equal(200_000, Found(id).Offset);
        await Append(id, 200_000, Film[200_000..]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Film)), (await HandOver(id)).Sha256);
    }

    [Fact]
    public async Task Bytes_behind_the_mark_do_not_count()
    {
        var id = Begin(Film.Length);
        await Append(id, 0, Film[..200_000]);
        // As a killed process leaves it: written, and nobody told.
        await File.AppendAllBytesAsync(Path.Combine(Parts, $"{id:n}.part"), new byte[5_000]);
        _store = Opened();

        Assert.Equal(200_000, Found(id).Offset);
        await Append(id, 200_000, Film[200_000..]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Film)), (await HandOver(id)).Sha256);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The protocol asks for it; it finds faults of the line, not forgers.")]
    public async Task A_piece_that_is_not_what_it_sums_up_to_leaves_nothing(string algorithm)
    {
        var id = Begin(Film.Length);
        var sum = algorithm == "sha1" ? SHA1.HashData(Film.AsSpan(0, 100_000)) : SHA256.HashData(Film.AsSpan(0, 100_000));
        var checksum = UploadChecksum.Read($"{algorithm} {Convert.ToBase64String(sum)}")!;

        Assert.Equal(UploadRefusal.WrongChecksum, await Append(id, 0, Film[1..100_001], checksum));
        Assert.Equal(0, Found(id).Offset);
        Assert.Null(await Append(id, 0, Film[..100_000], checksum));
        Assert.Equal(100_000, Found(id).Offset);
        await Append(id, 100_000, Film[100_000..]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Film)), (await HandOver(id)).Sha256);
    }

    [Fact]
    public async Task What_came_before_a_cut_is_kept_unless_it_was_to_be_summed_up()
    {
        var (plain, summed) = (Begin(2_000_000), Begin(2_000_000));
        var checksum = UploadChecksum.Read($"sha1 {Convert.ToBase64String(new byte[20])}");

        Assert.Equal(UploadRefusal.Interrupted, await Append(plain, 0, new LongPdf(2_000_000) { BreaksAt = 1_000_000 }));
        Assert.Equal(UploadRefusal.Interrupted, await Append(summed, 0, new LongPdf(2_000_000) { BreaksAt = 1_000_000 }, checksum));

        Assert.InRange(Found(plain).Offset, 900_000, 1_000_000 + 131_072);
        Assert.Equal(0, Found(summed).Offset);
    }

    [Fact]
    public async Task A_sender_who_falls_silent_is_let_go()
    {
        _store = new UploadStore(_files, new(1_000_000) { Patience = Duration.FromMilliseconds(100), Reserve = 0 });
        var id = Begin(2000);
        Assert.Equal(UploadRefusal.Interrupted, await Append(id, 0, new Silence(Film[..1000])));
        Assert.Equal(1000, Found(id).Offset);
        _store = Opened();
        Assert.Null(await Append(id, 1000, Film[1000..2000]));
    }

    [Fact]
    public async Task More_than_was_announced_is_refused_and_what_was_there_stays()
    {
        var id = Begin(1000);
        await Append(id, 0, Film[..900]);
        Assert.Equal(UploadRefusal.TooLarge, await Append(id, 900, Film[900..1001]));
        Assert.Equal(900, Found(id).Offset);
        Assert.Equal(UploadRefusal.WrongOffset, await Append(id, 800, Film[800..1000]));
    }

    [Fact]
    public void Nobody_else_finds_it_and_too_large_empty_and_too_many_are_refused()
    {
        var id = Begin(1000);
        Assert.Equal(UploadRefusal.NotFound, _store.Find(id, "speaker 2", Start).No);
        Assert.Equal(UploadRefusal.NotFound, _store.Open(id, "speaker 2", Start).No);
        Assert.Equal(UploadRefusal.TooLarge, _store.Create(Owner, 1_000_001, null, "", Start).No);
        Assert.Equal(UploadRefusal.Empty, _store.Create(Owner, 0, null, "", Start).No);
        for (var i = 1; i < UploadStore.MostOpen; i++) Begin(1000);
        Assert.Equal(UploadRefusal.TooManyOpen, _store.Create(Owner, 1000, null, "", Start).No);
        Assert.True(_store.Create("speaker 2", 1000, null, "", Start).Ok);
    }

    [Fact]
    public async Task One_writes_at_a_time()
    {
        var id = Begin(1000);
        using (var open = _store.Open(id, Owner, Start).Value!)
        {
            Assert.Equal(UploadRefusal.Locked, _store.Open(id, Owner, Start).No);
            Assert.Equal(0, Found(id).Offset);
        }
        Assert.Null(await Append(id, 0, Film[..1000]));
    }

    [Fact]
    public async Task What_nobody_came_back_to_is_cleared_by_the_clock_and_what_goes_on_is_not()
    {
        var (left, goesOn) = (Begin(1000), Begin(1000));
        await Append(left, 0, Film[..500]);
        var later = Start + Upload.Life - Duration.FromSeconds(1);
        await Append(goesOn, 0, Film[..500], now: later);

        Assert.Equal(0, _store.RemoveExpired(later));
        Assert.Equal(UploadRefusal.Expired, _store.Find(left, Owner, Start + Upload.Life).No);
        Assert.Equal(1, _store.RemoveExpired(Start + Upload.Life));

        Assert.Equal(UploadRefusal.NotFound, _store.Find(left, Owner, Start).No);
        Assert.Equal([$"{goesOn:n}.card", $"{goesOn:n}.mark", $"{goesOn:n}.part"], Directory.EnumerateFiles(Parts).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_without_their_card_are_cleared_too()
    {
        var stray = Path.Combine(Parts, $"{Guid.NewGuid():n}.part");
        File.WriteAllText(stray, "half");
        var now = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stray));
        _store.RemoveExpired(now + Upload.Life - Duration.FromMinutes(1));
        Assert.True(File.Exists(stray));
        _store.RemoveExpired(now + Upload.Life + Duration.FromMinutes(1));
        Assert.False(File.Exists(stray));
    }

    [Fact]
    public async Task Bytes_that_are_lost_make_no_file_with_a_hole()
    {
        var id = Begin(1000);
        await Append(id, 0, Film[..900]);
        File.Delete(Path.Combine(Parts, $"{id:n}.part"));
        Assert.Equal(UploadRefusal.NotFound, _store.Find(id, Owner, Start).No);
    }

    [Theory]
    [InlineData("film.mov", FileRefusal.UnknownType)]
    [InlineData("page.html", FileRefusal.Active)]
    [InlineData("all.rar", FileRefusal.Archive)]
    public async Task What_is_none_of_our_types_is_known_by_its_first_bytes(string name, FileRefusal expected)
    {
        byte[] head = name switch { "film.mov" => [0, 0, 0, 20, .. "ftypqt  "u8, 0], "page.html" => [.. "<!doctype html>"u8], _ => [.. "Rar!"u8] };
        var id = Begin(10_000, name);
        await Append(id, 0, [.. head, .. new byte[5_000]]);
        using (var open = _store.Open(id, Owner, Start).Value!) Assert.Equal(expected, open.Foresee());

        var fine = Begin(10_000);
        await Append(fine, 0, Film[..5_000]);
        using (var open = _store.Open(fine, Owner, Start).Value!) Assert.Null(open.Foresee());
    }

    [Fact]
    public async Task An_office_file_is_judged_when_it_is_whole_and_deleted_where_it_carries_macros()
    {
        var bad = Samples.Zip("[Content_Types].xml", "ppt/presentation.xml", "ppt/vbaProject.bin");
        var id = Begin(bad.Length, "slides.pptx");
        await Append(id, 0, bad);
        using (var open = _store.Open(id, Owner, Start).Value!) Assert.Equal(FileRefusal.HasMacros, (await open.HandOver()).No);
        Assert.Empty(Directory.EnumerateFiles(Parts));
        Assert.Empty(_folder.EnumerateFiles());
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        Samples.Mp4.CopyTo(bytes, 0);
        return bytes;
    }

    private UploadStore Opened() => new(_files, new(1_000_000) { Reserve = 0 });

    private Guid Begin(long length, string name = "talk.mp4")
    {
        if (length > _store.Limits.MaxBytes) _store = new UploadStore(_files, new(length) { Reserve = 0 });
        return _store.Create(Owner, length, name, "", Start).Value!.Id;
    }

    private Upload Found(Guid id) => _store.Find(id, Owner, Start).Value!;

    private Task<UploadRefusal?> Append(Guid id, long offset, byte[] bytes, UploadChecksum? checksum = null, Instant? now = null) => Append(id, offset, new MemoryStream(bytes), checksum, now);

    private async Task<UploadRefusal?> Append(Guid id, long offset, Stream bytes, UploadChecksum? checksum = null, Instant? now = null)
    {
        using var open = _store.Open(id, Owner, now ?? Start).Value!;
        return await open.Append(offset, bytes, checksum, () => now ?? Start);
    }

    private async Task<SavedFile> HandOver(Guid id)
    {
        using var open = _store.Open(id, Owner, Start).Value!;
        Assert.True(open.IsWhole);
        return (await open.HandOver()).Value!;
    }

    /// <summary>Sends these, and then nothing, and does not hang up.</summary>
    private sealed class Silence(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) await Task.Delay(Timeout.Infinite, cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
