using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Sessions.Web.Api.Series;
using Sessions.Web.Api.Sessions;
using Sessions.Web.Api.Site;

namespace Sessions.Web.Api;

public static class ApiRegistration
{
    private const string Root = "/api/v1";

    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Bearer, null);
        // The framework writes two lines for each call without a token that works: anybody could fill a disk.
        builder.Logging.AddFilter(typeof(BearerHandler).FullName, LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configured(json.SerializerOptions));
        builder.Services.AddOpenApi("v1", ApiDocument.Describe);
    }

    public static void MapApi(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase), api => api.UseMiddleware<ApiFaults>());
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup(Root).RequireAuthorization(new AuthorizationPolicyBuilder(BearerHandler.Bearer).RequireAuthenticatedUser().Build())
            .AddEndpointFilter<ApiGate>().DisableAntiforgery().WithMetadata(new IsApi());
        SeriesRoutes.Map(api);
        PlanRoutes.Map(api);
        PartnerRoutes.Map(api);
        SheetRoutes.Map(api);
        TeamRoutes.Map(api);
        MessageRoutes.Map(api);
        WordingRoutes.Map(api);
        ReadinessRoutes.Map(api);
        SessionRoutes.Map(api);
        CalendarRoutes.Map(api);
        ProgrammeRoutes.Map(api);
        ArchiveRoutes.Map(api);
        ResourceRoutes.Map(api);
        CaptionRoutes.Map(api);
        VisibilityRoutes.Map(api);
        MediaRoutes.Map(api);
        ChapterRoutes.Map(api);
        ReportRoutes.Map(api);
        UploadRoutes.Map(api);
        AttendeeRoutes.Map(api);
        QuestionRoutes.Map(api);
        AttendanceRoutes.Map(api);
        MailRoutes.Map(api);
        PeopleRoutes.Map(api);
        ProposalRoutes.Map(api);
        SiteRoutes.Map(api);
    }
}
