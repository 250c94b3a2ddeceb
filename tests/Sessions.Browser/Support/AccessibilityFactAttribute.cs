namespace Sessions.Browser.Support;

/// <summary>A browser test that asks axe; skipped with the reason where axe-core was not fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessibilityFactAttribute : BrowserFactAttribute
{
    protected override string? Missing => base.Missing ?? (File.Exists(Repository.AxeScript) ? null : "axe-core is not there (npm ci in tests/peers)");
}
