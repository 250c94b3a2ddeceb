using System.Text;

namespace Sessions.Files;

/// <summary>Which office format a zip is, by the parts it must have; any macro part refuses it.</summary>
internal static class OfficeSniffer
{
    private const int MimetypeAt = 38;

    private static readonly string[] MacroParts = ["vbaproject.bin", "vbadata.xml"];
    private static readonly string[] MacroFolders = ["basic/", "scripts/", "xl/macrosheets/"];

    public static Answer<FileType, FileRefusal> Decide(Stream file)
    {
        if (ZipDirectory.Find(file) is not { } directory) return FileRefusal.UnknownType;
        var found = OpenDocument(file);
        try
        {
            foreach (var name in directory.Names().Select(n => n.Replace('\\', '/').ToLowerInvariant()))
            {
                if (MacroParts.Any(part => name.EndsWith(part, StringComparison.Ordinal)) || MacroFolders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))
                    return FileRefusal.HasMacros;
                found ??= name switch
                {
                    "ppt/presentation.xml" => FileType.Pptx,
                    "word/document.xml" => FileType.Docx,
                    "xl/workbook.xml" => FileType.Xlsx,
                    _ => null,
                };
            }
        }
        catch (InvalidDataException)
        {
            return FileRefusal.UnknownType;
        }
        return found is null ? FileRefusal.Archive : found;
    }

    /// <summary>The first entry of an OpenDocument file is its media type, stored plainly (ODF 1.3 part 2, 3.3).</summary>
    private static FileType? OpenDocument(Stream file)
    {
        var head = new byte[120];
        file.Position = 0;
        var text = Encoding.ASCII.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (text.Length < MimetypeAt || !text[30..].StartsWith("mimetype", StringComparison.Ordinal)) return null;
        return new[] { FileType.Odp, FileType.Odt, FileType.Ods }.FirstOrDefault(type => text[MimetypeAt..].StartsWith(type.MediaType, StringComparison.Ordinal));
    }
}
