using Microsoft.Extensions.Localization;
using Sessions.Files;
using Sessions.Speakers;

namespace Sessions.Web.SpeakerPortal;

/// <summary>A sentence about one field, shown in the summary on top and beside the field.</summary>
/// <param name="Field">The id of the element it is about.</param>
public sealed record Problem(string Field, string Text)
{
    public static Problem Of(TalkFault fault, IStringLocalizer<Words> l)
    {
        var field = Id(fault.Field);
        var name = fault.Field switch
        {
            TalkField.Name => l["Your name"],
            TalkField.Title => l["Title of your talk"],
            TalkField.Abstract => l["What it is about"],
            TalkField.Line => l["Your role and organisation together"],
            TalkField.Organisation => l["Your organisation"],
            TalkField.Pronouns => l["Your pronouns"],
            TalkField.NameSaid => l["How your name is spoken"],
            TalkField.RoomNeeds => l["What you need in the room"],
            TalkField.Bio => l["About you"],
            TalkField.Links => l["Links"],
            _ => l["Licence"],
        };
        return new(field, fault.Kind switch
        {
            TalkFaultKind.Missing => l["{0}: write it, so that the page can name you", name],
            TalkFaultKind.TooLong => l["{0}: at most {1} characters", name, fault.Limit],
            TalkFaultKind.TooMany => l["{0}: at most {1}", name, fault.Limit],
            TalkFaultKind.NotALink => l["{0}: “{1}” is no web address like https://example.org", name, fault.Said ?? ""],
            _ => l["{0}: choose one from the list", name],
        });
    }

    public static Problem Of(string file, FileRefusal refusal, IStringLocalizer<Words> l) => new("files", refusal switch
    {
        FileRefusal.Empty => l["“{0}” is empty", file],
        FileRefusal.TooLarge => l["“{0}” is larger than 50 MB. Make it smaller, or put it somewhere and hand in the link", file],
        FileRefusal.HasMacros => l["“{0}” carries macros. Save it without them (.pptx, .xlsx, .pdf) and choose it again", file],
        FileRefusal.Active => l["“{0}” is a web page or a program. Save it as PDF and choose it again", file],
        FileRefusal.Archive => l["“{0}” is an archive. Choose the files in it one by one", file],
        FileRefusal.TwoInOne => l["“{0}” is two kinds of file in one. Save it anew and choose it again", file],
        _ => l["“{0}” is of a kind we do not take. PDF, PPTX, ODP, DOCX, XLSX, CSV, text, JPEG, PNG, MP4, WebM and MP3 are fine", file],
    });

    public static Problem Of(PhotoRefusal refusal, IStringLocalizer<Words> l) => new("photo", refusal switch
    {
        PhotoRefusal.TooLarge => l["The photo is larger than 15 MB. Make it smaller and choose it again"],
        PhotoRefusal.TooSmall => l["The photo is smaller than {0} pixels. Choose a larger one", Picture.Smallest],
        PhotoRefusal.TooManyPixels => l["The photo has more pixels than a camera makes. Make it smaller and choose it again"],
        _ => l["This is no photo we can read. JPEG, PNG and WebP are fine"],
    });

    public static Problem TooManyItems(IStringLocalizer<Words> l) => new("files", l["There are {0} files and links already. Remove one first", TalkForm.MostItems]);

    public static Problem NotALink(IStringLocalizer<Words> l) => new("link", l["Link: write a web address like https://example.org/slides"]);

    public static Problem TooMuchAtOnce(IStringLocalizer<Words> l) => new("files", l["That was too much at once. Send fewer files at a time, each up to 50 MB"]);

    public static Problem NoDate(IStringLocalizer<Words> l) => new("date-note", l["Choose a session, or write when you would come"]);

    /// <summary>Somebody to speak with them.</summary>
    public static Problem Beside(SpeakerRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        SpeakerRefusal.NameMissing => new("with-name", l["Their name: write it, so that the hosts know whom you ask"]),
        SpeakerRefusal.NameTooLong => new("with-name", l["Their name: at most {0} characters", TalkForm.LongestName]),
        SpeakerRefusal.NotAnAddress => new("with-email", l["Write the address with an @, like name@example.org"]),
        SpeakerRefusal.AlreadyOnProgramme => new("with-email", l["Somebody with this address is on the programme already"]),
        SpeakerRefusal.TooManyCoSpeakers => new("with-name", l["At most {0} can be asked to speak with you. Write to the hosts for more", PortalService.MostCoSpeakers]),
        _ => new("with-name", l["Nobody is asked any more for this session"]),
    };

    private static string Id(TalkField field) => field switch
    {
        TalkField.Name => "name",
        TalkField.Title => "title",
        TalkField.Abstract => "abstract",
        TalkField.Line => "line",
        TalkField.Organisation => "organisation",
        TalkField.Pronouns => "pronouns",
        TalkField.NameSaid => "name-said",
        TalkField.RoomNeeds => "room-needs",
        TalkField.Bio => "bio",
        TalkField.Links => "links",
        _ => "licence",
    };
}
