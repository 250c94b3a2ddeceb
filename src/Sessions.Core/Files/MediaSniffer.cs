using System.Text;

namespace Sessions.Files;

/// <summary>Decides what a file is by its bytes; a name or a browser's word counts for nothing but txt against csv.</summary>
internal static class MediaSniffer
{
    /// <summary>More than any browser looks at (MIME Sniffing 4: 1,445 bytes).</summary>
    public const int HeadLength = 2048;

    public static Answer<FileType, FileRefusal> Decide(Stream file, string? name)
    {
        var bytes = new byte[HeadLength];
        file.Position = 0;
        var head = bytes.AsSpan(0, file.ReadAtLeast(bytes, HeadLength, throwOnEndOfStream: false));
        if (head.IsEmpty) return FileRefusal.Empty;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return OfficeSniffer.Decide(file);
        if (IsOtherArchive(head)) return FileRefusal.Archive;
        if (TextSniffer.LooksActive(head)) return FileRefusal.Active;
        if (Binary(head) is not { } type) return TextSniffer.Decide(file, head, name);
        return file.Length >= 22 && ZipDirectory.Find(file) is not null ? FileRefusal.TwoInOne : type;
    }

    /// <summary>The refusal that is sure from the first <see cref="HeadLength"/> bytes of a longer file; null where only the rest tells.</summary>
    public static FileRefusal? Foresee(byte[] head, string? name) =>
        head.AsSpan().StartsWith("PK"u8) || Decide(new MemoryStream(head), name).No is not { } no || no == FileRefusal.TwoInOne ? null : no;

    private static FileType? Binary(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => FileType.Pdf,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) => FileType.Png,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) => FileType.Jpeg,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]) => head[..Math.Min(64, head.Length)].IndexOf("webm"u8) > 0 ? FileType.WebM : null,
        _ when head.StartsWith("OggS"u8) => FileType.Ogg,
        _ when head.StartsWith("ID3"u8) || IsMpegAudio(head) => FileType.Mp3,
        _ when head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) => Brand(Encoding.ASCII.GetString(head[8..12])),
        _ => null,
    };

    /// <summary>ISO 14496-12 brands; pictures (HEIF, AVIF) and QuickTime use the same box and do not play in every browser.</summary>
    private static FileType? Brand(string brand) => brand switch
    {
        "M4A " or "M4B " => FileType.M4a,
        "isom" or "mp41" or "mp42" or "avc1" or "M4V " or "dash" or "MSNV" or "f4v " => FileType.Mp4,
        _ => brand.StartsWith("iso", StringComparison.Ordinal) || brand.StartsWith("3gp", StringComparison.Ordinal) ? FileType.Mp4 : null,
    };

    /// <summary>A frame header of layer III with a bit rate and a sample rate that exist.</summary>
    private static bool IsMpegAudio(ReadOnlySpan<byte> head) => head.Length >= 4 && head[0] == 0xff
        && (head[1] & 0xe6) == 0xe2 && (head[2] & 0xf0) != 0xf0 && (head[2] & 0xf0) != 0 && (head[2] & 0x0c) != 0x0c;

    private static bool IsOtherArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7a, 0xbc, 0xaf]) || head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
}
