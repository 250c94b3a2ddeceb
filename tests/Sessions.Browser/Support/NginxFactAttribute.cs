namespace Sessions.Browser.Support;

/// <summary>A browser test that needs nginx, too.</summary>
public sealed class NginxFactAttribute : BrowserFactAttribute
{
    protected override string? Missing => base.Missing
        ?? (Nginx.Executable is null ? "nginx is not installed (apt-get install nginx, or name it in SESSIONS_NGINX)" : null);
}
