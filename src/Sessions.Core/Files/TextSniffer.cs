using System.Text;

namespace Sessions.Files;

/// <summary>Is it text all through, and does anything run it?</summary>
internal static class TextSniffer
{
    private const int Block = 65_536;

    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?xml", "<?php"];

    private static readonly string[] Runs =
        ["htm", "html", "xhtml", "shtml", "svg", "xml", "xsl", "js", "mjs", "php", "sh", "bash", "bat", "cmd", "ps1", "vbs", "wsf", "hta", "url", "desktop", "reg"];

    /// <summary>What a browser would take for a page, wherever in its first bytes it stands.</summary>
    public static bool LooksActive(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return text.StartsWith("#!", StringComparison.Ordinal) || Markup.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    public static Answer<FileType, FileRefusal> Decide(Stream file, ReadOnlySpan<byte> head, string? name)
    {
        if (!IsText(file)) return FileRefusal.UnknownType;
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        if (start.TrimStart(" \t\r\n\f"u8).StartsWith("<"u8) || Runs.Contains(FileName.Ending(name), StringComparer.Ordinal)) return FileRefusal.Active;
        return FileName.Ending(name) == "csv" ? FileType.Csv : FileType.Text;
    }

    private static bool IsText(Stream file)
    {
        var block = new byte[Block];
        file.Position = 0;
        for (var read = file.Read(block); read > 0; read = file.Read(block))
            if (block.AsSpan(0, read).ContainsAny(Controls)) return false;
        return true;
    }

    private static readonly System.Buffers.SearchValues<byte> Controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')), 0x7f]);
}
