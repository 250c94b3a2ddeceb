using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Sessions.Archive.Counts;
using Sessions.Data;
using Sessions.People;
using Sessions.Web.Settings;
using Sessions.Workflows;

namespace Sessions.Web.Commands;

/// <summary>From an empty folder to a site that answers: tables, samples, address and the first link.</summary>
public static class Serving
{
    public static async Task Run(WebApplication app)
    {
        Folders.Prepare(app.Services.GetRequiredService<FilesSettings>(), app.Services.GetRequiredService<MailSettings>());
        await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
        if (app.Environment.IsDevelopment()) await app.Services.GetRequiredService<LoadSamples>().IntoEmpty();
        var links = await FirstLinks(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        await Console.Out.WriteLineAsync($"Sessions listens on {address}");
        foreach (var line in links) await Console.Out.WriteLineAsync(line);
        await app.WaitForShutdownAsync();
        // What was counted since the last minute.
        await app.Services.GetRequiredService<FileUseJob>().Run(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> FirstLinks(WebApplication app)
    {
        var signIn = app.Services.GetRequiredService<SignInService>();
        var site = app.Services.GetRequiredService<SiteOptions>();
        if (app.Environment.IsDevelopment())
            return [$"Sign in as host (once, within ten minutes): {site.Link("/account/enter/" + await signIn.DevelopmentSignIn())}"];
        return await signIn.SetUp() is { } token
            ? [$"No admin yet. Set the site up here (once): {site.Link("/account/set-up/" + token)}"]
            : [];
    }
}
