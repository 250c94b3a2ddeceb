using Microsoft.AspNetCore.Identity;
using Sessions.People;

namespace Sessions.Web.Account;

internal static class PasskeyRegistration
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<PasskeyUser>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<PasskeyUser>, PasskeyHandler<PasskeyUser>>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteOptions>((passkeys, site) =>
        {
            passkeys.ServerDomain = site.PublicUrl.Host;
            // It is the only proof, so the device asks for a finger, a face or its PIN; and it names its owner by itself.
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";
            passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(4);
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == site.PublicUrl.GetLeftPart(UriPartial.Authority));
        });
    }
}
