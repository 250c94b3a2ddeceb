using NodaTime;

namespace Sessions.Web.Health;

/// <summary>Which clock changes of the world this version knows.</summary>
public static class ZoneDataCheck
{
    private const string System = "/usr/share/zoneinfo/tzdata.zi";
    private const string Marker = "# version ";

    public static async Task<Finding> Look(CancellationToken stop)
    {
        var ours = DateTimeZoneProviders.Tzdb.VersionId.Split(' ')[1];
        var first = File.Exists(System) ? await new StreamReader(System).ReadLineAsync(stop) : null;
        return Judge(ours, first?.StartsWith(Marker, StringComparison.Ordinal) == true ? first[Marker.Length..].Trim() : null);
    }

    /// <param name="machine">The version of the machine's own zone data, where it says one: "2026b".</param>
    public static Finding Judge(string ours, string? machine) => string.CompareOrdinal(machine, ours) > 0
        ? Finding.Note($"{ours}, and this machine has {machine} already: look for a newer version of Sessions")
        : Finding.Ok(ours);
}
