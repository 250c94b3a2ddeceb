using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Sessions.Web.Settings;

namespace Sessions.Web.Account;

public static class AccountRegistration
{
    public static void AddAccount(this WebApplicationBuilder builder)
    {
        var keys = new DirectoryInfo(SettingsReader.Files(builder.Configuration).Keys);
        builder.Services.AddDataProtection().SetApplicationName("Sessions").PersistKeysToFileSystem(keys);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SignInCookie.Configure);
        builder.Services.AddPasskeys();
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "form");
    }

    public static void UseAccount(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }
}
