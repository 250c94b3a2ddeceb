using Microsoft.AspNetCore.WebUtilities;

namespace Sessions.Web.Api;

/// <summary>An error as application/problem+json (RFC 9457).</summary>
/// <param name="Title">The status in words.</param>
/// <param name="Detail">A sentence for people; it may change.</param>
/// <param name="Code">The stable name of what is wrong, for programs.</param>
internal sealed record ApiProblem(string Title, int Status, string Detail, string Code)
{
    /// <summary>Unknown and foreign things alike.</summary>
    public static ApiAnswer NotFound => Of(StatusCodes.Status404NotFound, "notFound", "There is nothing at this address for this token.");

    public static ApiAnswer Of(int status, string code, string sentence) =>
        new() { Status = status, Value = new ApiProblem(ReasonPhrases.GetReasonPhrase(status), status, sentence, code) };

    /// <summary>A refusal of ours.</summary>
    public static ApiAnswer Of(Enum no) => no.ToString() == nameof(NotFound) ? NotFound : Of(ApiRefusals.Status(no), Named(no), ApiRefusals.Sentence(no));

    /// <summary>The stable name of a refusal.</summary>
    public static string Named(Enum no)
    {
        var name = no.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
