using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Sessions.Speakers.Proposals;
using Sessions.Views;
using Sessions.Web.Account;
using Sessions.Web.SpeakerPortal;
using Sessions.Workflows;

namespace Sessions.Web.Public;

/// <summary>"Offer a talk or suggest a topic", and what somebody sent.</summary>
internal static class ProposalEndpoints
{
    public static void MapProposals(this WebApplication app)
    {
        app.MapForm("/offer", Send).DisableAntiforgery().AddEndpointFilter<SameSite>().WithMetadata(new RequestSizeLimitAttribute(SignUpEndpoint.LargestForm));
        app.MapGet("/offer/sent", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return FormAnswer.Page<ProposalSentPage>(new { });
        });
        app.MapGet("/my-offer/{token}", async (string token, ProposalPages pages) =>
            await pages.Own(token) is { } own ? FormAnswer.Page<OwnProposalPage>(new { Own = own }) : NotFoundResult.Page());
        app.MapForm("/my-offer/{token}/withdraw", Withdraw).DisableAntiforgery().AddEndpointFilter<SameSite>();
    }

    public static async Task<IResult> Show(string? series, ProposalPages pages) =>
        FormAnswer.Page<ProposalPage>(new { Typed = new TypedProposal { Series = series }, Open = await pages.Open() });

    private static async Task<IResult> Send([FromForm] string? kind, [FromForm] string? name, [FromForm] string? email, [FromForm] string? title, [FromForm] string? about, [FromForm] string? links,
        [FromForm] string? series, ProposalPages pages, SendProposal workflow, SignUpLimits limits, IStringLocalizer<Words> words, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var typed = new TypedProposal { Kind = kind, Name = name, Email = email, Title = title, About = about, Links = links, Series = series };
        if (!limits.Allow(http))
        {
            FormAnswer.Later(http);
            return await Again([ProposalWords.TooMany(words)], StatusCodes.Status429TooManyRequests);
        }

        var answer = await EvenAnswer.To(workflow.Save(typed.ToForm()));
        if (answer.No is not null) return await Again([], StatusCodes.Status409Conflict);
        return answer.Value!.Faults.Count == 0
            ? FormAnswer.See("/offer/sent")
            : await Again([.. answer.Value.Faults.OrderBy(fault => fault.Field).Select(fault => ProposalWords.Of(fault, words))], StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> Again(IReadOnlyList<Problem> problems, int status) =>
            FormAnswer.Page<ProposalPage>(new { Typed = typed, Open = await pages.Open(), Problems = problems, IsRefused = status == StatusCodes.Status409Conflict }, status);
    }

    private static async Task<IResult> Withdraw(string token, ProposalService service) =>
        await service.Withdraw(token) is null or ProposalRefusal.Decided ? FormAnswer.See($"/my-offer/{token}") : NotFoundResult.Page();
}

/// <summary>What stands in the fields.</summary>
public sealed record TypedProposal
{
    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Title { get; init; }

    public string? About { get; init; }

    public string? Links { get; init; }

    /// <summary>Last part of the address of its page; empty is any.</summary>
    public string? Series { get; init; }

    public bool IsTopic => Kind == "topic";

    public ProposalForm ToForm() => new(Kind switch { "talk" => ProposalKind.Talk, "topic" => ProposalKind.Topic, _ => default }, Email, Name, Title, About, Links, Series);
}
