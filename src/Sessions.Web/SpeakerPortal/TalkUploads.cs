using Microsoft.Extensions.Localization;
using DisableRequestSizeLimitAttribute = Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Web.Public;
using Sessions.Web.Uploads;

namespace Sessions.Web.SpeakerPortal;

/// <summary>A speaker's files in pieces, behind the link that the form stands behind.</summary>
internal static class TalkUploads
{
    private const string All = "/speak/{token}/uploads";

    public static void MapTalkUploads(this WebApplication app)
    {
        app.MapMethods(All, UploadDoor.AtCollection, Answer);
        app.MapMethods(All + "/{upload:guid}", UploadDoor.AtUpload, Answer).WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    private static async Task<IResult> Answer(string token, Guid? upload, UploadDoor door, UploadStore store, TalkService talks, SpeakerQueries speakers, IStringLocalizer<Words> words, TimeProvider time, HttpContext http)
    {
        if (SpeakerPortalEndpoints.IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await speakers.Page(token, time.Now()) is not { } talk) return NotFoundResult.Page();
        return await door.Answer(http, new($"/speak/{token}/uploads", $"speaker {StandingLinks.ClaimedId(token)}")
        {
            Full = talk.Items.Count >= TalkForm.MostItems ? SpeakerRefusal.TooMany : null,
            Take = async (file, _) => await talks.AddFile(token, file),
            Say = (name, no) => Say(name, no, store.Limits, words),
        }, upload);
    }

    private static string Say(string name, Enum no, UploadLimits limits, IStringLocalizer<Words> words) => no switch
    {
        FileRefusal file => Problem.Of(name, file, words).Text,
        UploadRefusal upload => UploadWords.Of(name, upload, limits, words),
        SpeakerRefusal.TooMany => Problem.TooManyItems(words).Text,
        _ => words["This link is not open any more"],
    };
}
