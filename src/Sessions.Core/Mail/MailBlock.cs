namespace Sessions.Mail;

/// <summary>One block of a <see cref="MailBody"/>.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>The small line above the heading.</summary>
    public sealed record Kicker(string Text) : MailBlock;

    public sealed record Heading(string Text) : MailBlock;

    /// <summary>The box of what counts: the day and the hour, the place. Its first line is strong.</summary>
    public sealed record Facts(IReadOnlyList<MailText> Lines) : MailBlock;

    /// <summary>A line break in the text stays one.</summary>
    public sealed record Paragraph(MailText Text) : MailBlock;

    public sealed record Items(IReadOnlyList<MailText> Lines) : MailBlock;

    public sealed record Button(string Label, MailLink Link) : MailBlock;

    /// <summary>A small remark, as under a button.</summary>
    public sealed record Quiet(MailText Text) : MailBlock;

    /// <summary>The quiet lines at the end: how to leave, why this came.</summary>
    public sealed record Footer(IReadOnlyList<MailText> Lines) : MailBlock;
}
