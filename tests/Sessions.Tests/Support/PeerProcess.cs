using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Sessions.Tests.Support;

/// <summary>Runs a script of tests/peers: bytes in, JSON out.</summary>
public static class PeerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    // Debian's own Python where there is one: another on the PATH does not see Debian's packages.
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public static T Run<T>(string script, byte[] input)
    {
        var path = Path.Combine(Repository.Peers, script);
        var (exitCode, output, errors) = Run(script.EndsWith(".py", StringComparison.Ordinal) ? Python : "node", [path], input);
        return exitCode == 0
            ? JsonSerializer.Deserialize<T>(output, Web)!
            : throw new InvalidOperationException($"{script} refused its input: {errors}");
    }

    public static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            return Run(program, arguments, []).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Errors) Run(string program, IEnumerable<string> arguments, byte[] input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading everything; its exit code and errors say why.
        }

        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
