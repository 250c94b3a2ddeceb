using System.Runtime.InteropServices;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>Ctrl+C and SIGTERM let a command clean up after itself; the server has its own way.</summary>
internal static class Interruption
{
    public static async Task<int> Guard(Func<CancellationToken, Task<int>> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            return await command(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new SettingsFault("Interrupted; nothing was left behind.");
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
