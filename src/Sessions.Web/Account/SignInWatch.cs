using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Sessions.People;

namespace Sessions.Web.Account;

/// <summary>An open console outlives its request: asks again and again whether the sign-in still holds, and turns the page into the sign-in notice when not.</summary>
internal sealed class SignInWatch(ILoggerFactory logs, HostQueries hosts) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken stop) =>
        await SignInCookie.Find(state.User, hosts) is not null;
}
