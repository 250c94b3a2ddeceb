using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using static Sessions.Tests.Registrations.MessageRig;

namespace Sessions.Tests.Registrations;

public sealed class GroupMessageLimitsTests
{
    [Theory, EachDatabase]
    public async Task The_same_message_twice_is_one_and_ten_in_a_day_are_the_most(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Follow("ann");
        var form = To(GroupAudience.Followers);
        var both = await Task.WhenAll(rig.Send.Save(rig.Host, rig.Series.Id, form), rig.Send.Save(rig.Host, rig.Series.Id, form));
        Assert.Equal(both[0].Value!.Id, both[1].Value!.Id);
        for (var i = 2; i <= GroupMessageRules.MostInADay; i++) await rig.Sent(form with { Subject = $"Number {i}" });

        Assert.Equal(GroupMessageRefusal.TooManyToday, (await rig.Send.Save(rig.Host, rig.Series.Id, form with { Subject = "One more" })).No);
        Assert.True((await rig.Send.Save(rig.Host, rig.Series.Id, form)).Ok);
        rig.Rig.Time.Advance(TimeSpan.FromHours(24));
        await rig.Sent(form);
        await using var db = rig.Database.Read();
        Assert.Equal(11, await db.GroupMessages.CountAsync());
        Assert.Equal(11, await db.Audit.CountAsync(a => a.ActorId == rig.HostPerson.Id && a.SeriesId == rig.Series.Id));
    }

    [Theory, EachDatabase]
    public async Task A_test_goes_to_its_author_alone_says_so_and_is_limited(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        for (var i = 0; i < GroupMessageRules.MostTestsInAnHour; i++)
            Assert.Equal("hanna@example.org", (await rig.Send.Test(rig.Host, rig.Series.Id, To(GroupAudience.Confirmed, rig.Next))).Value);
        Assert.Equal(GroupMessageRefusal.TooManyTests, (await rig.Send.Test(rig.Host, rig.Series.Id, To(GroupAudience.Confirmed, rig.Next))).No);
        await rig.SpreadAndDeliver();

        Assert.All(rig.Recipients, name => Assert.Equal("hanna", name));
        Assert.Contains("Subject: Test: About the room", System.Text.Encoding.UTF8.GetString(rig.Transport.Taken[0].Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(0, (await rig.Rig.Get<MessageList>().Read(rig.Host, "weekly", rig.Rig.Now))!.Total);
    }

    [Theory, EachDatabase]
    public async Task A_test_is_forgotten_after_thirty_days_and_what_went_to_people_is_not(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Follow("ann");
        await rig.Send.Test(rig.Host, rig.Series.Id, To(GroupAudience.Followers));
        await rig.Sent(To(GroupAudience.Followers));
        rig.Rig.Time.Advance(TimeSpan.FromDays(29));
        await rig.Rig.Get<TestMessageJob>().Run(CancellationToken.None);
        await using (var db = rig.Database.Read()) Assert.Equal(2, await db.GroupMessages.CountAsync());

        rig.Rig.Time.Advance(TimeSpan.FromDays(2));
        await rig.Rig.Get<TestMessageJob>().Run(CancellationToken.None);

        await using var after = rig.Database.Read();
        Assert.False((await after.GroupMessages.SingleAsync()).IsTest);
    }

    [Theory, EachDatabase]
    public async Task Only_hosts_of_the_series_write_to_its_people_hold_it_back_and_read_what_became_of_it(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        var helper = rig.Host with { Series = new HashSet<Guid>(), IsHost = false, Helps = new HashSet<Guid> { rig.Series.Id } };
        var stranger = rig.Host with { Series = new HashSet<Guid> { rig.Other.Id } };
        foreach (var who in new[] { helper, stranger })
        {
            Assert.Equal(GroupMessageRefusal.NotAllowed, (await rig.Send.Save(who, rig.Series.Id, To(GroupAudience.Followers))).No);
            Assert.Equal(GroupMessageRefusal.NotAllowed, (await rig.Send.Preview(who, rig.Series.Id, To(GroupAudience.Followers))).No);
            Assert.Equal(GroupMessageRefusal.NotAllowed, (await rig.Send.Test(who, rig.Series.Id, To(GroupAudience.Followers))).No);
            Assert.Equal(GroupMessageRefusal.NotAllowed, await rig.Service.Pause(who, rig.Series.Id, id));
            Assert.Equal(GroupMessageRefusal.NotAllowed, await rig.Service.Resume(who, rig.Series.Id, id));
            Assert.Equal(GroupMessageRefusal.NotAllowed, (await rig.Service.Stop(who, rig.Series.Id, id)).No);
            Assert.Null(await rig.Rig.Get<MessageList>().Read(who, "weekly", rig.Rig.Now));
            Assert.Null(await rig.Rig.Get<MessageView>().Find(who, "weekly", id, new(), rig.Rig.Now));
            Assert.Null(await rig.Rig.Get<MessageChoices>().Read(who, "weekly", null, rig.Rig.Now));
        }

        // By way of a series of one's own: neither another's session nor another's message.
        Assert.Equal(GroupMessageRefusal.NotFound, (await rig.Send.Save(stranger, rig.Other.Id, To(GroupAudience.Confirmed, rig.Next))).No);
        Assert.Equal(GroupMessageRefusal.NotFound, await rig.Service.Pause(stranger, rig.Other.Id, id));
        Assert.Null(await rig.Rig.Get<MessageView>().Find(stranger, "other", id, new(), rig.Rig.Now));
    }

    [Theory, EachDatabase]
    public async Task What_can_not_be_sent_is_refused_by_name(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Place("ann", rig.Next);
        var good = To(GroupAudience.Confirmed, rig.Next);
        var refused = new Dictionary<GroupMessageForm, GroupMessageRefusal>
        {
            [good with { Audience = (GroupAudience)99 }] = GroupMessageRefusal.AudienceUnknown,
            [good with { SessionId = null }] = GroupMessageRefusal.AudienceUnknown,
            [good with { Audience = GroupAudience.Followers }] = GroupMessageRefusal.AudienceUnknown,
            [good with { Subject = " \r\n" }] = GroupMessageRefusal.SubjectMissing,
            [good with { Subject = new('a', 151) }] = GroupMessageRefusal.SubjectTooLong,
            [good with { Text = "\u202E" }] = GroupMessageRefusal.TextMissing,
            [good with { Text = new('a', 10_001) }] = GroupMessageRefusal.TextTooLong,
            [good with { Audience = GroupAudience.Missed }] = GroupMessageRefusal.NotOver,
            [good with { SessionId = rig.Later }] = GroupMessageRefusal.Nobody,
            [good with { SessionId = rig.Foreign }] = GroupMessageRefusal.NotFound,
        };
        foreach (var (form, no) in refused) Assert.Equal(no, (await rig.Send.Save(rig.Host, rig.Series.Id, form)).No);
        Assert.Null((await rig.Send.Preview(rig.Host, rig.Series.Id, good with { SessionId = rig.Later })).Value!.Recipient);
        Assert.Equal(GroupMessageRefusal.NoAddress, (await rig.Send.Test(rig.Host with { PersonId = Guid.NewGuid() }, rig.Series.Id, good)).No);
        await using var db = rig.Database.Read();
        Assert.Empty(await db.GroupMessages.ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task The_list_asks_as_much_for_one_message_as_for_three(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await rig.Follow("ann");
        await rig.Place("ben", rig.Next);
        await rig.Sent(To(GroupAudience.Followers));
        var one = await Count(rig, 1);
        await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await rig.Sent(To(GroupAudience.Upcoming));

        Assert.Equal(one, await Count(rig, 3));
    }

    private static async Task<int> Count(MessageRig rig, int messages)
    {
        using var count = rig.Rig.CountQueries();
        var list = (await rig.Rig.Get<MessageList>().Read(rig.Host, "weekly", rig.Rig.Now))!;
        Assert.Equal(messages, list.Messages.Count);
        return count.Commands;
    }
}
