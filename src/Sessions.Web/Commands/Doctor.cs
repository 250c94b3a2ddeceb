using Sessions.Web.Health;

namespace Sessions.Web.Commands;

/// <summary>One line for each thing looked at; exit code 1 when something is wrong.</summary>
public static class Doctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Run(IServiceProvider services, CancellationToken stop)
    {
        var wrong = 0;
        foreach (var check in await services.GetRequiredService<DoctorChecks>().List(stop))
        {
            var finding = await check.Run(Patience, fault => Launch.Sentence(fault) ?? fault.Message, stop);
            if (finding.State == FindingState.Wrong) wrong++;
            await Console.Out.WriteLineAsync($"{Word(finding.State),-5}  {check.Name,-11}  {finding.Says}");
        }
        await Console.Out.WriteLineAsync(wrong switch { 0 => "Nothing is wrong.", 1 => "One thing is wrong.", _ => $"{wrong} things are wrong." });
        return wrong == 0 ? 0 : 1;
    }

    internal static string Word(FindingState state) => state switch
    {
        FindingState.Ok => "ok",
        FindingState.Note => "note",
        _ => "WRONG",
    };
}
