namespace Sessions.Tests.Architecture.Rules;

/// <summary>Now comes from TimeProvider, zones from NodaTime.</summary>
internal static class TimeRules
{
    public static readonly Rule[] All =
    [
        Rule.ForTypes("ZonesAreNodaTime", "TimeZoneInfo knows other rules than NodaTime: it is used nowhere.", type =>
            type.References.Where(other => other.FullName == "System.TimeZoneInfo" || other is { FullName: "System.DateTime" or "System.DateTimeOffset", Member: "ToLocalTime" or "get_LocalDateTime" })
                .Select(other => $"uses {other}").Distinct(StringComparer.Ordinal)),
        Rule.ForTypes("NobodyAsksTheMachineForNow", "Now is a value, or comes from TimeProvider.", type =>
            type.References.Where(other => other.FullName switch
            {
                "System.DateTime" or "System.DateTimeOffset" => other.Member is "get_Now" or "get_UtcNow" or "get_Today",
                "NodaTime.SystemClock" => true,
                _ => false,
            }).Select(other => $"uses {other}")),
        Rule.ForTypes("OnlyActsReadTheClock", "TimeProvider is read in services, workflows, jobs, composers and Web; rules take now as a value.", type =>
            type.MayReadTheClock() ? [] : type.References.Where(other => other.FullName == "System.TimeProvider").Select(_ => "takes TimeProvider").Distinct(StringComparer.Ordinal)),
    ];
}
