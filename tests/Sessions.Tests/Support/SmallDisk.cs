using System.Diagnostics;

namespace Sessions.Tests.Support;

/// <summary>A file system of its own that is soon full: a tmpfs, which root may mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int megabytes)
    {
        Path = Directory.CreateTempSubdirectory("sessions-disk-").FullName;
        if (Mount(Path, megabytes) is { } fault) throw new InvalidOperationException(fault);
    }

    public string Path { get; }

    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return "mounting a small disk is for root on Linux";
        var folder = Directory.CreateTempSubdirectory("sessions-disk-").FullName;
        try
        {
            if (Mount(folder, 1) is { } fault) return $"no small disk can be mounted here: {fault}";
            Run("umount", folder);
            return null;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static string? Mount(string folder, int megabytes) => Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder);

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : said.Trim();
    }
}
