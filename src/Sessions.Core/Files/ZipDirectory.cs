using System.Buffers.Binary;
using System.Text;

namespace Sessions.Files;

/// <summary>
/// The names in a zip's central directory (APPNOTE 4.3.12), read one by one: an archive of the platform would hold them all
/// at once, and 50 MB of directory is a million of them.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MostComment = ushort.MaxValue;
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;

    private readonly Stream _file;
    private readonly int _count;
    private readonly long _offset;

    private ZipDirectory(Stream file, int count, long offset) => (_file, _count, _offset) = (file, count, offset);

    /// <summary>Null where the file does not end as a zip does.</summary>
    public static ZipDirectory? Find(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + MostComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndMark) continue;
            if (EndLength + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length) continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if ((long)offset + size <= file.Length) return new(file, BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), offset);
        }
        return null;
    }

    /// <exception cref="InvalidDataException">The directory is not what its end says.</exception>
    public IEnumerable<string> Names()
    {
        var entry = new byte[EntryLength];
        var at = _offset;
        for (var i = 0; i < _count; i++)
        {
            _file.Position = at;
            if (_file.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) < EntryLength
                || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntryMark) throw new InvalidDataException("The zip directory is damaged.");
            var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28))];
            if (_file.ReadAtLeast(name, name.Length, throwOnEndOfStream: false) < name.Length) throw new InvalidDataException("The zip directory is damaged.");
            at += EntryLength + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
            yield return Encoding.UTF8.GetString(name);
        }
    }
}
