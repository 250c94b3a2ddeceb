using Microsoft.Extensions.Localization;
using DisableRequestSizeLimitAttribute = Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute;
using Sessions.Archive;
using Sessions.Files;
using Sessions.People;
using Sessions.Web.Account;
using Sessions.Web.Host.Room;
using Sessions.Web.Public;
using Sessions.Web.Uploads;

namespace Sessions.Web.Feeds;

/// <summary>A host's files for a session in pieces. The browser says where a request comes from, and no form of another site can send the protocol's header.</summary>
internal static class SessionUploads
{
    private const string All = "/host/sessions/{session:guid}/uploads";

    public static void MapSessionUploads(this WebApplication app)
    {
        app.MapMethods(All, UploadDoor.AtCollection, Answer).AddEndpointFilter<SameSite>();
        app.MapMethods(All + "/{upload:guid}", UploadDoor.AtUpload, Answer).AddEndpointFilter<SameSite>().WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    private static async Task<IResult> Answer(Guid session, Guid? upload, UploadDoor door, UploadStore store, ArchiveService archive, ItemService items, ArchiveQueries queries, HostQueries hosts, IStringLocalizer<Words> words, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who || !await queries.MaySee(who, session)) return NotFoundResult.Page();
        return await door.Answer(http, new($"/host/sessions/{session}/uploads", $"host {who.PersonId} {session}")
        {
            Full = (await queries.Items(who, session)).Count >= ArchiveItem.MostForSession ? ArchiveRefusal.TooMany : null,
            Take = async (file, said) => Guid.TryParse(said["replaces"], out var older)
                ? (await items.Replace(who, session, older, file)).No
                : (await archive.AddFile(who, session, file, new(said["title"], said["licence"], said["credit"]))).No,
            Say = (name, no) => no is UploadRefusal of ? UploadWords.Of(name, of, store.Limits, words) : $"{name} {RoomWords.File(no.ToString(), words)}",
        }, upload);
    }
}
