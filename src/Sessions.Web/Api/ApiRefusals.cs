using Sessions.Archive;
using Sessions.Community;
using Sessions.Files;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Workflows;
using Sessions.Web.Host.Messages;
using Sessions.Web.Host.Planning;
using Sessions.Web.Host.Room;
using Sessions.Web.Host.Wordings;

namespace Sessions.Web.Api;

/// <summary>Each named "no" as a status and a sentence.</summary>
internal static class ApiRefusals
{
    public static int Status(Enum no) => no.ToString() switch
    {
        nameof(SeriesRefusal.NotAllowed) => StatusCodes.Status403Forbidden,
        nameof(SeriesRefusal.NotFound) or nameof(RegistrationRefusal.NotYetPublished) => StatusCodes.Status404NotFound,
        nameof(ApiRequestRefusal.Stale) => StatusCodes.Status412PreconditionFailed,
        nameof(GroupMessageRefusal.TooManyToday) or nameof(GroupMessageRefusal.TooManyTests) => StatusCodes.Status429TooManyRequests,
        nameof(FileRefusal.TooLarge) => StatusCodes.Status413PayloadTooLarge,
        nameof(SeriesRefusal.SlugTaken) or nameof(PlanRefusal.NumberTaken) or nameof(ChangeRefusal.AlreadyCancelled) or nameof(ChangeRefusal.SameTime) or nameof(ChangeRefusal.Over) or nameof(ChangeRefusal.HourIsTold) or nameof(ChangeRefusal.IsPublic) or nameof(ChangeRefusal.HasFiles) or nameof(ChangeRefusal.NothingWaits)
            or nameof(TeamRefusal.LastHost) or nameof(PauseMailRefusal.AlreadyPaused) or nameof(PauseMailRefusal.NotPaused) or nameof(GroupMessageRefusal.NothingLeft) or nameof(GroupMessageRefusal.AlreadyHeld) or nameof(GroupMessageRefusal.NotHeld) or nameof(RetryMailRefusal.NotOpen)
            or nameof(SpeakerRefusal.AlreadyOnProgramme) or nameof(SpeakerRefusal.NoAddress) or nameof(SpeakerRefusal.NotAsking) or nameof(RunningOrderRefusal.NoTemplate)
            or nameof(OfferRefusal.NotWaiting) or nameof(AttendanceRefusal.NoPlace) or nameof(AttendanceRefusal.AnotherSession) or nameof(QuestionRefusal.HasAnswers) or nameof(ErasureRefusal.RunsSeries) or nameof(MergeRefusal.BothSpeak) or nameof(MergeRefusal.Blocked) or nameof(MergeRefusal.NoAddress) or nameof(RunRefusal.TooEarly) or nameof(RunRefusal.Passed)
            or nameof(HostRefusal.Oneself) or nameof(RegistrationRefusal.Closed) or nameof(RegistrationRefusal.Cancelled) or nameof(RegistrationRefusal.NoExactTime)
            or nameof(UndoRefusal.TooLate) or nameof(UndoRefusal.AlreadyUndone) or nameof(ApiRequestRefusal.DoneBefore) or nameof(ArchiveRefusal.SameAsBefore) or nameof(ArchiveRefusal.NeedsConsent)
            or nameof(ArchiveRefusal.ChecksAreOff) or nameof(ArchiveRefusal.CheckedJustNow) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static string Sentence(Enum no) => no switch
    {
        _ when no.ToString() == nameof(SeriesRefusal.NotAllowed) => "This token's person may not do that here.",
        SeriesRefusal series => SeriesWords.Of(series).Sentence,
        PlanRefusal.Empty => "The plan holds no session: name at least one date.",
        PlanRefusal plan => PlanWords.Of(plan).Sentence,
        ImportRefusal import => ImportWords.Of(import).Sentence,
        AttendanceImportRefusal import => AttendanceWords.Of(import),
        WordingRefusal wording => WordingWords.Of(wording),
        GroupMessageRefusal message => MessageWords.Of(message).Sentence,
        _ => Own(no),
    };

    private static string Own(Enum no) => no switch
    {
        ApiRequestRefusal.Stale => "Somebody changed it since you read it. Read it again, and send its new ETag as If-Match.",
        ApiRequestRefusal.DoneBefore => "The change of this Idempotency-Key is made already, but its answer is not known. Read what it changed.",
        ApiRequestRefusal.KeyOfAnother => "This Idempotency-Key came with another request before. Use a new key for a new request.",
        SessionRefusal.TooLong => "A title has at most 300 characters, an announcement 20,000.",
        SeriesRefusal.MonthsOutOfRange => "keepMonths of terms is a number from 1 to 120.",
        SeriesRefusal.HoursOutOfRange => "The hours of terms are numbers from 0 to 336.",
        SessionRefusal.CapacityOutOfRange => "capacity is a number from 1 to 100,000, or null for no limit.",
        SessionRefusal.NumberTaken => "Another session of the series has this number.",
        SessionRefusal.NumberOutOfRange => "number is one from 1 to 100,000, or null for none.",
        SessionRefusal.LinkNotHttp => "Links are whole: they begin with https:// or http://.",
        SessionRefusal.AddressTooLong => "An address has at most 500 characters.",
        SessionRefusal.KindUnknown => "kind is session, special, unconference, roundtable or workingSession.",
        TalkMoveRefusal.SameSession => "The talk is in that session already.",
        TalkMoveRefusal.NotAhead => "One of the two sessions is over or cancelled.",
        TalkMoveRefusal.AlreadyOnProgramme => "The speaker is on that session's programme already.",
        TalkMoveRefusal.AudienceUnknown => "audience is nobody, told or asked.",
        UndoRefusal.TooLate => "A change can be undone for a minute; its mails are on their way now.",
        UndoRefusal.AlreadyUndone => "The change is undone already.",
        ChangeRefusal.AlreadyCancelled => "The session is cancelled already.",
        ChangeRefusal.InThePast => "That time has passed.",
        ChangeRefusal.SameTime => "That is the time it has already.",
        ChangeRefusal.DurationOutOfRange => "minutes is a number from 5 to 1,440.",
        ChangeRefusal.DaysOutOfRange => $"lastDate is the first day or a later one, {SessionTime.MostDays} days in all at most.",
        ChangeRefusal.HourIsTold => "People have the hour in their calendars, and places need one: a session with people in it can't become whole days.",
        ChangeRefusal.IsPublic => "It is public: it can be cancelled, not deleted.",
        ChangeRefusal.HasFiles => "Files lie with it; delete them first.",
        ChangeRefusal.NothingWaits => "No change of this session waits to be told, or it is told within the minute.",
        ChangeRefusal.Over => "The session is over; nothing about its time can change.",
        ChangeRefusal.TooFar => "That year is too far ahead.",
        RunningOrderRefusal.TooMany => $"A running order has at most {RunningOrderRules.MostItems} items.",
        RunningOrderRefusal.MinutesOutOfRange => $"Each item takes from 1 to {RunningOrderRules.MostMinutes} minutes.",
        RunningOrderRefusal.TitleTooLong => $"An item's title has at most {RunningOrderRules.LongestTitle} characters.",
        RunningOrderRefusal.KindUnknown => "An item's kind is missing or unknown.",
        RunningOrderRefusal.SpeakerUnknown => "An item names somebody who is not on this programme; a template names nobody.",
        RunningOrderRefusal.NoTemplate => "The series has no template.",
        RunRefusal.Cancelled => "The session is cancelled.",
        RunRefusal.NoExactTime => "The session has no hour yet.",
        RunRefusal.TooEarly => "The first part can begin an hour before the session, not earlier.",
        RunRefusal.NoSuchPart => "position is that of a part of the running order, from 0.",
        RunRefusal.Passed => "A later part has begun.",
        PartnerRefusal.NameMissing => "name is missing.",
        PartnerRefusal.TooLong => "A name has at most 200 characters, what it is for 300.",
        PartnerRefusal.NotALink => "url is a web address, like https://example.org.",
        PartnerRefusal.DatesReversed => "to lies before from.",
        PartnerRefusal.TooMany => "The series names as many as it can.",
        PartnerRefusal.KindUnknown => "kind is partner or sponsor.",
        QuestionRefusal.TextMissing => "text is missing.",
        QuestionRefusal.TooLong => "A question has at most 500 characters, an option 200.",
        QuestionRefusal.OptionsMissing => "A choice has two options or more, each once.",
        QuestionRefusal.TooManyOptions => "A choice has at most 30 options.",
        QuestionRefusal.TooMany => "At most 20 questions are asked of a series, and 20 of a session.",
        QuestionRefusal.KindUnknown => "kind is short, long, choice, several, yesNo or consent.",
        QuestionRefusal.HasAnswers => "It has answers of the other kind: delete it and ask a new one.",
        NoteRefusal.TextMissing => "text is missing.",
        NoteRefusal.TooLong => "A note has at most 2,000 characters.",
        NoteRefusal.TooMany => "At most 50 notes are kept of a person in a series.",
        MergeRefusal.SamePerson => "other is the same person.",
        MergeRefusal.NoAddress => "The person that is kept has no address.",
        MergeRefusal.Blocked => "One of them said \"this was not me\": they stay apart.",
        MergeRefusal.RunsSeries => "other runs a series or the site: take them off its team first.",
        MergeRefusal.BothSpeak => "Both are on the programme of one session.",
        ErasureRefusal.RunsSeries => "This person runs a series or the site: take them off its team first.",
        TeamRefusal.NotAnAddress => "address is an e-mail address, like name@example.org.",
        TeamRefusal.NotARole => "role is host or helper.",
        TeamRefusal.LastHost => "A series needs a host: invite another one first.",
        SpeakerRefusal.NameMissing => "Send a name, an address, or both.",
        SpeakerRefusal.NameTooLong => $"A name has at most {TalkForm.LongestName} characters.",
        SpeakerRefusal.NotAnAddress => "address is an e-mail address, like name@example.org.",
        SpeakerRefusal.AlreadyOnProgramme => "This person is on the programme already.",
        SpeakerRefusal.NoAddress => "There is no address to ask.",
        SpeakerRefusal.NotAsking => "Nobody is asked for a draft, a cancelled session or one that is over.",
        SpeakerRefusal.ItemUnknown => "What can be excused is answer, title, abstract, aboutYou, photo, slides or consentAndLicence.",
        SpeakerRefusal.RoleUnknown => "role is speaker, chair, opener or producer.",
        ArchiveRefusal.TitleMissing => "title is missing: a link has no name of its own.",
        ArchiveRefusal.TooLong => "A title has at most 300 characters, a credit line 500, a write-up as many as its page takes.",
        ArchiveRefusal.NotALink => "url is a web address, like https://example.org/video.",
        ArchiveRefusal.LicenceUnknown => "licence is none of those offered; GET /api/v1/licences lists them.",
        ArchiveRefusal.LanguageUnknown => "language is a tag of BCP 47, like en or pt-BR.",
        ArchiveRefusal.ChoiceUnknown => "audience is everybody, withLink or members; reason is consentWithdrawn, report or other.",
        ArchiveRefusal.SameAsBefore => "It is taken down, or put back, already.",
        ArchiveRefusal.NeedsConsent => "Its speaker took back the consent, and alone can give it again.",
        ArchiveRefusal.TooMany => "The session holds as many things as it can, or the resource as many versions.",
        ArchiveRefusal.HasFile => "A file lies with it, so url is null; where it comes from is source.",
        ArchiveRefusal.KindUnknown => "resourceKind is slides, code, data, reading, tool, writeUp or other.",
        ArchiveRefusal.AccessUnknown => "access is open, shared or closed.",
        ArchiveRefusal.ContactMissing => "contact is missing: what is not open names whom to ask.",
        ArchiveRefusal.SpeakersOwn => "Licence and credit of what a speaker handed in are the speaker's to say: send those that it has.",
        ArchiveRefusal.ChecksAreOff => "Archive:CheckLinks is off: this site looks at no links.",
        ArchiveRefusal.CheckedJustNow => "It was looked at within the last minute, or its host asked for patience.",
        FileRefusal.Empty => "The file is empty.",
        FileRefusal.TooLarge => "The file is larger than 50 MB.",
        FileRefusal.HasMacros => "The file carries macros. Save it without them.",
        FileRefusal.Active => "A browser could run this file. A PDF is safe for everybody.",
        FileRefusal.Archive => "The file is an archive. Add the files in it one by one.",
        FileRefusal.TwoInOne => "The file is two formats in one.",
        FileRefusal => "The file's format is not among those kept here: PDF, office files, pictures, MP4, WebM, MP3, CSV and text are.",
        UploadRefusal.Expired => "Nothing came for a week: the upload was given up.",
        UploadRefusal.Locked => "Another request is writing to this upload. Try again in a moment.",
        UploadRefusal.WrongOffset => "Upload-Offset is not where the upload stands: ask by HEAD.",
        UploadRefusal.WrongChecksum => "The piece does not sum up to Upload-Checksum; none of it was kept.",
        UploadRefusal.TooLarge => "It is more than Upload-Length, or more than Tus-Max-Size.",
        UploadRefusal.Empty => "The file is empty.",
        UploadRefusal.DiskFull => "The disk is full. What arrived is kept.",
        UploadRefusal.TooManyOpen => $"{UploadStore.MostOpen} uploads of this token are on their way already.",
        UploadRefusal.Interrupted => "The piece did not arrive whole. Ask by HEAD what is there, and go on.",
        OfferRefusal.NotWaiting => "That person does not wait: they have a place, an offer, or left.",
        OfferRefusal.Closed => "The session is cancelled, has begun, or has no hour.",
        OfferRefusal.ReasonMissing => $"because is a reason of at most {OfferService.LongestReason} characters.",
        AttendanceRefusal.NoPlace => "That person has no place in the session.",
        AttendanceRefusal.TooEarly => "The room has not opened yet.",
        AttendanceRefusal.AnotherSession => "The code is one of another session.",
        RegistrationRefusal.NotAnAddress => "address is an e-mail address, like name@example.org.",
        RegistrationRefusal.NotYetPublished => "The session is not published yet.",
        RegistrationRefusal.Cancelled => "The session is cancelled.",
        RegistrationRefusal.Closed => "The session has begun or is over.",
        RegistrationRefusal.NoExactTime => "The session has no hour yet, so nobody can sign up.",
        PauseMailRefusal.AlreadyPaused => "Its mail waits already.",
        PauseMailRefusal.NotPaused => "Its mail is not paused.",
        PauseMailRefusal.WhyTooLong => "why has at most 300 characters.",
        RetryMailRefusal.NotOpen => "This mail can't be sent again: it was sent, told over by a later one, or its time has passed.",
        SiteTextRefusal.TooLong => $"A text has at most {SiteTextService.Longest} characters.",
        HostRefusal.Oneself => "You can't shut yourself out: ask another admin.",
        ApiTokenRefusal => "There is no such token.",
        _ => throw new InvalidOperationException($"No sentence for {no.GetType().Name}.{no}."),
    };
}
