using System.Text;
using System.Xml;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>XML written piece by piece, and what feeds of both kinds say alike.</summary>
internal static class FeedXml
{
    public static XmlWriter Writer(FeedText text) =>
        XmlWriter.Create(text.AsStream(), new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CloseOutput = true });

    /// <summary>Rows older than the rules for typed text may hold signs that XML has no word for.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }

    public static void Element(this XmlWriter xml, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) xml.WriteElementString(name, Clean(text));
    }

    public static void Element(this XmlWriter xml, string prefix, string name, string space, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        xml.WriteStartElement(prefix, name, space);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>The same whenever it is asked: a feed is kept until something changes, and not until an hour is over.</summary>
    public static string Title(OpenSession session) => (session.Title ?? session.Theme, session.Number) switch
    {
        ({ } title, _) => title,
        (null, { } number) => $"{session.SeriesName}, {number}",
        _ => session.When is { IsDated: true, Date: { } day } ? $"{session.SeriesName}, {Times.Day(day)}" : session.SeriesName,
    };

    /// <summary>A file of a public page, at its full address.</summary>
    public static string FilePath(OpenFile file) => FileEndpoints.Path(file.Id, file.Name);

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
            i++;
        }
        return true;
    }
}
