using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Web.Api;

/// <summary>"Authorization: Bearer ses_…" and nothing else: a cookie opens nothing here.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiTokenQueries tokens, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Bearer = "Bearer";

    private const string Prefix = Bearer + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } said] || !said.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await tokens.Caller(said[Prefix.Length..].Trim(), time.Now()) is not { } caller) return AuthenticateResult.Fail("No such token.");
        Context.Features.Set(caller);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.Who.PersonId.ToString())], Bearer);
        return AuthenticateResult.Success(new(new(identity), Bearer));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Bearer;
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "tokenMissing", "Send a token that works as \"Authorization: Bearer ses_…\".").ExecuteAsync(Context);
    }
}
