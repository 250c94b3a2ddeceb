using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.Web.Api;
using Sessions.Web.Public;

namespace Sessions.Web.Uploads;

/// <summary>Answers the requests of the tus protocol at any <see cref="UploadPlace"/>. Whoever maps it says before who may come there.</summary>
internal sealed class UploadDoor(UploadStore store, StoredFileQueries rows, TimeProvider time, IHostApplicationLifetime app)
{
    public static readonly string[] AtCollection = [HttpMethods.Post, HttpMethods.Options];

    public static readonly string[] AtUpload = [HttpMethods.Head, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Post, HttpMethods.Options];

    /// <summary>On pages what is not there is the one page that says so.</summary>
    public async Task<IResult> Answer(HttpContext http, UploadPlace place, Guid? id)
    {
        var method = http.Request.Method;
        var answer = HttpMethods.IsOptions(method) ? Describe(http)
            : id is not { } upload ? Create(http, place)
            : HttpMethods.IsHead(method) ? Look(http, place, upload)
            : HttpMethods.IsPatch(method) ? await Append(http, place, upload)
            : HttpMethods.IsDelete(method) ? End(http, place, upload)
            : await Override(http, place, upload);
        return answer.Status == StatusCodes.Status404NotFound ? NotFoundResult.Page() : answer;
    }

    public ApiAnswer Describe(HttpContext http)
    {
        http.Response.Headers[Tus.Resumable] = Tus.Version;
        Tus.Describe(http, store.Limits);
        return ApiAnswer.Done;
    }

    public ApiAnswer Create(HttpContext http, UploadPlace place)
    {
        if (!Tus.Fits(http)) return OtherVersion;
        var said = http.Request.Headers[Tus.Metadata].ToString();
        if (http.Request.Headers.ContainsKey(Tus.DeferLength)) return Unreadable($"{Tus.DeferLength} is none of the extensions here: send {Tus.Length}.");
        if (Tus.Number(http.Request, Tus.Length) is not { } length) return Unreadable($"{Tus.Length} is the size of the file in bytes.");
        if (TusMetadata.Read(said) is not { } metadata) return Unreadable($"{Tus.Metadata} is keys and values in Base64, 4 KiB at most.");
        if (place.Full is { } full) return No(place, metadata.Name, full);
        var made = store.Create(place.Owner, length, metadata.Name, said, time.Now());
        if (made.No is { } no) return No(place, metadata.Name, no);
        Tus.State(http, made.Value!);
        return new() { Status = StatusCodes.Status201Created, Location = $"{place.Path}/{made.Value!.Id}" };
    }

    public ApiAnswer Look(HttpContext http, UploadPlace place, Guid id)
    {
        if (!Tus.Fits(http)) return OtherVersion;
        var found = store.Find(id, place.Owner, time.Now());
        if (found.No is { } no) return No(place, null, no);
        Tus.State(http, found.Value!);
        http.Response.Headers[Tus.Length] = found.Value!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (found.Value.Metadata.Length > 0) http.Response.Headers[Tus.Metadata] = found.Value.Metadata;
        return new();
    }

    public async Task<ApiAnswer> Append(HttpContext http, UploadPlace place, Guid id)
    {
        if (!Tus.Fits(http)) return OtherVersion;
        if (http.Request.ContentType != Tus.Piece) return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "wrongType", $"A piece is sent as {Tus.Piece}.");
        if (Tus.Number(http.Request, Tus.Offset) is not { } offset) return Unreadable($"{Tus.Offset} is the number of bytes that are there.");
        var summed = http.Request.Headers[Tus.Checksum].ToString();
        var checksum = summed.Length > 0 ? UploadChecksum.Read(summed) : null;
        if (summed.Length > 0 && checksum is null) return Unreadable($"{Tus.Checksum} is {string.Join(" or ", UploadChecksum.Algorithms)}, a space, and the sum in Base64.");
        var opened = store.Open(id, place.Owner, time.Now());
        if (opened.No is { } no) return No(place, null, no);
        using var upload = opened.Value!;
        if (upload.IsBetween) await Settle(upload);
        return await Append(http, place, upload, offset, checksum);
    }

    public ApiAnswer End(HttpContext http, UploadPlace place, Guid id)
    {
        if (!Tus.Fits(http)) return OtherVersion;
        var opened = store.Open(id, place.Owner, time.Now());
        if (opened.No is { } no) return No(place, null, no);
        using var upload = opened.Value!;
        upload.Remove();
        return ApiAnswer.Done;
    }

    /// <summary>A POST that stands for what a browser or a proxy between does not let through.</summary>
    public async Task<ApiAnswer> Override(HttpContext http, UploadPlace place, Guid id) => http.Request.Headers[Tus.MethodOverride].ToString().ToUpperInvariant() switch
    {
        "PATCH" => await Append(http, place, id),
        "DELETE" => End(http, place, id),
        "HEAD" => Look(http, place, id),
        _ => Tus.Fits(http) ? Unreadable($"{Tus.MethodOverride} is PATCH, DELETE or HEAD.") : OtherVersion,
    };

    private static ApiAnswer OtherVersion => ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "otherVersion", $"{Tus.Resumable} is {Tus.Version} here.");

    private async Task<ApiAnswer> Append(HttpContext http, UploadPlace place, OpenUpload upload, long offset, UploadChecksum? checksum)
    {
        var name = upload.State.Name;
        if (offset == upload.State.Offset && http.Request.ContentLength > upload.State.Length - offset) return No(place, name, UploadRefusal.TooLarge);
        // A stop of the server does not wait for a film: what came is kept.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, app.ApplicationStopping);
        var no = await upload.Append(offset, http.Request.Body, checksum, time.Now, stop.Token);
        Tus.State(http, upload.State);
        if (no is { } refused) return No(place, name, refused);
        if (upload.IsWhole) return await Finish(http, place, upload);
        if (upload.State.IsTaken || upload.Foresee() is not { } unfit) return ApiAnswer.Done;
        upload.Remove();
        return No(place, name, unfit);
    }

    private async Task<ApiAnswer> Finish(HttpContext http, UploadPlace place, OpenUpload upload)
    {
        var saved = await upload.HandOver();
        if (saved.No is { } unfit) return No(place, upload.State.Name, unfit);
        if (await place.Take(saved.Value!, TusMetadata.Read(upload.State.Metadata)!) is { } no)
        {
            upload.Remove();
            return No(place, upload.State.Name, no);
        }
        upload.Taken(time.Now());
        Tus.State(http, upload.State);
        return ApiAnswer.Done;
    }

    /// <summary>The process ended after the file had its place: whether it has its row says how to go on.</summary>
    private async Task Settle(OpenUpload upload)
    {
        if (await rows.Has(upload.State.Id)) upload.Taken(time.Now());
        else upload.TakeBack();
    }

    private static ApiAnswer Unreadable(string sentence) => ApiProblem.Of(StatusCodes.Status400BadRequest, "unreadable", sentence);

    private static ApiAnswer No(UploadPlace place, string? name, Enum no) => no is UploadRefusal.NotFound ? ApiProblem.NotFound
        : ApiProblem.Of(no is UploadRefusal own ? Status(own) : ApiRefusals.Status(no), ApiProblem.Named(no), place.Say(name ?? "", no));

    private static int Status(UploadRefusal no) => no switch
    {
        UploadRefusal.Expired => StatusCodes.Status410Gone,
        UploadRefusal.Locked => StatusCodes.Status423Locked,
        UploadRefusal.WrongOffset => StatusCodes.Status409Conflict,
        UploadRefusal.WrongChecksum => Tus.ChecksumMismatch,
        UploadRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        UploadRefusal.Empty => StatusCodes.Status422UnprocessableEntity,
        UploadRefusal.DiskFull => StatusCodes.Status507InsufficientStorage,
        UploadRefusal.TooManyOpen => StatusCodes.Status429TooManyRequests,
        UploadRefusal.Interrupted => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"No status for {no}."),
    };
}
