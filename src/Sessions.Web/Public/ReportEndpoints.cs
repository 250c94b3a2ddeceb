using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Sessions.Archive.Reports;
using Sessions.Web.SpeakerPortal;

namespace Sessions.Web.Public;

/// <summary>"Something here should not be shown" and "I used this", from the page of a session.</summary>
internal static class ReportEndpoints
{
    private const string Report = "/series/{series}/{session}/report";
    private const string Used = "/series/{series}/{session}/used";

    public static void MapReports(this WebApplication app)
    {
        foreach (var (path, isUse) in new[] { (Report, false), (Used, true) })
        {
            app.MapGet(path, (string series, string session, string? item, ReportQueries queries, HttpContext http) => Show(series, session, new() { Item = item, IsUse = isUse }, queries, http));
            app.MapForm(path, (string series, string session, [FromForm] string? kind, [FromForm] string? item, [FromForm] string? words, [FromForm] string? url, [FromForm] string? email,
                    ReportQueries queries, ReportService service, SignUpLimits limits, IStringLocalizer<Words> l, HttpContext http) =>
                    Send(series, session, new() { Kind = kind, Item = item, Words = words, Url = url, Email = email, IsUse = isUse }, queries, service, limits, l, http))
                .DisableAntiforgery().AddEndpointFilter<SameSite>().WithMetadata(new RequestSizeLimitAttribute(SignUpEndpoint.LargestForm));
            app.MapGet(path + "/sent", async (string series, string session, ReportQueries queries, HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return await queries.Page(series, session) is { } page ? FormAnswer.Page<ReportSentPage>(new { Page = page, IsUse = isUse }) : NotFoundResult.Page();
            });
        }
    }

    private static async Task<IResult> Show(string series, string session, TypedReport typed, ReportQueries queries, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await queries.Page(series, session) is { } page ? FormAnswer.Page<ReportPage>(new { Page = page, Typed = typed }) : NotFoundResult.Page();
    }

    private static async Task<IResult> Send(string series, string session, TypedReport typed, ReportQueries queries, ReportService service, SignUpLimits limits, IStringLocalizer<Words> l, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await queries.Page(series, session) is not { } page) return NotFoundResult.Page();
        if (!limits.Allow(http))
        {
            FormAnswer.Later(http);
            return Again([ReportWords.TooMany(l)], StatusCodes.Status429TooManyRequests);
        }

        var answer = await service.Send(series, session, typed.ToForm());
        if (answer.No == ReportRefusal.Full) return Again([ReportWords.Full(l)], StatusCodes.Status409Conflict);
        if (answer.No is not null) return NotFoundResult.Page();
        return answer.Value!.Faults.Count == 0
            ? FormAnswer.See($"{page.Path}/{(typed.IsUse ? "used" : "report")}/sent")
            : Again([.. answer.Value.Faults.OrderBy(f => f.Field).Select(f => ReportWords.Of(f, typed.IsUse, l))], StatusCodes.Status422UnprocessableEntity);

        IResult Again(IReadOnlyList<Problem> problems, int status) => FormAnswer.Page<ReportPage>(new { Page = page, Typed = typed, Problems = problems }, status);
    }
}

/// <summary>What stands in the fields.</summary>
public sealed record TypedReport
{
    public bool IsUse { get; init; }

    public string? Kind { get; init; }

    public string? Item { get; init; }

    public string? Words { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public ReportForm ToForm() => new(IsUse ? ReportKind.Used : ReportWords.Kinds.FirstOrDefault(k => ReportWords.Key(k) == Kind), Words, Item, IsUse ? Url : null, Email);
}
