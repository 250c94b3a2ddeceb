using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sessions.Web.Host.Planning;

/// <summary>Numbers and hours as a form's controls hold them.</summary>
public static class PlanNumbers
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalTimePattern Second = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary>Null for what is no whole number, not even zero.</summary>
    public static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static LocalTime? Time(string? text) =>
        Written.Parse(text?.Trim() ?? "") is { Success: true, Value: var minute } ? minute
        : Second.Parse(text?.Trim() ?? "") is { Success: true, Value: var second } ? second : null;

    public static string Text(LocalTime time) => Minute.Format(time);
}
