using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using FromFormAttribute = Microsoft.AspNetCore.Mvc.FromFormAttribute;
using Sessions.Data;
using Sessions.People;
using Sessions.Web.Public;

namespace Sessions.Web.Account;

/// <summary>Passkeys beside mailed links: coming in by one, and one's own. Everything but the page is a POST.</summary>
internal static class PasskeyEndpoints
{
    private const string Own = "/account/passkeys";

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapForm("/account/passkey/options", AskToEnter);
        app.MapForm("/account/passkey", Enter);
        app.MapGet(Own, Page);
        app.MapForm(Own + "/options", AskToAdd);
        app.MapForm(Own, Add);
        app.MapForm(Own + "/{passkey:guid}/rename", Rename);
        app.MapForm(Own + "/{passkey:guid}/remove", Remove);
    }

    private static async Task<IResult> AskToEnter([FromForm] string? _, IPasskeyHandler<PasskeyUser> handler, PasskeyChallenges challenges, HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        challenges.Ask(http, asked.AssertionState);
        return Results.Text(asked.RequestOptionsJson, "application/json");
    }

    /// <summary>Whatever is wrong, the same answer.</summary>
    private static async Task<IResult> Enter([FromForm] string? credential, IPasskeyHandler<PasskeyUser> handler, PasskeyChallenges challenges, CredentialService credentials, HttpContext http)
    {
        if (challenges.Spend(http) is { } state && !string.IsNullOrEmpty(credential))
        {
            var proved = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
            if (proved.Succeeded && await credentials.Enter(proved.Passkey.CredentialId, proved.Passkey.SignCount, proved.Passkey.IsBackedUp, Devices.Of(http)) is { Ok: true, Value: { } who })
                return await AccountEndpoints.Welcome(http, who);
        }
        return Results.Redirect("/account/sign-in?Passkey=refused");
    }

    private static async Task<IResult> Page(CredentialQueries queries, HostQueries hosts, TimeProvider time, HttpContext http, string? said = null) =>
        await SignInCookie.Find(http.User, hosts) is { } who
            ? new RazorComponentResult<PasskeysPage>(new { Own = await queries.Of(who, time.Now()), Said = said, Device = Devices.Of(http) }) { PreventStreamingRendering = true }
            : Results.Redirect("/account/sign-in");

    private static async Task<IResult> AskToAdd([FromForm] string? _, IPasskeyHandler<PasskeyUser> handler, PasskeyChallenges challenges, CredentialQueries queries, HostQueries hosts, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who || await queries.Owner(who.PersonId) is not { } owner) return Results.Unauthorized();
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = $"{owner.Id}", Name = owner.Address, DisplayName = owner.Name }, http);
        challenges.Ask(http, asked.AttestationState);
        return Results.Text(asked.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> Add([FromForm] string? credential, [FromForm] string? name, IPasskeyHandler<PasskeyUser> handler, PasskeyChallenges challenges, CredentialService credentials, HostQueries hosts, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who) return Results.Redirect("/account/sign-in");
        if (challenges.Spend(http) is not { } state || string.IsNullOrEmpty(credential)) return Back("refused");
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        // What was asked was asked of this person's authenticator, for this person.
        if (!made.Succeeded || made.UserEntity.Id != $"{who.PersonId}") return Back("refused");
        var added = await credentials.Add(who, PasskeyStore.Facts(who.PersonId, made.Passkey), string.IsNullOrWhiteSpace(name) ? Devices.Of(http) : name);
        return Back(added.No?.ToString() ?? "added");
    }

    private static async Task<IResult> Rename(Guid passkey, [FromForm] string? name, CredentialService credentials, HostQueries hosts, HttpContext http) =>
        await SignInCookie.Find(http.User, hosts) is { } who ? Back((await credentials.Rename(who, passkey, name))?.ToString() ?? "renamed") : Results.Redirect("/account/sign-in");

    private static async Task<IResult> Remove(Guid passkey, [FromForm] string? _, CredentialService credentials, HostQueries hosts, HttpContext http) =>
        await SignInCookie.Find(http.User, hosts) is { } who ? Back((await credentials.Remove(who, passkey))?.ToString() ?? "removed") : Results.Redirect("/account/sign-in");

    private static IResult Back(string said) => Results.Redirect($"{Own}?said={said}");
}
