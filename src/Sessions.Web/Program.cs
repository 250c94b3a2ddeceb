using Sessions.Web.Account;
using Sessions.Web.Api;
using Sessions.Web.Commands;
using Sessions.Web.Feeds;
using Sessions.Web.Host;
using Sessions.Web.Jobs;
using Sessions.Web.Public;
using Sessions.Web.Settings;
using Sessions.Web.SpeakerPortal;

return await Launch.Guarded(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPlainLogging();
    builder.AddSettings();
    builder.AddSubjects();
    builder.AddAccount();
    builder.AddPublicPages();
    builder.AddFeeds();
    builder.AddApi();
    builder.AddConsole();
    builder.AddJobs();

    var app = builder.Build();
    app.UseTrustedProxies();
    app.UseSecurityHeaders();
    app.UsePublicPages();
    app.UseAccount();
    app.MapStaticAssets();
    app.MapPublicPages();
    app.MapPersonal();
    app.MapFeeds();
    app.MapHealth();
    app.MapAccount();
    app.MapFiles();
    app.MapSpeakerPortal();
    app.MapApi();
    app.MapConsole();
    return await Verbs.Run(app, args);
});
