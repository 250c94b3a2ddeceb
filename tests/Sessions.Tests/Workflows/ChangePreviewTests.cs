using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class ChangePreviewTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 20, 9, 0);

    [Theory, EachDatabase]
    public async Task What_moving_says_before_it_is_saved_is_what_the_notice_sends(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await Planned(test.Database);
        var workflow = new MoveSession(test.Database, new FakeTime(Now.ToDateTimeOffset()));
        var to = new NewTime(new LocalDateTime(2023, 11, 2, 12, 0), 60);

        var preview = await workflow.Preview(Host(samples), samples.LastSession.Id, to);
        Assert.Empty(await Spread(test.Database));
        var saved = await workflow.Save(Host(samples), samples.LastSession.Id, to);

        Assert.Equal((2, 1), (preview.Value!.Attendees, preview.Value.Speakers));
        Assert.Equal(preview.Value.Mails, saved.Value!.Mails);
        Assert.Equal(preview.Value.Mails.Select(m => m.Recipient).Order(StringComparer.Ordinal), (await Spread(test.Database)).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_cancelling_says_before_it_is_saved_is_what_the_notice_sends(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await Planned(test.Database);
        var workflow = new CancelSession(test.Database, new FakeTime(Now.ToDateTimeOffset()));

        var preview = await workflow.Preview(Host(samples), samples.LastSession.Id);
        await workflow.Save(Host(samples), samples.LastSession.Id, "The speaker is ill");

        Assert.Equal(["a@example.org", "b@example.org", "speaker@example.org"], preview.Value!.Mails.Select(m => m.Recipient).Order(StringComparer.Ordinal));
        Assert.Equal(preview.Value.Mails.Select(m => m.Recipient).Order(StringComparer.Ordinal), (await Spread(test.Database)).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_host_of_another_series_moves_and_cancels_nothing(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await Planned(test.Database);
        var (id, time) = (samples.LastSession.Id, new FakeTime(Now.ToDateTimeOffset()));
        var stranger = new Actor(Guid.NewGuid(), "", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.NewGuid() });

        Assert.Equal(ChangeRefusal.NotAllowed, (await new MoveSession(test.Database, time).Save(stranger, id, new(new LocalDateTime(2023, 11, 2, 12, 0), 60))).No);
        Assert.Equal(ChangeRefusal.NotAllowed, (await new CancelSession(test.Database, time).Save(stranger, id, null)).No);
        Assert.Empty(await Spread(test.Database));
    }

    private static Actor Host(Samples samples) => new(Guid.NewGuid(), "A host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });

    /// <summary>One with a place, one in the line, one who left, a speaker who said yes and one who said no.</summary>
    private static async Task<Samples> Planned(Database database)
    {
        var samples = await new Samples(database).Series("weekly").Session("one", with: s => s.Capacity = 1)
            .Speaker("Ada Example", with: a => a.Accept(Now), person: p => p.Address = "speaker@example.org")
            .Speaker("Gone Example", with: a => a.Decline(null, Now), person: p => p.Address = "gone@example.org").Save();
        await database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == samples.LastSession.Id);
            foreach (var name in new[] { "a", "b", "left" })
            {
                var person = new Person { Address = $"{name}@example.org", CreatedAt = Now };
                var registration = new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = Now };
                registration.Enter(session, Now);
                if (name == "left") registration.Withdraw(session, Now);
                db.AddRange(person, registration);
            }
        });
        return samples;
    }

    /// <summary>What the job makes of every open notice.</summary>
    private static async Task<IReadOnlyList<string>> Spread(Database database)
    {
        await database.Write(async db =>
        {
            foreach (var notice in await db.Notices.Where(n => n.DoneAt == null).ToListAsync()) await new SessionChangeSpreader().Spread(db, notice, Now);
        });
        await using var read = database.Read();
        return await read.Outbox.Where(m => m.State == OutboxState.Waiting).Select(m => m.Recipient).ToListAsync();
    }
}
