namespace Broken.ZonesAreNodaTime.Sessions.Scheduling;

internal sealed class LocalStart
{
    public static string Zone() => TimeZoneInfo.Local.Id;
}

internal sealed class Shown
{
    public static DateTime Here(DateTimeOffset at) => at.LocalDateTime;
}

internal sealed class FineStart
{
    public static string Zone() => NodaTime.DateTimeZoneProviders.Tzdb["Europe/London"].Id;
}
