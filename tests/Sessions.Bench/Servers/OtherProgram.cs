using System.ComponentModel;
using System.Diagnostics;

namespace Sessions.Bench.Servers;

/// <summary>Another program, run to its end.</summary>
internal static class OtherProgram
{
    /// <returns>What it printed; empty where there is no such program.</returns>
    public static Task<string> Output(string name, string[] words, params (string Name, string Value)[] environment) => Run(name, words, null, environment);

    /// <inheritdoc cref="Output" />
    public static Task<string> Answer(string name, string[] words, string input) => Run(name, words, input, []);

    private static async Task<string> Run(string name, string[] words, string? input, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(name, words) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = input is not null };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        try
        {
            using var process = Process.Start(start)!;
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input);
                process.StandardInput.Close();
            }

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
