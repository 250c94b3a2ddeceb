using System.IO.Compression;
using System.Text;

namespace Sessions.Tests.Files;

/// <summary>Small files of every kind, made in code.</summary>
internal static class Samples
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 26, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];
    public static readonly byte[] Jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9];
    public static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, 0, 0, 0, 8, .. "mdat"u8];
    public static readonly byte[] M4a = [0, 0, 0, 20, .. "ftypM4A "u8, 0, 0, 2, 0, .. "isom"u8];
    public static readonly byte[] WebM = [0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8, 0x42, 0x87, 0x81, 4];
    public static readonly byte[] Ogg = [.. "OggS"u8, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, .. "OpusHead"u8];
    public static readonly byte[] Mp3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64];
    public static readonly byte[] BareMp3 = [0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0];

    public static byte[] Pptx => Zip("[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml");
    public static byte[] Docx => Zip("[Content_Types].xml", "word/document.xml");
    public static byte[] Xlsx => Zip("[Content_Types].xml", "xl/workbook.xml");
    public static byte[] Odp => OpenDocumentZip("presentation", "content.xml");

    public static byte[] OpenDocumentZip(string kind, params string[] others) => Zip(
        [("mimetype", OpenDocument + kind), .. others.Select(name => (name, "<x/>"))]);

    public static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, "<x/>"))]);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip((string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Text(content));
            }
        return bytes.ToArray();
    }
}
