namespace Sessions.Web.Public;

/// <summary>What browsers may do with our pages: strict everywhere; the console alone may use inline styles and a socket.</summary>
public static class SecurityHeaders
{
    private const string Ours = "default-src 'none'; script-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; ";

    private const string Public = Ours + "style-src 'self'; img-src 'self'; base-uri 'none'";

    /// <summary>Account and portal pages stand in the routed document, which has a base element.</summary>
    private const string Personal = Ours + "style-src 'self'; img-src 'self'; base-uri 'self'";

    /// <summary>The component library writes style attributes and brings an icon font.</summary>
    private const string Console = Ours + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; base-uri 'self'";

    /// <summary>Addresses that hold a personal link: nothing of them is kept or passed on.</summary>
    private static readonly string[] PersonalPaths = ["/my", "/join", "/check-in", "/leave", "/speak", "/unsubscribe", "/not-me", "/questions", "/feedback", "/my-data", "/my-offer", "/account", "/watch", "/members"];

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            var isConsole = IsUnder(http, "/host");
            var isPersonal = isConsole || Array.Exists(PersonalPaths, path => IsUnder(http, path));
            headers.ContentSecurityPolicy = isConsole ? Console : isPersonal ? Personal : Public;
            headers.XContentTypeOptions = "nosniff";
            // Not "no-referrer": under it browsers send "Origin: null" with our own forms, and over plain http that is all we know of a sender.
            headers["Referrer-Policy"] = isPersonal ? "same-origin" : "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (isPersonal) headers.CacheControl = "no-store";
            return next(http);
        });
    }

    private static bool IsUnder(HttpContext http, string path) => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
