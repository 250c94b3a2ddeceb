using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Registrations;

/// <summary>One session of a series in a real database, the services around it, and the mails as they would leave.</summary>
internal sealed class House : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2023, 10, 20, 9, 0);

    private readonly TestDatabase _test;
    private readonly OutboxComposer _composer;

    private House(TestDatabase test, Samples samples, bool reads)
    {
        (_test, Samples) = (test, samples);
        Service = new(test.Database, Time, Links, new Logger<RegistrationService>(new LoggerFactory([Log])));
        Standing = new(test.Database, Time, Links);
        Offers = new(test.Database, Time, Links);
        Attendance = new(test.Database, Time, Links);
        Lists = new(test.Database, Time);
        AtTheDoor = new(test.Database, Links);
        Reminders = new(test.Database, Time);
        Chaser = new(test.Database, Time);
        Personal = new(test.Database, Time, Links);
        My = new(test.Database, Links);
        Speakers = new(test.Database, Time);
        Notices = new(test.Database, [new SessionChangeSpreader(), new SpeakerPlacesSpreader(), new PlacesSpreader(), new TalkMoveSpreader(), new EnrolmentSpreader(), new AnnouncementSpreader(), new OfferSpreader(), new GroupMessageSpreader(),
            new RemindersSpreader(RemindersJob.ReminderNotice, RegistrationMail.Reminder), new RemindersSpreader(RemindersJob.FollowUpNotice, RegistrationMail.FollowUp)], Time, NullLogger<NoticeJob>.Instance);
        var rsvp = new RsvpAddress(Links, new(reads ? new(EmailAddress.Parse("rsvp@example.org"), "mx.example.org") : null));
        Mails = new(test.Database, Time, rsvp);
        var (outbox, events) = (new OutboxOptions(EmailAddress.Parse("sessions@example.org"), Site.Name), new InvitationEvent(Site, rsvp, Links, Words<InvitationEvent>()));
        var mail = new SessionMail(Site, Links, Words<SessionMail>());
        var recurring = new RecurringWriter(outbox, rsvp, events, mail);
        var writer = new InvitationWriter(outbox, rsvp, events, recurring);
        Composers =
        [
            new RegistrationEmails(writer, mail, Words<RegistrationEmails>()),
            new SessionChangeEmails(writer, mail, Site, Links, Words<SessionChangeEmails>()),
            new PersonalLinkEmails(Site, Links, mail, Words<PersonalLinkEmails>()),
            new OwnDataEmails(Site, Words<OwnDataEmails>()),
            new MovedOverEmails(writer, mail, Words<MovedOverEmails>()),
            new SpeakerAskedEmails(writer, mail, Links, Site, Words<SpeakerAskedEmails>()),
            new SpeakerMissingEmails(mail, Links, Site, Words<SpeakerMissingEmails>()),
            new TalkMovedEmails(writer, mail, Site, Links, Words<TalkMovedEmails>()),
            new SpeakerReleasedEmails(writer, mail, Words<SpeakerReleasedEmails>()),
            new ReminderEmails(writer, mail, Site, Words<ReminderEmails>()),
            new StandingEmails(writer, recurring, mail, Site, Words<StandingEmails>()),
            new FollowerEmails(mail, Site, Words<FollowerEmails>()),
            new LetterEmails(Site, Words<LetterEmails>()), new ArchiveNoticeEmails(Site, Words<ArchiveNoticeEmails>()),
            new ProposalEmails(mail, Site, Links, Words<ProposalEmails>()),
            new GroupMessageEmails(mail, Site, Words<GroupMessageEmails>()),
        ];
        OwnWords = new(Words<WordingWriter>());
        _composer = new(Composers, outbox, OwnWords);
        Wording = new(test.Database, Time);
        Previews = new(test.Database, _composer, Time, Words<PreviewMail>());
    }

    public FakeTime Time { get; } = new(Now.ToDateTimeOffset());

    public StandingLinks Links { get; } = new(new byte[32]);

    public SiteOptions Site { get; } = new(new("https://sessions.example.org"), "Open data");

    public Samples Samples { get; }

    public LogLines Log { get; } = new();

    public RegistrationService Service { get; }

    public StandingService Standing { get; }

    public OfferService Offers { get; }

    public AttendanceService Attendance { get; }

    public AttendanceImportService Lists { get; }

    public AttendanceQueries AtTheDoor { get; }

    public RemindersJob Reminders { get; }

    public ChaserJob Chaser { get; }

    public PersonalService Personal { get; }

    public MyQueries My { get; }

    public SpeakerService Speakers { get; }

    public TakeMail Mails { get; }

    public NoticeJob Notices { get; }

    public IReadOnlyList<IMailComposer> Composers { get; }

    public OutboxComposer Composer => _composer;

    public WordingWriter OwnWords { get; }

    public WordingService Wording { get; }

    public PreviewMail Previews { get; }

    public Guid HostId { get; } = Guid.CreateVersion7();

    public Actor Host => new(HostId, "Host", IsAdmin: true, IsHost: false, new HashSet<Guid>());

    public Database Database => _test.Database;

    public Guid SessionId => Samples.LastSession.Id;

    public Guid SeriesId => Samples.LastSeries.Id;

    /// <param name="asks">Freed places are offered, as by default; else they are given at once.</param>
    /// <param name="reads">A mailbox is read, so that entries ask for an answer.</param>
    public static async Task<House> Create(DatabaseProvider provider, int? capacity = null, Action<Samples>? with = null, bool asks = false, bool reads = false)
    {
        var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("weekly", "Open data", s => (s.Venue, s.Terms) = (new("https://room.example.org/secret"), asks ? new() : new(OfferHours: 0)));
        if (with is null) samples.Session("one", title: "Virtual wards", number: 41, with: s => s.Capacity = capacity);
        else with(samples);
        await samples.Save();
        return new(test, samples, reads);
    }

    public async Task<Registration> Place(string address)
    {
        await using var db = Database.Read();
        return await db.Registrations.Include(r => r.Person).SingleAsync(r => r.Person!.Address == address && r.SessionId == SessionId);
    }

    public async Task<Registration?> Place(string address, Guid session)
    {
        await using var db = Database.Read();
        return await db.Registrations.Include(r => r.Person).SingleOrDefaultAsync(r => r.Person!.Address == address && r.SessionId == session);
    }

    public async Task<string> MyToken(string address) => Links.My((await Place(address)).Person!);

    /// <summary>Composes what is owed, oldest first, each in a write of its own as a delivery would, and marks it sent.</summary>
    public async Task<List<(OutboxMessage Row, ComposedMail Mail)>> Deliver()
    {
        var now = Time.Now();
        var mails = new List<(OutboxMessage, ComposedMail)>();
        foreach (var owed in (await Owed()).Where(m => m.DueAt <= now))
        {
            if (await Database.Write(db => Compose(db, owed.Id, now), RowLocks.Person(owed.PersonId)) is { } mail) mails.Add(mail);
        }

        return mails;
    }

    private async Task<(OutboxMessage, ComposedMail)?> Compose(SessionsDb db, Guid id, Instant now)
    {
        var row = await db.Outbox.SingleAsync(m => m.Id == id);
        if (row.State != OutboxState.Waiting) return null;
        var mail = await _composer.Compose(db, row, now);
        if (mail is null)
        {
            row.Drop(null);
            return null;
        }

        var messageId = MessageId.FromKey(row.Key, "example.org");
        row.Identify(mail.Subject, messageId);
        row.MarkSent(now);
        mail.Identified?.Invoke(messageId);
        return (row, mail);
    }

    public async Task<List<OutboxMessage>> Owed()
    {
        await using var db = Database.Read();
        return await db.Outbox.Where(m => m.State == OutboxState.Waiting).OrderBy(m => m.DueAt).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static StringLocalizer<T> Words<T>() =>
        new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
