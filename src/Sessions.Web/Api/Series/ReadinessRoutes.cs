using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Views;

namespace Sessions.Web.Api.Series;

/// <summary>What speakers of a series still owe, and by when.</summary>
internal static class ReadinessRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapMethods("/series/{series}/readiness", ApiRegistration.Reading, Read);

    private static async Task<ApiAnswer<ApiPage<ReadySessionShape>>> Read(ApiCall call, ApiPart part, ReadinessView view, TimeProvider time) =>
        await view.Read(call.Who, call.Series.Slug, time.Now()) is { } facts ? part.Of(call.Http, [.. facts.Sessions.Select(ReadySessionShape.Of)]) : SeriesRefusal.NotAllowed;
}

/// <param name="Id">Of the session.</param>
/// <param name="Date">First day, in the session's zone; null where it is not known.</param>
internal sealed record ReadySessionShape(Guid Id, int? Number, string? Title, DateOnly? Date, bool IsPublished, IReadOnlyList<ReadySpeakerShape> Speakers)
{
    public static ReadySessionShape Of(ReadySession s) => new(s.Session.Id, s.Session.Number, s.Session.Title, s.Session.When.Date?.ToDateOnly(), s.Session.IsPublished, [.. s.Speakers.Select(ReadySpeakerShape.Of)]);
}

internal sealed record ReadySpeakerShape(Guid Id, string? Name, AppearanceRole Role, AppearanceState State, IReadOnlyList<ItemShape> Items)
{
    public static ReadySpeakerShape Of(ReadySpeaker s) => new(s.Id, s.Name, s.Role, s.State, [.. s.Items.Select(i => new ItemShape(i.Item, i.State, i.Due?.ToDateOnly()))]);
}

/// <param name="State">here, missing, overdue or excused.</param>
/// <param name="Due">In the session's zone; null where there is no such day.</param>
internal sealed record ItemShape(TalkItem Item, ItemState State, DateOnly? Due);
