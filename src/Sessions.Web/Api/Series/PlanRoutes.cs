using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <summary>Ten dates in one call.</summary>
internal static class PlanRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/series/{series}/sessions", Plan);

    private static async Task<ApiAnswer<PlanShape>> Plan(ApiCall call, ApiBody<PlanInput> body, PlanView view, PlanSessions plans, TimeProvider time, bool preview = false)
    {
        if (await view.Read(call.Who, call.Series.Slug, time.Now()) is not { } start) return PlanRefusal.NotAllowed;
        var plan = body.Value.ToPlan(start);
        var answer = preview ? await plans.Preview(call.Who, plan) : await plans.Save(call.Who, plan);
        if (answer.No is { } no) return no;
        var mails = answer.Value!.Mails.Select(OwedShape.Of).ToList();
        return preview ? new PlanShape(null, mails) : ApiAnswer<PlanShape>.Made($"/api/v1/series/{call.Series.Id}/sessions", new(answer.Value.Ids, mails));
    }
}

/// <param name="Sessions">At most 200.</param>
/// <param name="Zone">IANA name; that of the series where none is sent.</param>
/// <param name="Capacity">Places in each; those of the series where none is sent.</param>
/// <param name="FirstNumber">Of the earliest session; the next one of the series where none is sent.</param>
/// <param name="Numbered">False gives no numbers.</param>
/// <param name="Publish">Public at once, and speakers with an address are asked.</param>
/// <param name="Kind">Of all of them.</param>
internal sealed record PlanInput(IReadOnlyList<PlanDate?>? Sessions, string? Zone = null, int? Capacity = null, int? FirstNumber = null, bool Numbered = true, bool Publish = false, SessionKind Kind = SessionKind.Session)
{
    public Plan ToPlan(PlanStart of) => new(of.SeriesId, Zone ?? of.Plan.Zone, Capacity ?? of.Capacity, Numbered ? FirstNumber ?? of.NextNumber : null, Publish,
        [.. (Sessions ?? []).OfType<PlanDate>().Select(d => d.ToSession(of))])
    { Kind = Kind };
}

/// <param name="Date">In the plan's zone.</param>
/// <param name="Start">In the plan's zone; that of the series where none is sent.</param>
/// <param name="Minutes">That of the series where none is sent.</param>
/// <param name="LastDate">Makes it whole days up to this one, without an hour.</param>
internal sealed record PlanDate(DateOnly Date, TimeOnly? Start = null, int? Minutes = null, string? Title = null, IReadOnlyList<SpeakerInput?>? Speakers = null, DateOnly? LastDate = null)
{
    public PlannedSession ToSession(PlanStart of) => new(LocalDate.FromDateOnly(Date) + (Start is { } start ? LocalTime.FromTimeOnly(start) : of.Plan.Start),
        Minutes ?? of.DurationMinutes, Title, [.. (Speakers ?? []).OfType<SpeakerInput>().Where(s => s.IsSomebody).Select(s => new LineSpeaker(s.Name, s.Address))])
    {
        LastDate = LastDate is { } last ? LocalDate.FromDateOnly(last) : null,
    };
}

/// <param name="Name">One of the two is enough; with an address they are asked by mail.</param>
internal sealed record SpeakerInput(string? Name = null, string? Address = null, Speakers.AppearanceRole Role = Speakers.AppearanceRole.Speaker)
{
    public bool IsSomebody => !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Address);
}

/// <param name="Sessions">Ids, in the order of their times; null for a preview.</param>
/// <param name="Mails">Those that go now, or would.</param>
internal sealed record PlanShape(IReadOnlyList<Guid>? Sessions, IReadOnlyList<OwedShape> Mails);

internal sealed record OwedShape(string Kind, string Recipient, Guid? SessionId)
{
    public static OwedShape Of(OwedHere owed) => new(owed.Kind, owed.Recipient, owed.SessionId);
}
