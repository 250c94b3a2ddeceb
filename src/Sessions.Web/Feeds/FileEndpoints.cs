using Microsoft.AspNetCore.Antiforgery;
using RequestSizeLimitAttribute = Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute;
using Sessions.Archive;
using Sessions.Archive.Counts;
using Sessions.Files;
using Sessions.People;
using Sessions.Web.Account;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>Files out, to anybody and to hosts; and in, from the console's plain form.</summary>
public static class FileEndpoints
{
    private const string AntiforgeryField = "__RequestVerificationToken";
    private const string AntiforgeryHeader = "RequestVerificationToken";

    /// <summary>Names travel in an address, of which a server takes 8 KiB.</summary>
    private const int LongestNameShown = 120;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFiles(this WebApplication app)
    {
        app.MapAttendees();
        app.MapSessionUploads();
        app.MapSheets();
        app.MapWatch();
        app.MapCaptionEditing();
        app.MapMethods("/files/{id:guid}/{name}", Reading, Public);
        app.MapMethods("/host/sessions/{session:guid}/files/{id:guid}", Reading, Held);
        app.MapForm("/host/sessions/{session:guid}/files", Take).WithMetadata(new RequestSizeLimitAttribute(UploadForm.MostBytes));
    }

    /// <summary>Where a public file of that name is.</summary>
    public static string Path(Guid id, string name) => $"/files/{id}/{Uri.EscapeDataString(name)}";

    private static async Task<IResult> Public(Guid id, string name, ArchiveQueries archive, FileStore store, FileUses uses, TimeProvider time, HttpContext http)
    {
        if (await archive.PublicFile(id) is not { } file) return await archive.IsTakenDown(id) ? GoneResult.Page(http) : NotFoundResult.Page();
        if (file.Name != name) return NotFoundResult.Page();
        FileCount.When(http, file, uses, time);
        return FileAnswer.Send(http, store, file);
    }

    private static async Task<IResult> Held(Guid session, Guid id, ArchiveQueries archive, HostQueries hosts, FileStore store, HttpContext http) =>
        FileAnswer.Send(http, store, await SignInCookie.Find(http.User, hosts) is { } who ? await archive.HeldFile(who, session, id) : null);

    /// <summary>
    /// Fields: the antiforgery token first, then title, licence, credit, replaces (the resource that this is a newer version of), back (a path of ours), and any number of files.
    /// Answers with a redirect to back; a file that was not taken is named in its query.
    /// </summary>
    private static async Task<IResult> Take(Guid session, ArchiveService archive, ItemService items, ArchiveQueries queries, HostQueries hosts, FileStore store, IAntiforgery antiforgery, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who || !await queries.MaySee(who, session)) return NotFoundResult.Page();
        var (query, taken, forged) = (new List<KeyValuePair<string, string?>>(), 0, false);
        var form = await UploadForm.Read(http.Request, async (form, file) =>
        {
            if (forged || (forged = !await IsOurs(antiforgery, form, http))) return;
            var saved = await store.Save(file.Content, file.Name, http.RequestAborted);
            var no = saved.No is { } refused
                ? refused.ToString()
                : Guid.TryParse(form["replaces"], out var older)
                ? (await items.Replace(who, session, older, saved.Value!)).No?.ToString()
                : (await archive.AddFile(who, session, saved.Value!, new(form["title"], form["licence"], form["credit"]))).No?.ToString();
            if (no is null) taken++;
            else query.AddRange([new("file", file.Name[..Math.Min(file.Name.Length, LongestNameShown)]), new("refused", no)]);
        });
        if (forged || !await IsOurs(antiforgery, form, http)) return Results.BadRequest();
        if (form.IsCut) query.AddRange([new("file", ""), new("refused", nameof(FileRefusal.TooLarge))]);
        if (taken > 0) query.Add(new("taken", taken.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        http.Response.Headers.Location = Back(form["back"]) + QueryString.Create(query);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The token is handed over as a header, because looking for it in the form would read the whole body into a buffer.</summary>
    private static Task<bool> IsOurs(IAntiforgery antiforgery, UploadForm form, HttpContext http)
    {
        http.Request.Headers[AntiforgeryHeader] = form.Has(AntiforgeryField) ? form[AntiforgeryField] : "none";
        return antiforgery.IsRequestValidAsync(http);
    }

    private static string Back(string path) =>
        path.StartsWith("/host", StringComparison.Ordinal) && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') ? path : "/host";
}
