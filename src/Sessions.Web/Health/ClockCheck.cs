using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NodaTime;
using Sessions.Data;

namespace Sessions.Web.Health;

/// <summary>Sign-in links live ten minutes and calendars go by the minute: the clock has to be right.</summary>
public sealed class ClockCheck(DatabaseHealth database, TimeProvider time)
{
    private const int StatusOffset = 40;
    private const int Unsynchronised = 0x40;

    private static readonly Duration MostApart = Duration.FromSeconds(5);

    public async Task<Finding> Look(CancellationToken stop)
    {
        var newest = await database.Newest(stop);
        var server = await database.ServerTime(stop);
        return Judge(time.Now(), newest, server, IsSynchronised());
    }

    /// <param name="isSynchronised">Null where the machine does not say.</param>
    public static Finding Judge(Instant now, Instant? newest, Instant? server, bool? isSynchronised)
    {
        if (newest > now) return Finding.Wrong($"it is {Say(now)} here, and the newest row is of {Say(newest.Value)}: the clock was set back; set it right and keep it so by NTP");
        if (server is { } theirs && (theirs - now is var apart) && (apart > MostApart || apart < -MostApart))
            return Finding.Wrong($"it is {Say(now)} here, and {Say(theirs)} for the database: set both by NTP");
        return isSynchronised == false
            ? Finding.Note($"{Say(now)}; nothing keeps this clock right: install systemd-timesyncd or chrony, unless the host of this machine does it")
            : Finding.Ok(Say(now));
    }

    private static string Say(Instant at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", null);

    /// <summary>What the Linux kernel was told by whoever keeps its clock (adjtimex, which only reads when asked for nothing).</summary>
    private static bool? IsSynchronised()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var state = new byte[512];
        return adjtimex(state) < 0 ? null : (BinaryPrimitives.ReadInt32LittleEndian(state.AsSpan(StatusOffset)) & Unsynchronised) == 0;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int adjtimex(byte[] state);
}
