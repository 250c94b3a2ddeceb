namespace Sessions.Mail;

internal sealed class MailBodyMask
{
    private readonly List<MailLink> _secrets;

    private MailBodyMask(MailBody body) =>
        _secrets = [.. body.Blocks.SelectMany(LinksIn).Where(link => link.IsSecret).OrderByDescending(link => link.Target.Length)];

    public static MailBody Apply(MailBody body)
    {
        var mask = new MailBodyMask(body);
        return body with { Title = mask.Of(body.Title), Blocks = [.. body.Blocks.Select(mask.Of)] };
    }

    private static IEnumerable<MailLink> LinksIn(MailBlock block) => block is MailBlock.Button button
        ? [button.Link]
        : TextsIn(block).SelectMany(text => text.Runs).Select(run => run.Link).OfType<MailLink>();

    private static IReadOnlyList<MailText> TextsIn(MailBlock block) => block switch
    {
        MailBlock.Facts facts => facts.Lines,
        MailBlock.Items items => items.Lines,
        MailBlock.Footer footer => footer.Lines,
        MailBlock.Paragraph paragraph => [paragraph.Text],
        MailBlock.Quiet quiet => [quiet.Text],
        _ => [],
    };

    private MailBlock Of(MailBlock block) => block switch
    {
        MailBlock.Kicker kicker => new MailBlock.Kicker(Of(kicker.Text)),
        MailBlock.Heading heading => new MailBlock.Heading(Of(heading.Text)),
        MailBlock.Facts facts => new MailBlock.Facts([.. facts.Lines.Select(Of)]),
        MailBlock.Items items => new MailBlock.Items([.. items.Lines.Select(Of)]),
        MailBlock.Footer footer => new MailBlock.Footer([.. footer.Lines.Select(Of)]),
        MailBlock.Paragraph paragraph => new MailBlock.Paragraph(Of(paragraph.Text)),
        MailBlock.Quiet quiet => new MailBlock.Quiet(Of(quiet.Text)),
        MailBlock.Button button => new MailBlock.Button(Of(button.Label), button.Link.Masked()),
        _ => throw new InvalidOperationException($"No mask for {block.GetType().Name}."),
    };

    private MailText Of(MailText text) =>
        new([.. text.Runs.Select(run => run with { Text = Of(run.Text), Link = run.Link?.Masked() })]);

    private string Of(string text) =>
        _secrets.Aggregate(text, (masked, secret) => masked.Replace(secret.Target, secret.Masked().Target, StringComparison.OrdinalIgnoreCase));
}
