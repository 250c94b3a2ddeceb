using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Archive.Counts;
using Sessions.Archive.Links;
using Sessions.Archive.Media;
using Sessions.Archive.Reports;
using Sessions.Community;
using Sessions.Data.Search;
using Sessions.Data.Tables;
using Sessions.Invitations;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;

namespace Sessions.Data;

/// <summary>The tables. Read through <see cref="Database.Read"/>, written through <see cref="Database.Write{T}"/>, never otherwise.</summary>
internal abstract class SessionsDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<HostGrant> HostGrants => Set<HostGrant>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<Credential> Credentials => Set<Credential>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<ApiRequest> ApiRequests => Set<ApiRequest>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<PersonNote> PersonNotes => Set<PersonNote>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Series> Series => Set<Series>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<UndoStep> UndoSteps => Set<UndoStep>();
    public DbSet<RunningOrderItem> RunningOrder => Set<RunningOrderItem>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Recording> Recordings => Set<Recording>();

    public DbSet<CaptionTrack> CaptionTracks => Set<CaptionTrack>();
    public DbSet<FileUse> FileUses => Set<FileUse>();
    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<ResourceVersion> ResourceVersions => Set<ResourceVersion>();

    public DbSet<MediaWork> MediaWork => Set<MediaWork>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<WriteUp> WriteUps => Set<WriteUp>();
    public DbSet<Appearance> Appearances => Set<Appearance>();
    public DbSet<TalkMove> TalkMoves => Set<TalkMove>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProposalMessage> ProposalMessages => Set<ProposalMessage>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<StandingRegistration> Standing => Set<StandingRegistration>();
    public DbSet<Follower> Followers => Set<Follower>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<QuestionAnswer> QuestionAnswers => Set<QuestionAnswer>();
    public DbSet<Feedback> Feedback => Set<Feedback>();
    public DbSet<GroupMessage> GroupMessages => Set<GroupMessage>();
    public DbSet<SiteText> SiteTexts => Set<SiteText>();
    public DbSet<RecurringEntry> RecurringEntries => Set<RecurringEntry>();

    public DbSet<CalendarEntry> CalendarEntries => Set<CalendarEntry>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<InboundMail> InboundMail => Set<InboundMail>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<OutboxBody> OutboxBodies => Set<OutboxBody>();
    public DbSet<MailPause> MailPauses => Set<MailPause>();
    public DbSet<MailHold> MailHolds => Set<MailHold>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<SearchSession> SearchSessions => Set<SearchSession>();
    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();
    public DbSet<SearchState> SearchStates => Set<SearchState>();

    /// <summary>The public sessions that hold the words, each once and with its score, in no order.</summary>
    public abstract IQueryable<SearchMatch> Match(SearchQuery query);

    /// <summary>
    /// For the rest of this context, of which nothing is saved. PostgreSQL plans as if the long texts stood in their rows, and would rather read all
    /// of them than the index.
    /// </summary>
    public virtual Task PreferIndexes() => Task.CompletedTask;

    protected override void OnModelCreating(ModelBuilder model)
    {
        PeopleTables.Map(model);
        SchedulingTables.Map(model);
        ArchiveTables.Map(model);
        SpeakersTables.Map(model);
        RegistrationsTables.Map(model);
        CommunityTables.Map(model);
        InvitationsTables.Map(model);
        OutboxTables.Map(model);
        SearchTables.Map(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>().HaveMaxLength(10);
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>().HaveMaxLength(8);
        conventions.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>().HaveMaxLength(19);
        conventions.Properties<Enum>().HaveConversion<int>();
        MapInstants(conventions);
    }

    /// <summary>INTEGER ticks on SQLite (it can't order timestamps with offsets), timestamptz on PostgreSQL.</summary>
    protected abstract void MapInstants(ModelConfigurationBuilder conventions);
}
