using Microsoft.Extensions.Localization;
using Sessions.Archive;
using Sessions.Archive.Reports;
using Sessions.Files;
using Sessions.Speakers;
using Sessions.Workflows;

namespace Sessions.Web.Host.Room;

public static class RoomWords
{
    public static string Item(TalkItem item, IStringLocalizer<Words> l) => item switch
    {
        TalkItem.Answer => l["answer"],
        TalkItem.Title => l["title"],
        TalkItem.Abstract => l["abstract"],
        TalkItem.AboutYou => l["lines about them"],
        TalkItem.Photo => l["photo"],
        TalkItem.Slides => l["slides"],
        _ => l["consent and licence"],
    };

    public static string Of(SpeakerRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        SpeakerRefusal.NameMissing => l["Write a name, an address, or both."],
        SpeakerRefusal.NameTooLong => l["That name is too long."],
        SpeakerRefusal.NotAnAddress => l["Write the address with an @, like name@example.org"],
        SpeakerRefusal.AlreadyOnProgramme => l["This person is on the programme already."],
        SpeakerRefusal.NoAddress => l["There is no address to ask. Copy the link and pass it on yourself."],
        SpeakerRefusal.TakenBack => l["They took this back on their own page, and alone can give it again there."],
        SpeakerRefusal.NoteMissing => l["Write how you know of it, as “by phone, today”."],
        SpeakerRefusal.TextTooLong => l["That is too long: 500 characters fit."],
        SpeakerRefusal.NotAsking => l["Nobody is asked for a draft, a cancelled session or one that is over."],
        _ => l["There is nobody like that on the programme any more."],
    };

    public static string Of(ArchiveRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        ArchiveRefusal.TitleMissing => l["Write what it is called."],
        ArchiveRefusal.TooLong => l["That is too long."],
        ArchiveRefusal.NotALink => l["Write a web address, like https://example.org/video"],
        ArchiveRefusal.LicenceUnknown => l["Choose one of the licences."],
        ArchiveRefusal.NotAllowed => l["Your role in this series does not reach that far. A host of the series can do it."],
        ArchiveRefusal.LanguageUnknown => l["Write the language as a short name: en for English, de for German, pt-BR for Portuguese in Brazil."],
        ArchiveRefusal.ChoiceUnknown => l["Choose one of the options."],
        ArchiveRefusal.SameAsBefore => l["Somebody did that already."],
        ArchiveRefusal.NeedsConsent => l["Its speaker took back the consent, and alone can give it again on their own page."],
        ArchiveRefusal.HasFile => l["A file lies with it, so there is no address. Where it comes from belongs into “Source”."],
        ArchiveRefusal.KindUnknown or ArchiveRefusal.AccessUnknown => l["Choose one of the list."],
        ArchiveRefusal.ContactMissing => l["Say whom to ask: a name, or a web address."],
        ArchiveRefusal.SpeakersOwn => l["Licence and credit of what a speaker handed in are theirs to say, on their own page."],
        ArchiveRefusal.ChecksAreOff => l["This site looks at no links: Archive:CheckLinks is off."],
        ArchiveRefusal.CheckedJustNow => l["It was looked at a moment ago, or its host asked for patience."],
        ArchiveRefusal.Stale => l["Somebody saved it since you opened it. Read it again first."],
        ArchiveRefusal.NothingFailed => l["Nothing of it failed: it is there, or on its way."],
        ArchiveRefusal.TooMany => l["This session holds as many things as it can."],
        _ => l["It is not there any more."],
    };

    public static string Of(ReportRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        ReportRefusal.AlreadyClosed or ReportRefusal.NotClosed => l["Somebody did that already."],
        ReportRefusal.NothingToTakeDown => l["It is not shown any more. Close the report with “Seen to”."],
        _ => l["It is not there any more."],
    };

    /// <param name="refusal">Name of a <see cref="FileRefusal"/> or an <see cref="ArchiveRefusal"/>; comes from the address line.</param>
    public static string File(string refusal, IStringLocalizer<Words> l)
    {
        if (Enum.TryParse<ArchiveRefusal>(refusal, out var archive)) return l["was not taken: {0}", Of(archive, l)];
        return Enum.TryParse<FileRefusal>(refusal, out var file) ? file switch
        {
            FileRefusal.Empty => l["was not taken: it is empty."],
            FileRefusal.TooLarge => l["was not taken: it is larger than 50 MB."],
            FileRefusal.HasMacros => l["was not taken: it carries macros. Save it without them."],
            FileRefusal.Active => l["was not taken: a browser could run it. A PDF is safe for everybody."],
            FileRefusal.Archive => l["was not taken: it is an archive. Add the files in it one by one."],
            FileRefusal.TwoInOne => l["was not taken: it is two formats in one."],
            _ => l["was not taken: its format is not among those kept here. PDF, office files, pictures, MP4, WebM, MP3, CSV and text are."],
        } : l["was not taken."];
    }

    public static string Of(TalkMoveRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        TalkMoveRefusal.SameSession => l["The talk is in that session already."],
        TalkMoveRefusal.NotAhead => l["One of the two sessions is over or cancelled. Choose another one."],
        TalkMoveRefusal.AlreadyOnProgramme => l["This person is on that session's programme already. Take them off there first."],
        TalkMoveRefusal.AudienceUnknown => l["Choose whether people are told, asked, or hear nothing."],
        TalkMoveRefusal.NotAllowed => l["You may not change the programme of that session."],
        _ => l["The talk or the session is not there any more."],
    };
}
