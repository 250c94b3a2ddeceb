using Sessions.Web.Health;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>Sends a real invitation and says each step of the way there and back; exit code 1 when one is wrong.</summary>
internal static class MailTest
{
    private const string Conversation = "conversation";
    private const string Cancel = "cancel";

    public static bool Knows(string word) => word is Conversation or Cancel;

    public static async Task<int> Run(IServiceProvider services, string address, IReadOnlyList<string> more, CancellationToken stop)
    {
        var wrong = -1;
        await foreach (var (name, finding, trial) in services.GetRequiredService<MailProof>().Run(address, more.Contains(Cancel), stop))
        {
            wrong = Math.Max(wrong, 0) + (finding.State == FindingState.Wrong ? 1 : 0);
            await Console.Out.WriteLineAsync($"{Doctor.Word(finding.State),-5}  {name,-11}  {finding.Says}");
            if (!more.Contains(Conversation) || trial is null) continue;
            foreach (var line in trial.Conversation) await Console.Out.WriteLineAsync($"       {line}");
        }

        if (wrong < 0) throw new SettingsFault($"\"{address}\" is not an e-mail address.");
        await Console.Out.WriteLineAsync(wrong == 0 ? $"The mail to {address} went. If it does not arrive, look in the spam folder." : wrong == 1 ? "One thing is wrong." : $"{wrong} things are wrong.");
        return wrong == 0 ? 0 : 1;
    }
}
