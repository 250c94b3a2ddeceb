using System.ComponentModel;
using System.Diagnostics;

namespace Sessions.Bench.Servers;

/// <summary>Another program, run to its end.</summary>
internal static class OtherProgram
{
    /// <returns>What it printed; empty where there is no such program.</returns>
    public static async Task<string> Output(string name, string[] words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(name, words) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
