using Radzen;
using Sessions.Web.Layouts;

namespace Sessions.Web.Host;

public static class ConsoleRegistration
{
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddScoped<Desk>();
    }

    public static void MapConsole(this WebApplication app) =>
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
}
