using System.Buffers.Binary;
using System.Text.Json;
using NodaTime;

namespace Sessions.Files;

/// <summary>
/// Three files for each upload: its bytes, a card that is written once, and a mark of fixed length that is written over in place,
/// which works on a full disk too.
/// </summary>
internal sealed class UploadFolder(string path)
{
    private const int MarkLength = 24;

    public string Path { get; } = Directory.CreateDirectory(path).FullName;

    public string PartOf(Guid id) => Named(id, ".part");

    public void Add(Upload upload)
    {
        File.Create(PartOf(upload.Id)).Dispose();
        Save(upload.Id, upload.Mark);
        var card = CardOf(upload.Id) + ".new";
        using (var file = File.Create(card))
        {
            JsonSerializer.Serialize(file, new Card(upload.Owner, upload.Length, upload.Name, upload.Metadata, upload.CreatedAt.ToUnixTimeTicks()));
            file.Flush(flushToDisk: true);
        }
        // The last step: before it there is no such upload.
        File.Move(card, CardOf(upload.Id));
    }

    public Upload? Find(Guid id)
    {
        try
        {
            if (JsonSerializer.Deserialize<Card>(File.ReadAllBytes(CardOf(id))) is not { } card) return null;
            return new(id, card.Owner, card.Length, card.Name, card.Metadata, Instant.FromUnixTimeTicks(card.CreatedAt)) { Mark = Read(id) };
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException or EndOfStreamException)
        {
            return null;
        }
    }

    public IEnumerable<Guid> All() => Directory.EnumerateFiles(Path, "*.card")
        .Select(card => Guid.TryParseExact(System.IO.Path.GetFileNameWithoutExtension(card), "n", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    public void Save(Guid id, UploadMark mark)
    {
        var bytes = new byte[MarkLength];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, mark.Kept);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), mark.At.ToUnixTimeTicks());
        bytes[16] = mark.IsTaken ? (byte)1 : (byte)0;
        using var file = File.OpenHandle(MarkOf(id), FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>The card goes first: then there is no such upload.</summary>
    public void Remove(Guid id)
    {
        foreach (var file in new[] { CardOf(id), MarkOf(id), PartOf(id) }) File.Delete(file);
    }

    /// <summary>What has no card, since before then: a process ended in the middle of adding or removing.</summary>
    public void RemoveStrays(Instant before)
    {
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles())
            if (file.LastWriteTimeUtc < before.ToDateTimeUtc() && !File.Exists(System.IO.Path.Combine(Path, file.Name.Split('.')[0] + ".card"))) file.Delete();
    }

    private UploadMark Read(Guid id)
    {
        var bytes = new byte[MarkLength];
        using var file = File.OpenHandle(MarkOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (RandomAccess.Read(file, bytes, 0) < MarkLength) throw new EndOfStreamException("An upload's mark is cut short.");
        return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8))), bytes[16] == 1);
    }

    private string CardOf(Guid id) => Named(id, ".card");

    private string MarkOf(Guid id) => Named(id, ".mark");

    private string Named(Guid id, string ending) => System.IO.Path.Combine(Path, id.ToString("n") + ending);

    private sealed record Card(string Owner, long Length, string? Name, string Metadata, long CreatedAt);
}
