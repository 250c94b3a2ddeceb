using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Outbox;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Views;

public sealed class MailViewTests
{
    private static readonly Actor Admin = new(Guid.NewGuid(), "Admin", IsAdmin: true, IsHost: false, new HashSet<Guid>());

    [Theory, EachDatabase]
    public async Task A_host_sees_the_mails_of_own_series_and_an_admin_all(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var (ours, theirs) = (await Series(rig, "ours"), await Series(rig, "theirs"));
        await rig.Owe("one", mail => mail with { SeriesId = ours });
        await rig.Owe("two", mail => mail with { SeriesId = theirs });
        await rig.Owe("enter", mail => mail with { SeriesId = null, IsUrgent = true, Secret = OutboxRig.Secret });

        Assert.Equal(["one@example.org"], await Recipients(rig, Host(ours)));
        Assert.Equal(["enter@example.org", "one@example.org", "two@example.org"], await Recipients(rig, Admin));
        Assert.Empty(await Recipients(rig, Host()));
        Assert.Null(await rig.Get<MailDetail>().Find(Host(ours), (await rig.Row("two")).Id, rig.Now));
        Assert.Null(await rig.Get<MailDetail>().Find(Host(ours), (await rig.Row("enter")).Id, rig.Now));
        Assert.Equal(new MailCounts(0, 1, 0), await rig.Get<MailList>().Count(Host(ours), rig.Now));
    }

    [Theory, EachDatabase]
    public async Task The_list_asks_as_often_for_one_mail_as_for_three(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var series = await Series(rig, "ours");
        await rig.Owe("one", mail => mail with { SeriesId = series });
        var forOne = await Count(rig, Host(series), 1);
        await rig.Owe("two", mail => mail with { SeriesId = series });
        await rig.Owe("three", mail => mail with { SeriesId = series });

        Assert.True(forOne > 0);
        Assert.Equal(forOne, await Count(rig, Host(series), 3));
    }

    [Theory, EachDatabase]
    public async Task The_list_finds_by_state_recipient_and_page(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport((mail, _) =>
            Task.FromResult<SendOutcome>(mail.Recipient.LocalPart == "kestrel" ? new SendOutcome.Refused(550, "no such mailbox") : new SendOutcome.Delivered("250 ok"))));
        var who = Host(await Series(rig, "ours"));
        foreach (var key in new[] { "kestrel", "heron", "harrier" })
        {
            await rig.Owe(key, mail => mail with { SeriesId = who.Series.Single() });
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await rig.Deliver();
        var list = rig.Get<MailList>();

        var failed = Assert.Single((await list.Find(who, new(OutboxState.Failed))).Rows);
        Assert.Equal(("kestrel@example.org", "550 no such mailbox", "ours"), (failed.Recipient, failed.LastError, failed.Series));
        Assert.Equal("heron@example.org", Assert.Single((await list.Find(who, new(Recipient: " HERON@"))).Rows).Recipient);
        var second = await list.Find(who, new(Skip: 1, Take: 1));
        Assert.Equal(("heron@example.org", 3), (Assert.Single(second.Rows).Recipient, second.Total));
        Assert.Equal(new MailCounts(2, 0, 1), await list.Count(who, rig.Now));
    }

    [Theory, EachDatabase]
    public async Task A_mail_is_read_before_and_after_it_leaves_without_its_secrets(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        var who = Host(await Series(rig, "ours"));
        await rig.Owe("one", mail => mail with { SeriesId = who.Series.Single() });
        var id = (await rig.Row("one")).Id;
        var details = rig.Get<MailDetail>();

        var before = await details.Find(who, id, rig.Now);
        Assert.Equal((MailReading.Preview, "Letter 1"), (before!.Text, before.Row.Subject));
        Assert.Null((await rig.Row("one")).Body);
        await rig.Deliver();
        var after = await details.Find(who, id, rig.Now);

        Assert.Equal((MailReading.Written, "Letter 2"), (after!.Text, after.Row.Subject));
        foreach (var words in new[] { before.Words, after.Words })
        {
            Assert.Contains("https://sessions.example.org/my/…", words, StringComparison.Ordinal);
            Assert.DoesNotContain(OutboxRig.Secret, words, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Of_a_sign_in_mail_an_admin_sees_recipient_and_state_alone(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        await rig.Owe("enter", mail => mail with { SeriesId = null, IsUrgent = true, Secret = OutboxRig.Secret });
        var id = (await rig.Row("enter")).Id;

        var waiting = await rig.Get<MailDetail>().Find(Admin, id, rig.Now);
        await rig.Deliver();
        var sent = await rig.Get<MailDetail>().Find(Admin, id, rig.Now);

        Assert.Equal((MailReading.Private, null, null, "enter@example.org"), (waiting!.Text, waiting.Words, waiting.Row.Subject, waiting.Row.Recipient));
        Assert.Equal((MailReading.Private, null, null, OutboxState.Sent), (sent!.Text, sent.Words, sent.Row.Subject, sent.Row.State));
        Assert.Equal(1, rig.Composer.Written);
    }

    [Theory, EachDatabase]
    public async Task A_failed_mail_is_sent_again_word_for_word_by_those_who_may(DatabaseProvider provider)
    {
        var isThere = false;
        var transport = new RecordingTransport((_, _) => Task.FromResult<SendOutcome>(isThere ? new SendOutcome.Delivered("250 ok") : new SendOutcome.Refused(550, "no")));
        await using var rig = await OutboxRig.Create(provider, transport);
        var who = Host(await Series(rig, "ours"));
        await rig.Owe("one", mail => mail with { SeriesId = who.Series.Single() });
        var id = (await rig.Row("one")).Id;
        var retry = rig.Get<RetryMail>();
        Assert.Equal(RetryMailRefusal.NotOpen, (await retry.Run(who, id)).No);
        await rig.Deliver();

        Assert.Equal(RetryMailRefusal.NotFound, (await retry.Run(Host(), id)).No);
        Assert.True((await rig.Get<MailDetail>().Find(who, id, rig.Now))!.MayRetry);
        isThere = true;
        Assert.True((await retry.Run(who, id)).Ok);
        await rig.Deliver();

        Assert.Equal(OutboxState.Sent, (await rig.Row("one")).State);
        Assert.Equal(transport.Taken[0].Bytes.ToArray(), transport.Taken[1].Bytes.ToArray());
        await using var db = rig.Database.Read();
        var audit = await db.Audit.SingleAsync();
        Assert.Equal((who.PersonId, "Sent the mail to o…@example.org again"), (audit.ActorId, audit.Text));
    }

    private static Actor Host(params Guid[] series) => new(Guid.NewGuid(), "Host", IsAdmin: false, IsHost: true, series.ToHashSet());

    private static async Task<Guid> Series(OutboxRig rig, string slug)
    {
        var series = new Series { Slug = slug, Name = slug, Zone = "Europe/London", CreatedAt = rig.Now };
        await rig.Database.Write(db => Task.FromResult(db.Add(series)));
        return series.Id;
    }

    private static async Task<IEnumerable<string>> Recipients(OutboxRig rig, Actor who) =>
        (await rig.Get<MailList>().Find(who, new())).Rows.Select(row => row.Recipient).Order();

    private static async Task<int> Count(OutboxRig rig, Actor who, int rows)
    {
        using var count = rig.CountQueries();
        Assert.Equal(rows, (await rig.Get<MailList>().Find(who, new())).Rows.Count);
        return count.Commands;
    }
}
