using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Sessions.Mail;

internal static class MailBodyHtml
{
    // Letters of every script stay readable in the source; what HTML could read as markup never does.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private enum Part
    {
        Head,
        Action,
        Text,
        Foot,
    }

    public static string Render(MailBody body)
    {
        var html = new StringBuilder();
        html.Append($"""
            <!doctype html>
            <html lang="{Escape(body.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Escape(Printable.Line(body.Title))}</title>
            <style>
            {MailStyle.Css}
            </style>
            </head>
            <body>
            <main class="mail">

            """);
        Part? open = null;
        foreach (var block in body.Blocks)
        {
            var part = PartOf(block);
            if (part != open)
                html.Append(open is null ? "" : "</div>\n").Append(part is Part.Foot ? "<div class=\"part foot quiet\">\n" : "<div class=\"part\">\n");
            open = part;
            html.Append(Render(block)).Append('\n');
        }
        return html.Append(open is null ? "" : "</div>\n").Append("</main>\n</body>\n</html>\n").ToString().ReplaceLineEndings("\n");
    }

    private static Part PartOf(MailBlock block) => block switch
    {
        MailBlock.Kicker or MailBlock.Heading or MailBlock.Facts => Part.Head,
        MailBlock.Button or MailBlock.Quiet => Part.Action,
        MailBlock.Footer => Part.Foot,
        _ => Part.Text,
    };

    private static string Render(MailBlock block) => block switch
    {
        MailBlock.Kicker kicker => $"<p class=\"quiet\">{Escape(Printable.Line(kicker.Text))}</p>",
        MailBlock.Heading heading => $"<h1>{Escape(Printable.Line(heading.Text))}</h1>",
        MailBlock.Facts facts => $"<div class=\"when\">{string.Concat(facts.Lines.Select((line, i) => i == 0 ? $"<p><strong>{Render(line)}</strong></p>" : $"<p>{Render(line)}</p>"))}</div>",
        MailBlock.Items items => $"<ul>{string.Concat(items.Lines.Select(line => $"<li>{Render(line)}</li>"))}</ul>",
        MailBlock.Footer footer => string.Join('\n', footer.Lines.Select(line => $"<p>{Render(line)}</p>")),
        MailBlock.Paragraph paragraph => $"<p>{Render(paragraph.Text)}</p>",
        MailBlock.Quiet quiet => $"<p class=\"quiet\">{Render(quiet.Text)}</p>",
        MailBlock.Button button => $"<p>{Anchor("class=\"go\" ", button.Link, button.Label)}</p>",
        _ => throw new InvalidOperationException($"No HTML for {block.GetType().Name}."),
    };

    private static string Render(MailText text) => string.Concat(text.Runs.Select(Render));

    private static string Render(MailRun run)
    {
        var words = run.Link is { } link ? Anchor("", link, run.Text) : Breaking(run.Text);
        return run.IsStrong ? $"<strong>{words}</strong>" : words;
    }

    private static string Anchor(string attributes, MailLink link, string label) =>
        $"<a {attributes}href=\"{Escape(link.Target)}\">{Escape(Printable.Line(label))}</a>";

    private static string Breaking(string text) => string.Join("<br>\n", Printable.Lines(text).Split('\n').Select(Escape));

    private static string Escape(string text) => Encoder.Encode(text);
}
