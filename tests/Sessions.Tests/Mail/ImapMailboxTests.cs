using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Tests.Workflows;
using Sessions.Workflows;

namespace Sessions.Tests.Mail;

/// <summary>A mailbox on a real server.</summary>
public sealed class ImapMailboxTests(DovecotServer dovecot) : IClassFixture<DovecotServer>
{
    [NeedsFact(Component.Dovecot)]
    public async Task Each_message_is_taken_once_by_whatever_reader_and_whether_somebody_looked_at_it_stays_as_it_was()
    {
        const string user = "once";
        await dovecot.Append(user, Message("one"), MessageFlags.Seen);
        await dovecot.Append(user, Message("two"));

        Assert.Equal(["one", "two"], await Taken(dovecot.Options(user, SmtpSecurity.StartTls), user, 2));
        await dovecot.Append(user, Message("three"));
        Assert.Equal(["three"], await Taken(dovecot.Options(user), user, 3));

        Assert.Equal([(true, true), (false, true), (false, true)], await dovecot.Marks(user));
    }

    [NeedsFact(Component.Dovecot)]
    public async Task An_access_token_opens_the_mailbox_and_one_that_was_taken_back_is_followed_by_another()
    {
        const string user = "tokens";
        await dovecot.Append(user, Message("one"));
        var options = dovecot.OptionsWithTokens(user, out var provider);
        using var mailbox = new ImapMailbox(options, TimeProvider.System);

        await mailbox.Open(default);
        provider.TakeBack($"token-{provider.Asked.Count}");
        var fault = await mailbox.FindFault(default);
        var after = await mailbox.FindFault(default);

        Assert.Equal(ImapStep.SignIn, fault?.Step);
        Assert.Null(after);
        Assert.Equal(["one"], await Taken(options, user, 1));
    }

    [NeedsFact(Component.Dovecot)]
    public async Task What_comes_while_it_waits_is_taken_within_seconds_and_it_ends_at_once_when_told_to()
    {
        const string user = "waiting";
        using var stop = new CancellationTokenSource();
        var taken = new List<string>();
        var reading = new ImapMailbox(dovecot.Options(user), TimeProvider.System).Read(Take(taken), stop.Token);
        await dovecot.Append(user, Message("first"));
        await Eventually.Holds(async () => (await dovecot.Marks(user)).All(m => m.IsTaken));
        // It waits by now.
        await Task.Delay(300);

        await dovecot.Append(user, Message("second"));
        await Eventually.Holds(() => Task.FromResult(taken.Count == 2), TimeSpan.FromSeconds(5));

        await Eventually.Holds(async () => (await dovecot.Marks(user)).All(m => m.IsTaken));
        var patience = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.InRange(patience.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(["first", "second"], taken);
    }

    [NeedsFact(Component.Dovecot)]
    public async Task What_could_not_be_taken_holds_nothing_up_and_is_there_the_next_time()
    {
        const string user = "again";
        await dovecot.Append(user, Message("good"));
        await dovecot.Append(user, Message("bad"));
        await dovecot.Append(user, Message("later"));
        var seen = 0;

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => new ImapMailbox(dovecot.Options(user), TimeProvider.System).Read(_ => seen++ == 1 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask, CancellationToken.None));

        Assert.Equal("The database is away.", fault.Message);
        Assert.Equal([(false, true), (false, false), (false, true)], await dovecot.Marks(user));
        Assert.Equal(["bad"], await Taken(dovecot.Options(user), user, 3));
    }

    [NeedsFact(Component.Dovecot)]
    public async Task What_keeps_it_from_opening_is_said_in_a_sentence_without_the_password()
    {
        var options = dovecot.Options("faults");
        await Says<AuthenticationException>(options with { Password = "battery-staple" });
        await Says<SslHandshakeException>(options with { TrustedCertificateSha256 = new string('0', 64) });
        await Says<SslHandshakeException>(options with { TrustedCertificateSha256 = null });
        await Says<SocketException>(options with { Port = 1 });
        await Says<FolderNotFoundException>(options with { Folder = "Nowhere" });

        await new ImapMailbox(options, TimeProvider.System).Open(CancellationToken.None);
    }

    [NeedsFact(Component.Dovecot)]
    public async Task An_answer_in_the_mailbox_gives_up_the_place_and_what_is_too_large_is_named_each_time()
    {
        const string user = "answers";
        await using var house = await House.Create(DatabaseProvider.Sqlite, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        await dovecot.Append(user, Message(new string('x', InboundReader.MostBytes)));
        await dovecot.Append(user, Message(new string('y', InboundReader.MostBytes)));
        await dovecot.Append(user, ((await ReplyMail.To_entry(house)) with { Answer = "DECLINED" }).Bytes);
        using var stop = new CancellationTokenSource();

        var reading = new InboundJob(house.Mails, new ImapMailbox(dovecot.Options(user), TimeProvider.System)).Run(stop.Token);
        await Eventually.Holds(async () => (await dovecot.Marks(user)).All(m => m.IsTaken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        Assert.Equal(RegistrationState.Withdrawn, (await house.Place("kim@example.org")).State);
        await using var db = house.Database.Read();
        Assert.Equal([ReplyRefusal.Unreadable, ReplyRefusal.Unreadable, null], await db.InboundMail.OrderBy(m => m.Id).Select(m => m.Refusal).ToListAsync());
        Assert.All(await db.InboundMail.ToListAsync(), m => Assert.Equal(InboundWay.Imap, m.Way));
    }

    /// <summary>What a reader takes until so many in the mailbox are taken.</summary>
    private async Task<List<string>> Taken(ImapOptions options, string user, int count)
    {
        using var stop = new CancellationTokenSource();
        var taken = new List<string>();
        var reading = new ImapMailbox(options, TimeProvider.System).Read(Take(taken), stop.Token);
        await Eventually.Holds(async () => reading.IsFaulted || (await dovecot.Marks(user)).Count(m => m.IsTaken) == count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        return taken;
    }

    private static Func<ReadOnlyMemory<byte>, Task> Take(List<string> taken) => raw =>
    {
        taken.Add(InboundReader.Read(raw)!.Text);
        return Task.CompletedTask;
    };

    private static async Task Says<T>(ImapOptions options)
        where T : Exception
    {
        var fault = await Assert.ThrowsAsync<T>(() => new ImapMailbox(options, TimeProvider.System).Open(CancellationToken.None));
        Assert.Matches("[a-z]{3,} [a-z]{2,}", fault.Message);
        Assert.DoesNotContain(options.Password, fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Message(string text) => Encoding.UTF8.GetBytes($"From: kim@example.org\r\nTo: rsvp@example.org\r\nSubject: Words\r\nMessage-ID: <{Guid.NewGuid():n}@example.org>\r\n\r\n{text}\r\n");
}
