using System.Diagnostics;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

/// <summary>Mailboxes that do less than they should.</summary>
public sealed class ImapFaultTests
{
    [Theory]
    [InlineData("MOVE UIDPLUS")]
    [InlineData("MOVE")]
    public async Task Where_no_keywords_are_kept_a_taken_message_goes_into_a_folder(string can)
    {
        await using var server = new ScriptedImapServer(@"\Seen \Deleted", can: can);

        var fault = await Record.ExceptionAsync(() => Take(server));

        Assert.True(fault is null, $"{fault?.Message}\n{string.Join('\n', server.Commands)}");
        Assert.Contains(server.Commands, c => c.StartsWith("CREATE", StringComparison.Ordinal) && c.Contains(ImapMailbox.TakenFolder, StringComparison.Ordinal));
        Assert.Contains(server.Commands, c => c.Contains($" {ImapMailbox.TakenFolder}", StringComparison.Ordinal) && c.Contains("MOVE ", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("UID STORE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mailbox_that_says_it_keeps_keywords_and_does_not_is_no_endless_circle()
    {
        await using var server = new ScriptedImapServer(@"\Seen \Deleted \*");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Take(server));

        Assert.Equal("The mailbox does not keep which messages were taken.", fault.Message);
        Assert.Single(server.Commands, c => c.StartsWith("UID STORE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_large_is_not_fetched()
    {
        await using var server = new ScriptedImapServer(@"\Seen", InboundReader.MostBytes + 1);

        Assert.Equal(1, await Take(server, isEmpty: true));

        Assert.DoesNotContain(server.Commands, c => c.Contains("BODY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LOGIN")]
    [InlineData("SELECT")]
    [InlineData("UID SEARCH")]
    public async Task A_mailbox_that_falls_silent_is_given_up_within_the_time_limit(string at)
    {
        await using var server = new ScriptedImapServer(@"\Seen \*", silentAt: at);
        var patience = Stopwatch.StartNew();

        var fault = await Record.ExceptionAsync(() => Take(server)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotNull(fault);
        Assert.Matches("[a-z]{3,} [a-z]{2,}", fault.Message);
        Assert.InRange(patience.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Waiting_for_a_silent_mailbox_ends_at_once_when_told_to()
    {
        await using var server = new ScriptedImapServer(@"\Seen \*", silentAt: "SELECT");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var patience = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImapMailbox(server.Options with { Timeout = TimeSpan.FromSeconds(60) }, TimeProvider.System).Read(_ => Task.CompletedTask, stop.Token));

        Assert.InRange(patience.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static async Task<int> Take(ScriptedImapServer server, bool isEmpty = false)
    {
        var taken = 0;
        await new ImapMailbox(server.Options, TimeProvider.System).Read(raw =>
        {
            taken++;
            Assert.Equal(isEmpty, raw.IsEmpty);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return taken;
    }
}
