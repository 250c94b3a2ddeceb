using Sessions.Mail;

namespace Sessions.Invitations;

/// <summary>Where the words of hosts stand in a mail of ours: always in the same places, so that nothing of it can be lost.</summary>
internal static class WordedBody
{
    /// <param name="greeting">Below the facts.</param>
    /// <param name="words">After our first sentence.</param>
    /// <param name="closing">Above how to leave and why this came.</param>
    public static MailBody Put(MailBody body, IEnumerable<MailText> greeting, IEnumerable<MailText> words, IEnumerable<MailText> closing)
    {
        var blocks = body.Blocks;
        var top = blocks.TakeWhile(b => b is MailBlock.Kicker or MailBlock.Heading or MailBlock.Facts).Count();
        // A sentence that leads to facts stays with them.
        var first = blocks.ElementAtOrDefault(top) is MailBlock.Paragraph && blocks.ElementAtOrDefault(top + 1) is not MailBlock.Facts ? top + 1 : top;
        var end = blocks.Count;
        while (end > first && (blocks[end - 1] is MailBlock.Footer || (blocks[end - 1] is MailBlock.Quiet && blocks[end - 2] is not MailBlock.Button))) end--;
        return body with { Blocks = [.. blocks.Take(top), .. Said(greeting), .. blocks.Take(first).Skip(top), .. Said(words), .. blocks.Take(end).Skip(first), .. Said(closing), .. blocks.Skip(end)] };
    }

    private static IEnumerable<MailBlock> Said(IEnumerable<MailText> texts) => texts.Select(text => new MailBlock.Paragraph(text));
}
