using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Outbox;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Registrations;

/// <summary>A series with a session that was held and two to come, and the whole way of a message to its people: sent, spread, claimed, taken by a server.</summary>
internal sealed class MessageRig : IAsyncDisposable
{
    public static readonly StandingLinks Links = new(new byte[32]);

    private MessageRig(OutboxRig rig, RecordingTransport transport, Series series, Series other) => (Rig, Transport, Series, Other) = (rig, transport, series, other);

    public OutboxRig Rig { get; }

    public RecordingTransport Transport { get; }

    public Series Series { get; }

    public Series Other { get; }

    public Guid Held { get; private set; }

    public Guid Next { get; private set; }

    public Guid Later { get; private set; }

    public Guid Foreign { get; private set; }

    public Database Database => Rig.Database;

    public Person HostPerson { get; } = new() { Name = "Hanna Host", Address = "hanna@example.org", ProvenAt = Instant.FromUtc(2026, 1, 1, 0, 0) };

    public Actor Host => new(HostPerson.Id, "Hanna Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { Series.Id });

    public SendMessage Send => Rig.Get<SendMessage>();

    public GroupMessageService Service => Rig.Get<GroupMessageService>();

    public IEnumerable<string> Recipients => Transport.Recipients.Order(StringComparer.Ordinal);

    public static async Task<MessageRig> Create(DatabaseProvider provider, Func<OutgoingMail, CancellationToken, Task<SendOutcome>>? answer = null)
    {
        var transport = new RecordingTransport(answer);
        var outbox = await OutboxRig.Create(provider, transport, services => services.AddSingleton(Links).AddRegistrations().AddInvitations());
        var samples = new Samples(outbox.Database);
        var other = samples.Series("other", "Other").Session("o", Samples.At(2026, 12, 1));
        var (otherSeries, foreign) = (other.LastSeries, other.LastSession);
        samples.Series("weekly", "Open data");
        var rig = new MessageRig(outbox, transport, samples.LastSeries, otherSeries) { Foreign = foreign.Id };
        rig.Held = samples.Session("held", Samples.At(2026, 11, 10), "Held", 1).LastSession.Id;
        rig.Next = samples.Session("next", Samples.At(2026, 12, 1), "Next", 2).LastSession.Id;
        rig.Later = samples.Session("later", Samples.At(2026, 12, 8), "Later", 3).LastSession.Id;
        await samples.Add(rig.HostPerson).Save();
        return rig;
    }

    /// <summary>Also where they are known already.</summary>
    public Task<Guid> Person(string name, Action<Person>? with = null) => Database.Write(async db =>
    {
        var person = await PersonRows.ByAddress(db, EmailAddress.Parse($"{name}@example.org"), null, Rig.Now);
        with?.Invoke(person);
        return person.Id;
    });

    public Task Place(string name, Guid session, RegistrationState state = RegistrationState.Confirmed, bool joined = false, bool ticked = false) => Database.Write(async db =>
    {
        var since = Rig.Now - Duration.FromDays(1);
        var person = await PersonRows.ByAddress(db, EmailAddress.Parse($"{name}@example.org"), null, since);
        var of = await db.Sessions.SingleAsync(s => s.Id == session);
        of.Capacity = state == RegistrationState.Confirmed ? null : 0;
        var place = db.Add(new Registration { SessionId = session, PersonId = person.Id, CreatedAt = since }).Entity;
        place.Enter(of, since);
        if (state == RegistrationState.Offered) place.Offer(of, Rig.Now + Duration.FromDays(1), since);
        if (state == RegistrationState.Withdrawn) place.Withdraw(of, since);
        (place.JoinedAt, place.TickedAt) = (joined ? since : null, ticked ? since : null);
    });

    public async Task Many(int people)
    {
        for (var i = 0; i < people; i++) await Place($"p{i:000}", Next);
    }

    public Task Standing(string name, Guid? series = null, bool left = false) => Database.Write(async db =>
    {
        var since = Rig.Now - Duration.FromDays(1);
        var person = await PersonRows.ByAddress(db, EmailAddress.Parse($"{name}@example.org"), null, since);
        var standing = db.Add(new StandingRegistration { SeriesId = series ?? Series.Id, PersonId = person.Id, Order = await db.Standing.CountAsync() + 1, JoinedAt = since }).Entity;
        if (left) standing.Leave(since);
    });

    public Task Follow(string name, Guid? series = null, bool stopped = false) => Database.Write(async db =>
    {
        var since = Rig.Now - Duration.FromDays(1);
        var person = await PersonRows.ByAddress(db, EmailAddress.Parse($"{name}@example.org"), null, since);
        var follower = db.Add(new Follower { SeriesId = series ?? Series.Id, PersonId = person.Id, Order = await db.Followers.CountAsync() + 1, Since = since }).Entity;
        if (stopped) follower.Stop(since);
    });

    public static GroupMessageForm To(GroupAudience audience, Guid? session = null, string subject = "About the room", string text = "Hello.\n\nThe room is https://example.org/room.") => new(audience, session, subject, text);

    /// <summary>As a host who presses Send; it has to work.</summary>
    public async Task<Guid> Sent(GroupMessageForm form)
    {
        var answer = await Send.Save(Host, Series.Id, form);
        Assert.True(answer.Ok, $"{answer.No}");
        return answer.Value!.Id;
    }

    public Task Spread() => Rig.Get<NoticeJob>().Run(default);

    public async Task SpreadAndDeliver()
    {
        await Spread();
        await Rig.Deliver();
    }

    public async Task<MessageFacts> Read(Guid id, OutboxState? state = null) =>
        (await Rig.Get<MessageView>().Find(Host, "weekly", id, new(state, 0, 200), Rig.Now))!;

    public async Task<MessageProgress> Progress(Guid id) => (await Read(id)).Message.Progress;

    public ValueTask DisposeAsync() => Rig.DisposeAsync();
}
