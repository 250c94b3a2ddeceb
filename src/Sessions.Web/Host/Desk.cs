using Microsoft.AspNetCore.Components.Authorization;
using NodaTime;
using Sessions.People;
using Sessions.Web.Account;

namespace Sessions.Web.Host;

/// <summary>Who sits at this console page, asked afresh for every act, and the time there.</summary>
public sealed class Desk(AuthenticationStateProvider authentication, HostQueries hosts, TimeProvider time)
{
    /// <summary>What can still be taken back here.</summary>
    public LastChange Last { get; } = new(time);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Nobody, with no rights at all, once the sign-in was revoked.</summary>
    public async Task<Actor> Actor() =>
        await SignInCookie.Find((await authentication.GetAuthenticationStateAsync()).User, hosts)
        ?? new Actor(Guid.Empty, "", IsAdmin: false, IsHost: false, new HashSet<Guid>());
}
