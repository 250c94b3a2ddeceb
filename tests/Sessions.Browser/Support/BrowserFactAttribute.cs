namespace Sessions.Browser.Support;

/// <summary>A test that needs Chromium; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class BrowserFactAttribute : FactAttribute
{
    public override string? Skip => Missing;

    /// <summary>What this test needs and this machine has not; null where all is there.</summary>
    protected virtual string? Missing => Chromium.Executable is null
        ? "chromium is not installed (apt-get install chromium, or name it in SESSIONS_CHROMIUM)"
        : null;
}
