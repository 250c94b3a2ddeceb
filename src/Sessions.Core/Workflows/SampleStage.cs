using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>
/// The next session of a series and somebody in it, brought to where each of its mails is owed: the same steps as in life.
/// For <see cref="Database.Try{T}"/> alone.
/// </summary>
internal sealed class SampleStage
{
    private static readonly Duration Soon = Duration.FromDays(1);
    private static readonly Duration Late = Duration.FromDays(10);

    private readonly SessionsDb _db;
    private readonly Func<Task> _save;
    private readonly OutboxComposer _composer;
    private readonly Session _session;
    private readonly Person _person;
    private readonly Guid _hostId;
    private readonly Instant _now;

    private SampleStage(SessionsDb db, Func<Task> save, OutboxComposer composer, Session session, Person person, Guid hostId, Instant now) =>
        (_db, _save, _composer, _session, _person, _hostId, _now) = (db, save, composer, session, person, hostId, now);

    /// <summary>The series has no date to come.</summary>
    public bool IsMadeUp { get; private init; }

    private Series Series => _session.Series!;

    public static async Task<SampleStage> Set(SessionsDb db, Func<Task> save, OutboxComposer composer, Series series, Actor who, string? name, Instant now)
    {
        var next = await db.Sessions.Include(s => s.Series).Where(s => s.SeriesId == series.Id && s.CancelledAt == null && s.When.Start > now)
            .OrderBy(s => s.PublishedAt == null).ThenBy(s => s.When.Start).FirstOrDefaultAsync();
        var session = next ?? Made(db, series, now.InZone(SessionClock.Zone(series.Zone)).Date.PlusDays(14), now);
        session.PublishedAt ??= now;
        var person = await Somebody(db, "kim", name, now);
        await save();
        return new(db, save, composer, session, person, who.PersonId, now) { IsMadeUp = next is null };
    }

    /// <returns>The mail that is owed then, and when it is written.</returns>
    public async Task<(OutboxMessage Row, Instant At)> Owe(string slot) => slot switch
    {
        RegistrationMail.Waitlisted => Mail(RegistrationMail.Waitlisted, Waiting().Id),
        RegistrationMail.Offered or RegistrationMail.OfferEnds => Mail(slot, Offered().Id),
        RegistrationMail.OfferLapsed => Mail(slot, Withdrawn(Offered()).Id),
        RegistrationMail.Withdrawn => Mail(slot, Withdrawn(Linked(await Told())).Id),
        RegistrationMail.Reminder => Mail(slot, (await Told()).Id, Instant.Max(_now, _session.When.Start!.Value - Soon)),
        RegistrationMail.FollowUp => Mail(slot, Seen(Place()).Id, _session.When.End!.Value + Soon),
        WordingSlots.Missed => Mail(RegistrationMail.FollowUp, Place().Id, _session.When.End!.Value + Soon),
        RegistrationMail.Moved => await Moved(),
        RegistrationMail.Cancelled => await Cancelled(),
        RegistrationMail.TalkMoved => await HeardOfTalk(),
        ProgrammeWriter.MovedKind => TalkMoved(_person, ProgrammeWriter.MovedKind),
        ProgrammeWriter.AskedKind => Mail(slot, Asked().Id),
        ChaserRows.Kind => Mail(slot, Asked(before: Late).PersonId, Instant.Max(_now, _session.When.Start!.Value - Soon)),
        ProgrammeWriter.ReleasedKind => await Released(),
        RegistrationMail.StandingConfirmed => Mail(slot, (await Standing()).Id),
        RegistrationMail.StandingLeft => await Left(),
        RegistrationMail.Following => Mail(slot, Follower().Id),
        RegistrationMail.Announced => Announced(),
        _ => Mail(slot, Place().Id),
    };

    private OutboxMessage Row(string kind, Guid subject) => new()
    {
        Key = $"sample:{subject}:{kind}",
        Kind = kind,
        SubjectId = subject,
        PersonId = _person.Id,
        Recipient = _person.Address!,
        SeriesId = _session.SeriesId,
        SessionId = _session.Id,
        Lane = 1,
        DueAt = _now,
        ExpiresAt = _session.When.End!.Value,
        CreatedAt = _now,
    };

    private (OutboxMessage Row, Instant At) Mail(string kind, Guid subject, Instant? at = null) => (Row(kind, subject), at ?? _now);

    private Registration Entered(Guid? standing = null)
    {
        var place = _db.Add(new Registration { SessionId = _session.Id, PersonId = _person.Id, StandingId = standing, CreatedAt = _now }).Entity;
        place.Enter(_session, _now);
        return place;
    }

    private Registration Place(Guid? standing = null)
    {
        var place = Entered(standing);
        if (place.State != RegistrationState.Confirmed) place.Promote(_session, _now);
        return place;
    }

    private Registration Waiting()
    {
        _session.Capacity = Math.Min(_session.Capacity ?? int.MaxValue, _session.Confirmed + _session.Offered + _session.Held);
        return Entered();
    }

    private Registration Offered()
    {
        var place = Entered();
        var start = _session.When.Start!.Value;
        place.Offer(_session, OfferRule.EndsAt(start, Series.Terms, _now) ?? _now + (start - _now) / 2, _now);
        return place;
    }

    private Registration Withdrawn(Registration place)
    {
        place.Withdraw(_session, _now);
        return place;
    }

    /// <summary>They opened their page: the address is theirs.</summary>
    private T Linked<T>(T what)
    {
        _person.Answered(_now);
        return what;
    }

    private Registration Seen(Registration place)
    {
        place.TickedAt = _session.When.Start;
        return place;
    }

    /// <summary>With the entry in their calendar.</summary>
    private async Task<Registration> Told()
    {
        var place = Place();
        await Write(Row(RegistrationMail.Confirmed, place.Id));
        return place;
    }

    private async Task Write(OutboxMessage row)
    {
        await _save();
        await _composer.Compose(_db, row, _now);
        await _save();
    }

    private async Task<(OutboxMessage, Instant)> Moved()
    {
        await Told();
        var when = _session.When;
        _session.Move(SessionTime.Exact(when.Date!.Value.PlusDays(1).At(when.LocalStart!.Value), when.Zone, _session.DurationMinutes), _now);
        return Mail(RegistrationMail.Moved, _session.Id);
    }

    private async Task<(OutboxMessage, Instant)> Cancelled()
    {
        await Told();
        _session.Cancel(_hostId, null, _now);
        return Mail(RegistrationMail.Cancelled, _session.Id);
    }

    /// <param name="before">How long ago they were asked.</param>
    private Appearance Asked(Duration before = default)
    {
        var appearance = _db.Add(new Appearance { SessionId = _session.Id, PersonId = _person.Id, Position = 0, CreatedAt = _now }).Entity;
        appearance.Ask(_now - before);
        return appearance;
    }

    private async Task<(OutboxMessage, Instant)> Released()
    {
        var appearance = Asked();
        await Write(Row(ProgrammeWriter.AskedKind, appearance.Id));
        _db.Remove(appearance);
        return Mail(ProgrammeWriter.ReleasedKind, _session.Id);
    }

    private async Task<(OutboxMessage, Instant)> HeardOfTalk()
    {
        Place();
        return TalkMoved(await Somebody(_db, "pat", "Pat Example", _now), RegistrationMail.TalkMoved);
    }

    private (OutboxMessage, Instant) TalkMoved(Person speaker, string kind)
    {
        var other = Made(_db, Series, _session.When.Date!.Value.PlusDays(7), _now);
        var appearance = _db.Add(new Appearance { SessionId = other.Id, PersonId = speaker.Id, Position = 0, CreatedAt = _now }).Entity;
        appearance.Accept(_now);
        var move = _db.Add(new TalkMove { AppearanceId = appearance.Id, FromSessionId = _session.Id, ToSessionId = other.Id, ById = _hostId, At = _now, Asks = true }).Entity;
        return Mail(kind, move.Id);
    }

    private async Task<StandingRegistration> Standing()
    {
        var order = (await _db.Standing.Where(s => s.SeriesId == Series.Id).MaxAsync(s => (long?)s.Order) ?? 0) + 1;
        var standing = _db.Add(new StandingRegistration { SeriesId = Series.Id, PersonId = _person.Id, Order = order, JoinedAt = _now }).Entity;
        Place(standing.Id);
        foreach (var later in await _db.Sessions.Where(s => s.SeriesId == Series.Id && s.Id != _session.Id && s.PublishedAt != null && s.CancelledAt == null && s.When.Start > _now).ToListAsync())
            _db.Add(new Registration { SessionId = later.Id, PersonId = _person.Id, StandingId = standing.Id, CreatedAt = _now }).Entity.Enter(later, _now);
        return standing;
    }

    private async Task<(OutboxMessage, Instant)> Left()
    {
        var standing = Linked(await Standing());
        standing.Leave(_now);
        return Mail(RegistrationMail.StandingLeft, standing.Id);
    }

    private Follower Follower() => _db.Add(new Follower { SeriesId = Series.Id, PersonId = _person.Id, Order = long.MaxValue, Since = _now }).Entity;

    private (OutboxMessage, Instant) Announced()
    {
        Follower();
        _session.AnnouncedIn = Guid.CreateVersion7();
        return Mail(RegistrationMail.Announced, _session.AnnouncedIn.Value);
    }

    private static Session Made(SessionsDb db, Series series, LocalDate date, Instant now)
    {
        var id = Guid.CreateVersion7();
        return db.Add(new Session
        {
            Id = id,
            SeriesId = series.Id,
            Series = series,
            Slug = $"sample-{id:n}",
            When = SessionTime.Unknown(series.Zone),
            DurationMinutes = series.DurationMinutes,
            PublishedAt = now,
            CreatedAt = now,
        }).Entity.At(SessionTime.Exact(date.At(series.LocalStart), series.Zone, series.DurationMinutes));
    }

    /// <summary>At an address of the reserved domain that is nobody's yet.</summary>
    private static async Task<Person> Somebody(SessionsDb db, string local, string? name, Instant now)
    {
        var address = $"{local}@example.org";
        if (await db.People.AnyAsync(p => p.Address == address)) address = $"{local}.{Guid.CreateVersion7():n}@example.org";
        return db.Add(new Person { Address = address, Name = name, CreatedAt = now }).Entity;
    }
}
