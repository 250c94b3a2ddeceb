using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using static Sessions.Tests.Registrations.MessageRig;

namespace Sessions.Tests.Registrations;

public sealed class GroupMessageTests
{
    [Theory, EachDatabase]
    public async Task Spreading_that_dies_halfway_and_is_done_again_sends_each_person_one_mail(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Many(450);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));

        // One chunk is committed, the process dies, another begins from the start; then all of it once more.
        await Chunk(rig, id);
        Assert.Equal(200, (await rig.Progress(id)).Owed);
        await rig.Rig.Deliver();
        await Reopen(rig, id);
        await rig.Spread();
        await Reopen(rig, id);
        await Task.WhenAll(rig.Spread(), rig.Spread());
        await Task.WhenAll(rig.Rig.Deliver(), rig.Rig.Deliver());

        Assert.Equal(450, rig.Transport.Taken.Select(m => m.Recipient.Value).Distinct().Count());
        Assert.Equal(450, rig.Transport.Taken.Count);
        var facts = await rig.Read(id);
        Assert.Equal((MessageState.Done, 450, 450), (facts.Message.State, facts.Message.Progress.Sent, facts.Message.Recipients));
    }

    [Theory, EachDatabase]
    public async Task A_pause_holds_what_is_owed_and_what_is_not_yet_and_the_rest_leaves_after_it(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Many(250);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await Chunk(rig, id);
        Assert.Null(await rig.Service.Pause(rig.Host, rig.Series.Id, id));
        Assert.Equal(GroupMessageRefusal.AlreadyHeld, await rig.Service.Pause(rig.Host, rig.Series.Id, id));

        // Other mail of the series is not held.
        await rig.Rig.Owe("another", m => m with { SeriesId = rig.Series.Id });
        await rig.SpreadAndDeliver();
        Assert.Equal(["another"], rig.Recipients);
        Assert.Equal((MessageState.Held, 200), ((await rig.Read(id)).Message.State, (await rig.Progress(id)).Waiting));
        Assert.False((await rig.Rig.Get<OverdueQueries>().Read(rig.Rig.Now + Duration.FromHours(1))).IsStuck(rig.Rig.Now + Duration.FromHours(1)));

        Assert.Null(await rig.Service.Resume(rig.Host, rig.Series.Id, id));
        Assert.Equal(GroupMessageRefusal.NotHeld, await rig.Service.Resume(rig.Host, rig.Series.Id, id));
        await rig.SpreadAndDeliver();
        Assert.Equal((MessageState.Done, 250), ((await rig.Read(id)).Message.State, (await rig.Progress(id)).Sent));
        Assert.Equal(GroupMessageRefusal.NothingLeft, await rig.Service.Pause(rig.Host, rig.Series.Id, id));
    }

    [Theory, EachDatabase]
    public async Task Stopping_drops_what_has_not_left_says_how_many_had_gone_and_nothing_leaves_after_it(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Many(250);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await Chunk(rig, id);
        await rig.Rig.Deliver();
        Assert.Null(await rig.Service.Pause(rig.Host, rig.Series.Id, id));
        await Reopen(rig, id);
        await rig.Database.Write(async db => (await db.Outbox.OrderBy(m => m.Id).FirstAsync(m => m.SubjectId == id)).Retry(rig.Rig.Now));

        var stopped = await rig.Service.Stop(rig.Host, rig.Series.Id, id);
        await rig.SpreadAndDeliver();

        Assert.Equal(199, stopped.Value);
        Assert.Equal(200, rig.Transport.Taken.Count);
        var facts = await rig.Read(id);
        Assert.Equal((MessageState.Stopped, 199, 1, 0), (facts.Message.State, facts.Message.Progress.Sent, facts.Message.Progress.LeftOut, facts.Message.Progress.Waiting));
        Assert.Equal(GroupMessageRefusal.NothingLeft, (await rig.Service.Stop(rig.Host, rig.Series.Id, id)).No);
        await using var db = rig.Database.Read();
        Assert.Contains("Stopped the message “About the room” after 199 of 250 had gone", await db.Audit.Select(a => a.Text).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task What_a_stop_could_not_drop_in_time_is_refused_at_the_claim(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await rig.Spread();
        await rig.Database.Write(async db => (await db.GroupMessages.SingleAsync(m => m.Id == id)).Stop(rig.HostPerson.Id, rig.Rig.Now));

        await rig.Rig.Deliver();

        Assert.Empty(rig.Transport.Taken);
        Assert.Contains("stopped the message", Assert.Single((await rig.Read(id)).People).Why, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Each_person_has_a_result_and_an_address_that_fails_says_why(DatabaseProvider provider)
    {
        await using var rig = await Create(provider, (mail, _) => Task.FromResult<SendOutcome>(mail.Recipient.LocalPart switch
        {
            "gone" => new SendOutcome.Refused(550, "5.1.1 no such mailbox"),
            "busy" => new SendOutcome.Deferred(451, "4.7.1 later"),
            _ => new SendOutcome.Delivered("250 ok"),
        }));
        foreach (var name in new[] { "ann", "busy", "gone" }) await rig.Place(name, rig.Next);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await rig.SpreadAndDeliver();

        var facts = await rig.Read(id);
        Assert.Equal([("gone@example.org", OutboxState.Failed, "550 5.1.1 no such mailbox"), ("ann@example.org", OutboxState.Sent, null), ("busy@example.org", OutboxState.Waiting, "451 4.7.1 later")],
            facts.People.Select(p => (p.Address, p.State, p.Why)));
        Assert.Equal((MessageState.Sending, 1, 1, 1), (facts.Message.State, facts.Message.Progress.Sent, facts.Message.Progress.Failed, facts.Message.Progress.Waiting));
        Assert.Equal("gone@example.org", Assert.Single((await rig.Read(id, OutboxState.Failed)).People).Address);

        // Between two tries they unsubscribe.
        await rig.Person("busy", p => p.NewsStoppedAt = rig.Rig.Now);
        rig.Rig.Time.Advance(TimeSpan.FromMinutes(2));
        await rig.Rig.Deliver();
        Assert.Equal(MessageState.Done, (await rig.Read(id)).Message.State);
        Assert.Equal(3, rig.Transport.Taken.Count);
    }

    [Theory, EachDatabase]
    public async Task Nothing_leaves_once_the_session_ended_also_where_it_moved_nearer(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        await rig.Place("ben", rig.Later);
        var (next, later) = (await rig.Sent(To(GroupAudience.Confirmed, rig.Next)), await rig.Sent(To(GroupAudience.Confirmed, rig.Later)));
        await rig.Spread();
        await rig.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == rig.Later)).Move(Samples.At(2026, 12, 1), rig.Rig.Now));

        rig.Rig.Time.MoveTo(new(2026, 12, 1, 13, 0, 0, TimeSpan.Zero));
        await rig.Rig.Deliver();

        Assert.Empty(rig.Transport.Taken);
        Assert.Equal((0, 1), ((await rig.Progress(next)).Waiting, (await rig.Progress(next)).LeftOut));
        Assert.Contains("session ended", Assert.Single((await rig.Read(later)).People).Why, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task One_that_was_not_spread_in_its_time_is_over(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Follow("ann");
        var id = await rig.Sent(To(GroupAudience.Followers));
        rig.Rig.Time.Advance(TimeSpan.FromDays(3));
        await rig.SpreadAndDeliver();

        Assert.Empty(rig.Transport.Taken);
        Assert.Equal(MessageState.Done, (await rig.Read(id)).Message.State);
    }

    [Theory, EachDatabase]
    public async Task The_mail_carries_the_words_a_link_and_the_headers_that_unsubscribe(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        var form = To(GroupAudience.Confirmed, rig.Next, "The room\r\nBcc: everybody@example.org", "Hello <b>you</b>,\n\n\nsee https://example.org/a(b). Bye.\nHanna");

        var ahead = (await rig.Send.Preview(rig.Host, rig.Series.Id, form)).Value!;
        await rig.Sent(form);
        await rig.SpreadAndDeliver();

        Assert.Equal(("ann@example.org", "The room Bcc: everybody@example.org"), (ahead.Recipient, ahead.Subject));
        Assert.Contains("<p>Hello &lt;b&gt;you&lt;/b&gt;,</p>", ahead.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/a(b)\">https://example.org/a(b)</a>. Bye.<br>", ahead.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Links.Token(LinkPurpose.Unsubscribe, await rig.Person("ann"), 0), ahead.Text + ahead.Html, StringComparison.Ordinal);
        var mime = Encoding.UTF8.GetString(Assert.Single(rig.Transport.Taken).Bytes.Span);
        Assert.Contains("\r\nSubject: The room Bcc: everybody@example.org\r\n", mime, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nBcc:", mime, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nList-Unsubscribe:", mime, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mime, StringComparison.Ordinal);
        Assert.Contains("From: Open data", mime, StringComparison.Ordinal);
    }

    /// <summary>Body and preview of one that waits are as everywhere in the console.</summary>
    [Theory, EachDatabase]
    public async Task The_console_reads_its_mails_as_all_others(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await rig.Spread();
        var mail = Assert.Single((await rig.Read(id)).People).MailId;

        var waiting = (await rig.Rig.Get<MailDetail>().Find(rig.Host, mail, rig.Rig.Now))!;
        await rig.Rig.Deliver();
        var sent = (await rig.Rig.Get<MailDetail>().Find(rig.Host, mail, rig.Rig.Now))!;

        Assert.Equal((MailReading.Preview, MailReading.Written), (waiting.Text, sent.Text));
        Assert.Equal(waiting.Words, sent.Words);
        Assert.Equal(waiting.Look, sent.Look);
        Assert.NotEqual(sent.Look!.Light, sent.Look.Dark);
        Assert.DoesNotContain(Links.Token(LinkPurpose.Unsubscribe, await rig.Person("ann"), 0), sent.Look.Light + sent.Look.Dark, StringComparison.Ordinal);
    }

    /// <summary>What a process that dies after its first commit leaves behind.</summary>
    private static Task Chunk(MessageRig rig, Guid id) => rig.Database.Write(async db =>
        await new GroupMessageSpreader().Spread(db, await db.Notices.SingleAsync(n => n.Id == id), rig.Rig.Now));

    private static Task Reopen(MessageRig rig, Guid id) => rig.Database.Write(async db =>
    {
        var notice = await db.Notices.SingleAsync(n => n.Id == id);
        (notice.Cursor, notice.DoneAt) = (null, null);
    });
}
