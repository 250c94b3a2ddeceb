namespace Sessions.Web.Public;

public static class PublicPages
{
    public static void AddPublicPages(this WebApplicationBuilder builder) => builder.Services.AddRazorComponents();

    public static void UsePublicPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error");
    }

    public static void MapPublicPages(this WebApplication app) => app.MapGet("/health/live", () => "ok");
}
