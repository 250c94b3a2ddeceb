namespace Sessions.Files;

/// <summary>What a disk still takes, and how it says that it is full.</summary>
internal static class UploadDisk
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Bytes that we may still write there.</summary>
    public static long Free(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Elsewhere than on Windows the number is the system's own.</summary>
    public static bool IsFull(IOException fault) =>
        OperatingSystem.IsWindows() ? fault.HResult is WindowsDiskFull or WindowsHandleDiskFull : fault.HResult is NoSpace or OverQuota;
}
