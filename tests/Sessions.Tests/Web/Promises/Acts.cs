using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Archive.Links;
using Sessions.Archive.Media;
using Sessions.Archive.Reports;
using Sessions.Community;
using Sessions.Data;
using Sessions.Files;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;
using Sessions.Workflows;

namespace Sessions.Tests.Web.Promises;

/// <summary>Every act of Core that a page or endpoint can call, filled in. The console posts no forms, so this is where its fields end.</summary>
/// <param name="actor">Who acts; null is an admin.</param>
internal sealed class Acts(WholeSite site, Actor? actor = null)
{
    private static readonly LocalDateTime Later = new(2060, 6, 2, 12, 0);

    private int _planned;

    private Actor Who { get; } = actor ?? new(site.Known.HostId, "Hanna Host", IsAdmin: true, IsHost: true, new HashSet<Guid> { site.SeriesId });

    /// <summary>By "Type.Method".</summary>
    public IReadOnlyDictionary<string, Func<Slots, Task>> All => new Dictionary<string, Func<Slots, Task>>
    {
        ["ArchiveService.AddFile"] = async s => await Get<ArchiveService>().AddFile(Who, s.Id(site.Known.HeldId), await Saved(s), Label(s)),
        ["ArchiveService.AddLink"] = s => Get<ArchiveService>().AddLink(Who, s.Id(site.Known.HeldId), ArchiveKind.Resource, s.Text("https://example.org/a"), Label(s)),
        ["ArchiveService.Remove"] = s => Get<ArchiveService>().Remove(Who, s.Id(site.Known.HeldId), s.Id(Guid.NewGuid())),
        ["ArchiveService.SaveWriteUp"] = s => Get<ArchiveService>().SaveWriteUp(Who, s.Id(site.Known.HeldId), s.Text("It went well."), s.Text("https://example.org/b")),
        ["ChapterService.Save"] = s => Get<ChapterService>().Save(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording), $"0:00 {s.Text("Welcome")}\n{++_planned + 1}:00 Questions"),
        ["TakedownService.TakeDown"] = async s =>
        {
            await Get<TakedownService>().TakeDown(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording), TakedownReason.Report, s.Text("Somebody wrote"));
            await Get<TakedownService>().PutBack(site.Host, site.Known.HeldId, site.Known.Recording);
        },
        ["TakedownService.PutBack"] = async s =>
        {
            await Get<TakedownService>().TakeDown(site.Host, site.Known.HeldId, site.Known.Recording, TakedownReason.Report, null);
            await Get<TakedownService>().PutBack(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording));
            await Get<TakedownService>().PutBack(site.Host, site.Known.HeldId, site.Known.Recording);
        },
        ["TakedownService.SetAudience"] = s => Get<TakedownService>().SetAudience(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording), RecordingAudience.Everybody),
        ["TakedownService.RenewLink"] = s => Get<TakedownService>().RenewLink(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording)),
        ["ReportService.SendById"] = async s => await Get<ReportService>().SendById(s.Id(site.Known.HeldId), new(ReportKind.Rights, s.Text($"Ours, {++_planned}"), null, s.Text("https://example.org/a"), s.Text("kim@example.org"))),
        ["ReportService.Send"] = async s => await Get<ReportService>().Send("open", s.Text("held") ?? "", new(ReportKind.Used, s.Text($"Read, {++_planned}"))),
        ["ReportService.Close"] = async s => await Get<ReportService>().Close(Who, s.Id(site.Known.HeldId), s.Id(await Report()), accepted: true),
        ["ReportService.Reopen"] = async s =>
        {
            var report = await Report();
            await Get<ReportService>().Close(site.Host, site.Known.HeldId, report, accepted: false);
            await Get<ReportService>().Reopen(Who, s.Id(site.Known.HeldId), s.Id(report));
        },
        ["ReportService.TakeDown"] = async s =>
        {
            await Get<ReportService>().TakeDown(Who, s.Id(site.Known.HeldId), s.Id(await Report(site.Known.Resource)));
            await Get<TakedownService>().PutBack(site.Host, site.Known.HeldId, site.Known.Resource);
        },
        ["ItemService.AddResource"] = s => Get<ItemService>().AddResource(Who, s.Id(site.Known.HeldId), Resource(s)),
        ["ItemService.EditResource"] = s => Get<ItemService>().EditResource(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Resource), Resource(s)),
        ["ItemService.EditRecording"] = s => Get<ItemService>().EditRecording(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording), Label(s)),
        ["ItemService.Replace"] = async s => await Get<ItemService>().Replace(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Resource), await Saved(s)),
        ["MediaService.TryAgain"] = async s =>
        {
            await Failed(site.Known.Recording);
            await Get<MediaService>().TryAgain(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording));
        },
        ["LinkCheckService.CheckNow"] = s => Get<LinkCheckService>().CheckNow(Who, s.Id(site.Known.HeldId), s.Id(Guid.NewGuid())),
        ["CaptionService.Save"] = s => Get<CaptionService>().Save(Who, s.Id(site.Known.HeldId), s.Id(site.Known.Recording), s.Text("en"), System.Text.Encoding.UTF8.GetBytes($"0:00 {s.Text("Good morning")}")),
        ["CaptionService.Remove"] = s => Get<CaptionService>().Remove(Who, s.Id(site.Known.HeldId), s.Id(Guid.NewGuid()), s.Text("en")),
        ["SiteTextService.Save"] = s => Get<SiteTextService>().Save(Who, s.Text("about") ?? "", s.Text("About us.")),
        ["ApiTokenService.Create"] = s => Get<ApiTokenService>().Create(Who, s.Text("Laptop"), s.Id(site.SeriesId), isReadOnly: true),
        ["ApiTokenService.CreateFor"] = s => Get<ApiTokenService>().CreateFor(s.Text(site.Known.Host), s.Text("Script"), s.Id(site.SeriesId), isReadOnly: false),
        ["ApiTokenService.Revoke"] = s => Get<ApiTokenService>().Revoke(Who, s.Id(Guid.NewGuid())),
        ["CredentialService.Add"] = s => Get<CredentialService>().Add(Who, new(site.Known.HostId, [1], [2], s.Number(0), [s.Text("internal") ?? ""], true, true, TimeProvider.System.Now()), s.Text("My phone")),
        ["CredentialService.Rename"] = s => Get<CredentialService>().Rename(Who, s.Id(Guid.NewGuid()), s.Text("My phone")),
        ["CredentialService.Remove"] = s => Get<CredentialService>().Remove(Who, s.Id(Guid.NewGuid())),
        ["CredentialService.Enter"] = s => Get<CredentialService>().Enter(System.Text.Encoding.UTF8.GetBytes(s.Text("id") ?? ""), s.Number(1), true, s.Text("Firefox on Linux") ?? ""),
        ["FormDraftService.Keep"] = s => Get<FormDraftService>().Keep(Who, s.Text("new-series") ?? "", s.Text("basis") ?? "", s.Text("typed") ?? ""),
        ["FormDraftService.Forget"] = s => Get<FormDraftService>().Forget(Who, s.Text("another") ?? ""),
        ["HostService.InviteAdmin"] = s => Get<HostService>().InviteAdmin(s.Text("new.admin@example.org") ?? ""),
        ["HostService.Disable"] = s => Get<HostService>().Disable(Who, s.Id(Guid.NewGuid())),
        ["HostService.SetDisabled"] = s => Get<HostService>().SetDisabled(s.Text("nobody@example.org") ?? "", disable: true),
        ["HostService.Enable"] = s => Get<HostService>().Enable(Who, s.Id(site.Known.HostId)),
        ["SignInService.SignOut"] = s => Get<SignInService>().SignOut(s.Id(Guid.NewGuid())),
        ["SignInService.End"] = s => Get<SignInService>().End(Who, s.Id(Guid.NewGuid())),
        ["SignInService.EndAll"] = _ => Get<SignInService>().EndAll(Who with { PersonId = Guid.NewGuid() }),
        ["SignInService.SendLink"] = s => Get<SignInService>().SendLink(s.Text(site.Known.Host)),
        ["SignInService.Enter"] = async s => await Get<SignInService>().Enter(s.Text(await site.SignIn(site.Known.Admin)) ?? "", s.Text("Firefox on Linux") ?? ""),
        ["SignInService.SetUp"] = _ => Get<SignInService>().SetUp(),
        ["SignInService.CompleteSetUp"] = async s => await Get<SignInService>().CompleteSetUp(s.Text(await site.SetUp()) ?? "", s.Text("Sam Setter"), s.Text("sam.setter@example.org"), s.Text("Firefox on Linux") ?? ""),
        ["SignInService.DevelopmentSignIn"] = _ => Get<SignInService>().DevelopmentSignIn(),
        ["PersonalService.Join"] = s => Get<PersonalService>().Join(s.Text(site.Known.JoinNow) ?? ""),
        ["PersonalService.ChooseMail"] = s => Get<PersonalService>().ChooseMail(s.Text(site.Known.My) ?? "", LinkPurpose.My, wanted: true),
        ["PersonalService.SendProof"] = s => Get<PersonalService>().SendProof(s.Text(site.Known.My) ?? ""),
        ["InboundJob.Run"] = _ => Get<InboundJob>().Run(CancellationToken.None),
        ["TakeMail.Run"] = s => Get<TakeMail>().Run(System.Text.Encoding.UTF8.GetBytes($"From: {s.Text("kim@example.org")}\r\nTo: {s.Text("rsvp@example.org")}\r\nSubject: {s.Text("Slides?")}\r\nMessage-ID: <{Guid.NewGuid():n}@example.org>\r\n\r\n{s.Text("Hello")}\r\n"), InboundWay.Pipe),
        ["RetentionJob.Run"] = _ => Get<RetentionJob>().Run(CancellationToken.None),
        ["NotePerson.Add"] = async s => await Get<NotePerson>().Add(Who, s.Id(await site.Stranger()), s.Id(site.SeriesId), s.Text("Prefers mornings.")),
        ["NotePerson.Remove"] = s => Get<NotePerson>().Remove(Who, s.Id(Guid.NewGuid())),
        ["MergePeople.Preview"] = async s => await Get<MergePeople>().Preview(Who, s.Id(await site.Stranger()), s.Id(await site.Stranger())),
        ["MergePeople.Save"] = async s => await Get<MergePeople>().Save(Who, s.Id(await site.Stranger()), s.Id(await site.Stranger())),
        ["ErasePerson.Save"] = s => Get<ErasePerson>().Save(s.Text("no proof") ?? ""),
        ["ErasePerson.ByAdmin"] = async s => await Get<ErasePerson>().ByAdmin(Who, s.Id(await site.Stranger())),
        ["PersonalService.Disown"] = s => Get<PersonalService>().Disown(s.Text(site.Known.NotMe) ?? ""),
        ["PersonalService.OwnAgain"] = s => Get<PersonalService>().OwnAgain(s.Text(site.Known.NotMe) ?? ""),
        ["PersonalService.SendLink"] = s => Get<PersonalService>().SendLink(s.Text(site.Known.Attendee)),
        ["RegistrationService.SignUp"] = s => Get<RegistrationService>().SignUp(s.Id(site.SessionId), s.Text($"{Guid.NewGuid():n}@example.org"), s.Text("Pat Example")),
        ["RegistrationService.Withdraw"] = s => Get<RegistrationService>().Withdraw(s.Text(site.Known.My) ?? "", s.Id(site.Known.Place)),
        ["OfferService.Accept"] = s => Get<OfferService>().Accept(s.Text(site.Known.JoinNow) ?? ""),
        ["OfferService.Decline"] = s => Get<OfferService>().Decline(s.Text("nothing") ?? ""),
        ["OfferService.OutOfTurn"] = s => Get<OfferService>().OutOfTurn(Who, s.Id(site.Known.Place), s.Text("She speaks next time")),
        ["AttendanceService.Tick"] = s => Get<AttendanceService>().Tick(Who, s.Id(site.Known.Place), came: true),
        ["AttendanceService.CheckIn"] = s => Get<AttendanceService>().CheckIn(Who, s.Text(site.Known.CheckIn)),
        ["AttendanceImportService.Preview"] = s => Get<AttendanceImportService>().Preview(Who, MeetingList(s)),
        ["AttendanceImportService.Save"] = s => Get<AttendanceImportService>().Save(Who, MeetingList(s)),
        ["AttendanceImportService.Undo"] = s => Get<AttendanceImportService>().Undo(Who, s.Id(site.Known.HeldId), s.Id(Guid.NewGuid())),
        ["AttendanceService.Say"] = s => Get<AttendanceService>().Say(s.Text(site.Known.JoinNow) ?? "", s.Number(4), s.Text("It was worth it.")),
        ["QuestionService.Add"] = s => Get<QuestionService>().Add(Who, s.Id(site.SeriesId), null, new(QuestionKind.Choice, s.Text("Which part?"), s.Text("Talk\nChat"), IsOnce: true)),
        ["QuestionService.Change"] = s => Get<QuestionService>().Change(Who, s.Id(site.SeriesId), s.Id(Known.Question), new(QuestionKind.Short, s.Text("What brings you?"), IsOnce: true)),
        ["QuestionService.MoveUp"] = s => Get<QuestionService>().MoveUp(Who, s.Id(site.SeriesId), s.Id(Known.Question)),
        ["QuestionService.Remove"] = s => Get<QuestionService>().Remove(Who, s.Id(site.SeriesId), s.Id(Guid.NewGuid())),
        ["AnswerService.Save"] = s => Get<AnswerService>().Save(s.Text(site.Known.Join) ?? "", new Dictionary<Guid, IReadOnlyList<string>> { [Known.Question] = [s.Text("Bees") ?? ""] }),
        ["StandingService.Join"] = s => Get<StandingService>().Join(s.Id(site.SeriesId), s.Text($"{Guid.NewGuid():n}@example.org"), s.Text("Pat Example")),
        ["StandingService.Follow"] = s => Get<StandingService>().Follow(s.Id(site.SeriesId), s.Text($"{Guid.NewGuid():n}@example.org")),
        ["StandingService.Leave"] = s => Get<StandingService>().Leave(s.Text(site.Known.My) ?? "", s.Id(Guid.NewGuid())),
        ["StandingService.StopFollowing"] = s => Get<StandingService>().StopFollowing(s.Text(site.Known.My) ?? "", s.Id(Guid.NewGuid())),
        ["SeriesService.Create"] = s => Get<SeriesService>().Create(Who, Series(s, s.Text(null))),
        ["ChangeSeries.Preview"] = s => Get<ChangeSeries>().Preview(Who, s.Id(site.SeriesId), Series(s, null), PlannedChoices.KeepAll),
        ["ChangeSeries.Save"] = s => Get<ChangeSeries>().Save(Who, s.Id(site.SeriesId), Series(s, null), PlannedChoices.KeepAll with { Because = s.Text("Holidays") }),
        ["SetSeriesState.Preview"] = s => Get<SetSeriesState>().Preview(Who, s.Id(site.SeriesId), new(SeriesStateKind.Paused, s.Text("Until May"), CancelPlanned: true)),
        ["SetSeriesState.Save"] = s => Get<SetSeriesState>().Save(Who, s.Id(site.SeriesId), new(SeriesStateKind.Running, s.Text("We go on"))),
        ["DuplicateSeries.Save"] = s => Get<DuplicateSeries>().Save(Who, s.Id(site.SeriesId), s.Text("A sister"), s.Text(null)),
        ["ImportSessions.Preview"] = s => Get<ImportSessions>().Preview(Who, Sheet(s)),
        ["ImportSessions.Save"] = s => Get<ImportSessions>().Save(Who, Sheet(s)),
        ["UndoChange.Save"] = s => Get<UndoChange>().Save(Who, s.Id(Guid.NewGuid())),
        ["PartnerService.Save"] = async s => await Get<PartnerService>().Save(Who, s.Id(site.SeriesId), null, new(PartnerKind.Sponsor, s.Text("A sponsor"), s.Text("https://example.org"), s.Text("Captions"), null, null)),
        ["PartnerService.Remove"] = s => Get<PartnerService>().Remove(Who, s.Id(Guid.NewGuid())),
        ["RunningOrderService.SaveTemplate"] = s => Get<RunningOrderService>().SaveTemplate(Who, s.Id(site.SeriesId), Order(s)),
        ["RunningOrderService.CopyTemplate"] = async s => await Get<RunningOrderService>().CopyTemplate(Who, s.Id(await Seed.Fresh(site))),
        ["SetRunningOrder.Save"] = async s => await Get<SetRunningOrder>().Save(Who, s.Id(await Seed.Fresh(site)), Order(s)),
        ["RunSheetService.Begin"] = async s => await Get<RunSheetService>().Begin(Who, s.Id(await Seed.Fresh(site)), s.Number(0)),
        ["RunSheetService.Back"] = async s => await Get<RunSheetService>().Back(Who, s.Id(await Seed.Fresh(site)), s.Number(0)),
        ["SpeakerService.Excuse"] = async s => await Get<SpeakerService>().Excuse(Who, s.Id((await site.Speaker()).Id), TalkItem.Photo, isExcused: true),
        ["SpeakerService.SetRole"] = async s => await Get<SpeakerService>().SetRole(Who, s.Id((await site.Speaker()).Id), AppearanceRole.Chair),
        ["SpeakerService.Add"] = s => Get<SpeakerService>().Add(Who, s.Id(site.SessionId), s.Text("Kit Example"), s.Text($"{Guid.NewGuid():n}@example.org")),
        ["MoveTalk.Preview"] = async s => await Get<MoveTalk>().Preview(Who, s.Id((await site.Speaker()).Id), s.Id(await Seed.Fresh(site)), TalkAudience.Told),
        ["MoveTalk.Save"] = async s => await Get<MoveTalk>().Save(Who, s.Id((await site.Speaker()).Id), s.Id(await Seed.Fresh(site)), TalkAudience.Asked),
        ["SpeakerService.AskAgain"] = s => Get<SpeakerService>().AskAgain(Who, s.Id(site.Known.AppearanceId)),
        ["SpeakerService.Remove"] = async s => await Get<SpeakerService>().Remove(Who, s.Id((await site.Speaker()).Id)),
        ["SpeakerService.RevokeLink"] = async s => await Get<SpeakerService>().RevokeLink(Who, s.Id((await site.Speaker()).Id)),
        ["TalkService.Accept"] = s => Get<TalkService>().Accept(s.Text(site.Known.Speak) ?? ""),
        ["TalkService.Decline"] = s => Get<TalkService>().Decline(s.Text(site.Known.Speak) ?? "", s.Text("Holidays")),
        ["TalkService.Save"] = s => Get<TalkService>().Save(s.Text(site.Known.Speak) ?? "", new(s.Text("Kim Example"), s.Text("Bees"), s.Text("What."), s.Text("Director"), s.Text("Kim counts."), s.Text("https://example.org"), s.Text("CC-BY-4.0"), true, true)),
        ["TalkService.AddFile"] = async s => await Get<TalkService>().AddFile(s.Text(site.Known.Speak) ?? "", await Saved(s)),
        ["PhotoService.Set"] = s => Get<PhotoService>().Set(s.Text(site.Known.Speak) ?? "", System.Text.Encoding.UTF8.GetBytes(s.Text("no photo") ?? ""), new Square(s.Number(0), s.Number(0), s.Number(1))),
        ["PhotoService.Remove"] = s => Get<PhotoService>().Remove(s.Text("nobody") ?? ""),
        ["TalkService.AddLink"] = s => Get<TalkService>().AddLink(s.Text(site.Known.Speak) ?? "", s.Text("https://example.org/c"), s.Text("The slides")),
        ["TalkService.Remove"] = s => Get<TalkService>().Remove(s.Text(site.Known.Speak) ?? "", s.Id(Guid.NewGuid())),
        ["PortalService.ProposeDate"] = async s => await Get<PortalService>().ProposeDate(s.Text(site.Known.Speak) ?? "", [s.Id(await Seed.Fresh(site))], s.Text("In March")),
        ["PortalService.BringAlong"] = s => Get<PortalService>().BringAlong(s.Text(site.Known.Speak) ?? "", s.Text("Kit Example"), s.Text($"{Guid.NewGuid():n}@example.org")),
        ["PortalService.Release"] = s => Get<PortalService>().Release(s.Text(site.Known.Speak) ?? "", s.Id(Guid.NewGuid()), isPublic: true),
        ["ConsentService.Say"] = async s => await Get<ConsentService>().Say(Who, s.Id((await site.Speaker()).Id), ConsentTo.Record, isGiven: true, s.Text("By phone")),
        ["SendProposal.Save"] = s => Get<SendProposal>().Save(new(ProposalKind.Talk, s.Text($"{Guid.NewGuid():n}@example.org"), s.Text("Kit Example"), s.Text("Bees"), s.Text("What they do."), s.Text("https://example.org"), s.Text("open"))),
        ["AnswerProposal.Preview"] = async s => await Get<AnswerProposal>().Preview(Who, s.Id(await Seed.Proposal(site)), s.Text("Which day?"), isDecline: false),
        ["AnswerProposal.Write"] = async s => await Get<AnswerProposal>().Write(Who, s.Id(await Seed.Proposal(site)), s.Text("Which day?")),
        ["AnswerProposal.Decline"] = async s => await Get<AnswerProposal>().Decline(Who, s.Id(await Seed.Proposal(site)), s.Text("Not this time.")),
        ["AcceptProposal.Preview"] = async s => await Get<AcceptProposal>().Preview(Who, s.Id(await Seed.Proposal(site)), new(s.Id(site.SessionId), s.Text("Kit Example"), s.Text("kit@example.org"))),
        ["AcceptProposal.Save"] = async s => await Get<AcceptProposal>().Save(Who, s.Id(await Seed.Proposal(site)), new(s.Id(site.SessionId), s.Text("Kit Example"), s.Text("kit@example.org"))),
        ["ProposalService.Take"] = async s => await Get<ProposalService>().Take(Who, s.Id(await Seed.Proposal(site))),
        ["ProposalService.SaveNote"] = async s => await Get<ProposalService>().SaveNote(Who, s.Id(await Seed.Proposal(site)), s.Text("Ask in March.")),
        ["ProposalService.Reopen"] = async s => await Get<ProposalService>().Reopen(Who, s.Id(await Seed.Proposal(site))),
        ["ProposalService.Withdraw"] = s => Get<ProposalService>().Withdraw(s.Text(site.Known.Offer) ?? ""),
        ["CancelSession.Preview"] = async s => await Get<CancelSession>().Preview(Who, s.Id(await Seed.Fresh(site))),
        ["CancelSession.Save"] = async s => await Get<CancelSession>().Save(Who, s.Id(await Seed.Fresh(site)), s.Text("The hall is gone")),
        ["EditSession.Preview"] = async s => await Get<EditSession>().Preview(Who, s.Id(await Seed.Fresh(site)), new(s.Text("A title"), s.Text("Come."), null, s.Number(10), Venue(s), false)),
        ["HostService.InviteHost"] = s => Get<HostService>().InviteHost(s.Text("host.two@example.org") ?? "", s.Id(site.SeriesId)),
        ["HostService.InviteHelper"] = s => Get<HostService>().InviteHelper(s.Text("helper@example.org") ?? "", s.Id(site.SeriesId)),
        ["TeamService.Invite"] = s => Get<TeamService>().Invite(Who, s.Id(site.SeriesId), s.Text("host.three@example.org"), global::Sessions.People.Role.Helper),
        ["TeamService.Change"] = s => Get<TeamService>().Change(Who, s.Id(site.SeriesId), s.Id(site.Known.HostId), global::Sessions.People.Role.Host),
        ["TeamService.Withdraw"] = s => Get<TeamService>().Withdraw(Who, s.Id(site.SeriesId), s.Id(Guid.NewGuid())),
        ["DiscardDraft.Save"] = async s => await Get<DiscardDraft>().Save(Who, s.Id(await Seed.Fresh(site))),
        ["EditSession.Save"] = async s => await Get<EditSession>().Save(Who, s.Id(await Seed.Fresh(site)), new(s.Text("A title"), s.Text("Come."), null, s.Number(10), Venue(s), false)),
        ["LoadSamples.IntoEmpty"] = _ => Get<LoadSamples>().IntoEmpty(),
        ["MoveSession.Preview"] = async s => await Get<MoveSession>().Preview(Who, s.Id(await Seed.Fresh(site)), new(s.Start(Later), s.Number(60))),
        ["MoveSession.Save"] = async s => await Get<MoveSession>().Save(Who, s.Id(await Seed.Fresh(site)), new(s.Start(Later), s.Number(60))),
        ["PlanSessions.Preview"] = s => Get<PlanSessions>().Preview(Who, Plan(s)),
        ["PlanSessions.Save"] = s => Get<PlanSessions>().Save(Who, Plan(s)),
        ["PublishSession.Preview"] = async s => await Get<PublishSession>().Preview(Who, s.Id(await Seed.Fresh(site))),
        ["PublishSession.Save"] = async s => await Get<PublishSession>().Save(Who, s.Id(await Seed.Fresh(site))),
        ["MailTestService.Send"] = s => Get<MailTestService>().Send(s.Text("test@example.org"), withCancel: true),
        ["ReadBackService.Send"] = _ => Get<ReadBackService>().Send(CancellationToken.None),
        ["ReadBackService.Look"] = s => Get<ReadBackService>().Look(new(MessageId.FromKey(s.Text("readback") ?? "", "example.org"), Instant.FromUtc(2026, 11, 20, 12, 0), EmailAddress.Parse("rsvp+test@example.org"), new(new SendOutcome.Delivered("ok"), SmtpStep.Deliver, [])), CancellationToken.None),
        ["TellChange.Save"] = async s => await Get<TellChange>().Save(Who, s.Id(await Seed.Fresh(site))),
        ["PauseMail.Pause"] = s => Get<PauseMail>().Pause(Who, s.Id(site.SeriesId), s.Text("The room is not known yet")),
        ["PauseMail.Resume"] = s => Get<PauseMail>().Resume(Who, s.Id(site.SeriesId)),
        ["SendMessage.Preview"] = s => Get<SendMessage>().Preview(Who, s.Id(site.SeriesId), Message(s)),
        ["SendMessage.Test"] = s => Get<SendMessage>().Test(Who, s.Id(site.SeriesId), Message(s)),
        ["WordingService.Save"] = s => Get<WordingService>().Save(Who, s.Id(site.SeriesId), s.Text("registration.confirmed") ?? "", s.Text("Bring {name}.")),
        ["PreviewMail.Run"] = s => Get<PreviewMail>().Run(Who, s.Id(site.SeriesId), s.Text("registration.confirmed") ?? "", s.Text("Bring {name}."), hasName: true),
        ["SendMessage.Save"] = s => Get<SendMessage>().Save(Who, s.Id(site.SeriesId), Message(s)),
        ["GroupMessageService.Pause"] = s => Get<GroupMessageService>().Pause(Who, site.SeriesId, s.Id(Guid.NewGuid())),
        ["GroupMessageService.Resume"] = s => Get<GroupMessageService>().Resume(Who, site.SeriesId, s.Id(Guid.NewGuid())),
        ["GroupMessageService.Stop"] = s => Get<GroupMessageService>().Stop(Who, site.SeriesId, s.Id(Guid.NewGuid())),
        ["RetryMail.Run"] = s => Get<RetryMail>().Run(Who, s.Id(site.Known.Mail)),
    };

    private T Get<T>() where T : notnull => site.Get<T>();

    private async Task<SavedFile> Saved(Slots s) => (await Get<FileStore>().Save(new MemoryStream(Files.Samples.Pdf), s.Text("slides.pdf"))).Value!;

    private static GroupMessageForm Message(Slots s) => new(GroupAudience.Upcoming, null, s.Text("About the room"), s.Text("It is the same."));

    private static ResourceForm Resource(Slots s) => new(s.Text("Slides"), s.Text("https://example.org/a"), ResourceKind.Slides, s.Text("Kim Example"), s.Text("The Library"), s.Text("CC-BY-4.0"), s.Text("Kim Example"),
        s.Text("https://example.org/source"), ResourceAccess.Shared, s.Text("The Library"), s.Text("en"), new LocalDate(2061, 1, 1));

    private async Task<Guid> Report(Guid? item = null)
    {
        var words = $"Ours, {++_planned}";
        await Get<ReportService>().SendById(site.Known.HeldId, new(ReportKind.Rights, words, item?.ToString()));
        return (await Get<ReportQueries>().Of(site.Host, site.Known.HeldId))!.Single(r => r.Words == words).Id;
    }

    private Task Failed(Guid recording) => site.Database.Write(async db =>
    {
        db.RemoveRange(db.MediaWork.Where(w => w.RecordingId == recording));
        var work = new MediaWork { RecordingId = recording, Step = MediaStep.Look, ChangedAt = TimeProvider.System.Now() };
        work.Fail(MediaFault.Unreadable, null, work.ChangedAt);
        await Task.FromResult(db.Add(work));
    });

    private static ArchiveLabel Label(Slots s) => new(s.Text("Slides"), s.Text("CC-BY-4.0"), s.Text("Kim Example"));

    private static RunningOrderLine[] Order(Slots s) => [new(RunningOrderKind.Welcome, s.Number(5), s.Text("Welcome"))];

    private static Venue Venue(Slots s) => new(s.Text("https://room.example.org"), s.Text("https://stream.example.org"), s.Text("The town hall"));

    private static SeriesForm Series(Slots s, string? slug) => new(s.Text("A series"), s.Text("#tag"), s.Text("An aim."), s.Zone("Europe/London"), s.Text("FREQ=WEEKLY;BYDAY=WE"),
        s.Start(Later).Date, new(12, 0), s.Number(60), s.Number(100), Venue(s), s.Number(168), slug);

    /// <summary>A table whose cells are what was typed.</summary>
    private ImportFile Sheet(Slots s)
    {
        string Cell(string? good) => CsvTable.Cell(s.Text(good));
        var row = $"{Cell("A title")},{Cell("2060-09-01")},{Cell("12:00")},{Cell("Europe/London")},{Cell("Kit Example")},{Cell("Come.")},{Cell("The hall")},{Cell("yes")},{Cell("The hall is gone")},{Cell("session")}";
        return new(s.Id(site.SeriesId), System.Text.Encoding.UTF8.GetBytes($"title,date,start,zone,speakers,announcement,address,cancelled,because,kind\n{row}"), s.Text("a.csv"), Publish: true);
    }

    private AttendanceFile MeetingList(Slots s) =>
        new(s.Id(site.Known.HeldId), System.Text.Encoding.UTF8.GetBytes($"Name,Email,Duration\n{CsvTable.Cell(s.Text("Ann Attendee"))},{CsvTable.Cell(s.Text(site.Known.Attendee))},{CsvTable.Cell(s.Text("12 min"))}"))
        {
            AtLeast = s.Number(5),
            Choices = new Dictionary<int, Guid?> { [s.Number(0)] = s.Id(site.Known.Place) },
        };

    private Plan Plan(Slots s) => new(s.Id(site.SeriesId), s.Zone("Europe/London"), s.Number(100), s.Number(1_000 + Interlocked.Increment(ref _planned)), Publish: true,
        [new(s.Start(Later), s.Number(60), s.Text("A title"), [new(s.Text("Kit Example"), s.Text("kit@example.org"))])]);
}
