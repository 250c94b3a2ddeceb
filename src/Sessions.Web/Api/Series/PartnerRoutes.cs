using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Web.Api.Series;

/// <summary>Partners and sponsors of a series.</summary>
internal static class PartnerRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series/{series}/partners", ApiRegistration.Reading, List);
        api.MapPost("/series/{series}/partners", Add);
        api.MapPut("/series/{series}/partners/{partner:guid}", Change);
        api.MapDelete("/series/{series}/partners/{partner:guid}", Remove);
    }

    private static async Task<ApiAnswer<ApiPage<PartnerShape>>> List(ApiCall call, ApiPart part, PartnerQueries queries) =>
        await queries.ToEdit(call.Who, call.Series.Slug) is { } found ? part.Of(call.Http, [.. found.Partners.Select(PartnerShape.Of)]) : PartnerRefusal.NotAllowed;

    private static async Task<ApiAnswer<PartnerShape>> Add(ApiCall call, ApiBody<PartnerInput> body, PartnerService service)
    {
        var saved = await service.Save(call.Who, call.Series.Id, null, body.Value.ToForm());
        return saved.No is { } no ? no : ApiAnswer<PartnerShape>.Made($"/api/v1/series/{call.Series.Id}/partners/{saved.Value}", PartnerShape.Of(new(saved.Value, body.Value.ToForm())));
    }

    private static async Task<ApiAnswer> Change(ApiCall call, Guid partner, ApiBody<PartnerInput> body, PartnerService service) =>
        ApiAnswer.Of((await service.Save(call.Who, call.Series.Id, partner, body.Value.ToForm())).No);

    private static async Task<ApiAnswer> Remove(ApiCall call, Guid partner, PartnerService service, PartnerQueries queries) =>
        await queries.ToEdit(call.Who, call.Series.Slug) is { } found && found.Partners.All(p => p.Id != partner)
            ? ApiProblem.NotFound
            : ApiAnswer.Of(await service.Remove(call.Who, partner));
}

/// <param name="What">What for: "The room", "Captions".</param>
/// <param name="From">First day; null is from the start.</param>
/// <param name="To">Last day; null is until further notice.</param>
internal sealed record PartnerInput(PartnerKind Kind, string? Name, string? Url = null, string? What = null, DateOnly? From = null, DateOnly? To = null)
{
    public PartnerForm ToForm() => new(Kind, Name, Url, What, Day(From), Day(To));

    private static LocalDate? Day(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;
}

/// <inheritdoc cref="PartnerInput" />
internal sealed record PartnerShape(Guid Id, PartnerKind Kind, string? Name, string? Url, string? What, DateOnly? From, DateOnly? To)
{
    public static PartnerShape Of(PartnerToEdit p) => new(p.Id, p.Form.Kind, p.Form.Name, p.Form.Url, p.Form.What, p.Form.From?.ToDateOnly(), p.Form.To?.ToDateOnly());
}
