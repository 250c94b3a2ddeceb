using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor.Services;
using Sessions.Web.Account;
using Sessions.Web.Layouts;

namespace Sessions.Web.Host;

public static class ConsoleRegistration
{
    /// <summary>A pasted programme of 200 long lines travels as one event; the framework's 32 KiB would end the circuit.</summary>
    private const long LargestEvent = 1024 * 1024;

    public static void AddConsole(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestEvent);
        builder.Services.AddMudServices();
        builder.Services.AddScoped<Desk>();
        builder.Services.AddScoped<AuthenticationStateProvider, SignInWatch>();
    }

    public static void MapConsole(this WebApplication app) =>
        // The window of a compressor is a quarter of a megabyte for every open console; what it would save is a few KiB an act.
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode(render => render.DisableWebSocketCompression = true);
}
