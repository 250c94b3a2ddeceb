using System.Text;

namespace Sessions.Mail;

internal static class MailBodyText
{
    private const int LongestRule = 72;

    public static string Render(MailBody body)
    {
        var blocks = body.Blocks.Select(Render).Where(block => block.Length > 0);
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Render(MailBlock block) => block switch
    {
        MailBlock.Kicker kicker => OneLine(kicker.Text),
        MailBlock.Heading heading => $"{OneLine(heading.Text)}\n{new string('=', Math.Min(OneLine(heading.Text).Length, LongestRule))}",
        MailBlock.Facts facts => string.Join('\n', facts.Lines.Select(line => "    " + OneLine(Render(line)))),
        MailBlock.Items items => string.Join('\n', items.Lines.Select(line => "- " + OneLine(Render(line)))),
        MailBlock.Footer footer => "----\n" + string.Join("\n\n", footer.Lines.Select(Render)),
        MailBlock.Paragraph paragraph => Render(paragraph.Text),
        MailBlock.Quiet quiet => Render(quiet.Text),
        MailBlock.Button button => $"{OneLine(button.Label)}:\n{button.Link.Target}",
        _ => throw new InvalidOperationException($"No text for {block.GetType().Name}."),
    };

    private static string Render(MailText text)
    {
        var line = new StringBuilder();
        foreach (var run in text.Runs)
        {
            line.Append(Printable.Lines(run.Text));
            if (run.Link is { } link && link.Target != run.Text && link.Target != run.Text + "/")
                line.Append(" <").Append(link.Target).Append('>');
        }
        return line.ToString().Trim();
    }

    private static string OneLine(string text) => Printable.Line(text);
}
