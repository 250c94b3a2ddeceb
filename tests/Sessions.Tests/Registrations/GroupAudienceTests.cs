using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Tests.Support;
using static Sessions.Tests.Registrations.MessageRig;

namespace Sessions.Tests.Registrations;

public sealed class GroupAudienceTests
{
    [Theory, EachDatabase]
    public async Task Each_group_is_exactly_the_people_it_names_each_once_and_nobody_of_another_series(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        await Fill(rig);

        var groups = new Dictionary<(GroupAudience, Guid?), string[]>
        {
            [(GroupAudience.Confirmed, rig.Next)] = ["came", "next"],
            [(GroupAudience.Waiting, rig.Later)] = ["offered", "waits"],
            [(GroupAudience.Came, rig.Held)] = ["came", "ticked"],
            [(GroupAudience.Missed, rig.Held)] = ["missed"],
            [(GroupAudience.Upcoming, null)] = ["both", "came", "next"],
            [(GroupAudience.Standing, null)] = ["always"],
            [(GroupAudience.Followers, null)] = ["follows"],
            [(GroupAudience.CameOnce, null)] = ["came", "ticked"],
        };
        foreach (var ((audience, session), people) in groups)
        {
            rig.Rig.Time.Advance(TimeSpan.FromHours(25));
            var before = rig.Transport.Taken.Count;
            var form = To(audience, session, subject: $"To {audience}");
            Assert.Equal(people.Length, (await rig.Send.Preview(rig.Host, rig.Series.Id, form)).Value!.Count.Recipients);
            var id = await rig.Sent(form);
            await rig.SpreadAndDeliver();
            Assert.Equal(people, rig.Transport.Recipients.Skip(before).Order(StringComparer.Ordinal));
            Assert.Equal((people.Length, people.Length), ((await rig.Progress(id)).Sent, (await rig.Read(id)).Count.Recipients));
        }
    }

    [Theory, EachDatabase]
    public async Task Whoever_stopped_news_or_said_it_was_not_them_is_left_out_and_counted(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        foreach (var name in new[] { "ann", "quiet", "blocked" }) await rig.Place(name, rig.Next);
        await rig.Person("quiet", p => p.NewsStoppedAt = rig.Rig.Now);
        await rig.Person("blocked", p => p.BlockedAt = rig.Rig.Now);

        Assert.Equal(new GroupCount(1, 1, 1), (await rig.Send.Preview(rig.Host, rig.Series.Id, To(GroupAudience.Confirmed, rig.Next))).Value!.Count);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        await rig.SpreadAndDeliver();

        Assert.Equal(["ann"], rig.Recipients);
        Assert.Equal(new GroupCount(1, 1, 1), (await rig.Read(id)).Count);
    }

    [Theory, EachDatabase]
    public async Task Whoever_joins_after_it_was_sent_gets_none_and_whoever_leaves_before_theirs_left_neither(DatabaseProvider provider)
    {
        await using var rig = await Create(provider);
        foreach (var name in new[] { "stays", "leaves", "leaves-later", "stops" }) await rig.Place(name, rig.Next);
        var id = await rig.Sent(To(GroupAudience.Confirmed, rig.Next));
        rig.Rig.Time.Advance(TimeSpan.FromMinutes(1));

        await Enter(rig, "joins");
        await Withdraw(rig, "leaves");
        await rig.Spread();
        await Withdraw(rig, "leaves-later");
        await rig.Person("stops", p => p.NewsStoppedAt = rig.Rig.Now);
        await rig.Rig.Deliver();

        Assert.Equal(["stays"], rig.Recipients);
        var facts = await rig.Read(id);
        Assert.Equal((4, 3, 1, 2), (facts.Count.Recipients, facts.Message.Progress.Owed, facts.Message.Progress.Sent, facts.Message.Progress.LeftOut));
        Assert.Contains("no longer in the group", facts.People.Single(p => p.Address == "leaves-later@example.org").Why, StringComparison.Ordinal);
        Assert.Contains("stopped news", facts.People.Single(p => p.Address == "stops@example.org").Why, StringComparison.Ordinal);
    }

    private static async Task Fill(MessageRig rig)
    {
        await rig.Place("came", rig.Held, joined: true);
        await rig.Place("ticked", rig.Held, ticked: true);
        await rig.Place("missed", rig.Held);
        await rig.Place("came", rig.Next);
        await rig.Place("next", rig.Next);
        await rig.Place("left", rig.Next, RegistrationState.Withdrawn);
        await rig.Place("both", rig.Later);
        await rig.Place("waits", rig.Later, RegistrationState.Waitlisted);
        await rig.Place("offered", rig.Later, RegistrationState.Offered);
        await rig.Place("both", rig.Next, RegistrationState.Withdrawn);
        await rig.Standing("always");
        await rig.Standing("once", left: true);
        await rig.Follow("follows");
        await rig.Follow("unfollows", stopped: true);
        await rig.Place("stranger", rig.Foreign, joined: true);
        await rig.Standing("stranger", rig.Other.Id);
        await rig.Follow("stranger", rig.Other.Id);
    }

    private static Task Enter(MessageRig rig, string name) => rig.Database.Write(async db =>
    {
        var person = await Sessions.People.PersonRows.ByAddress(db, Sessions.Mail.EmailAddress.Parse($"{name}@example.org"), null, rig.Rig.Now);
        var session = await db.Sessions.SingleAsync(s => s.Id == rig.Next);
        db.Add(new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = rig.Rig.Now }).Entity.Enter(session, rig.Rig.Now);
    });

    private static Task Withdraw(MessageRig rig, string name) => rig.Database.Write(async db =>
    {
        var place = await db.Registrations.Include(r => r.Session).SingleAsync(r => r.SessionId == rig.Next && r.Person!.Address == $"{name}@example.org");
        place.Withdraw(place.Session!, rig.Rig.Now);
    });
}
