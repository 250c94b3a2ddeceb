using Microsoft.Extensions.Localization;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Web.Host.MailRoom;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>Sends a real invitation and names the step that fails; exit code 1 when it does not go.</summary>
internal static class MailTest
{
    private const string Conversation = "conversation";
    private const string Cancel = "cancel";

    public static bool Knows(string word) => word is Conversation or Cancel;

    public static async Task<int> Run(IServiceProvider services, string address, IReadOnlyList<string> more, CancellationToken stop)
    {
        var words = services.GetRequiredService<IStringLocalizer<Words>>();
        var trial = await services.GetRequiredService<MailTestService>().Send(address, more.Contains(Cancel), stop)
            ?? throw new SettingsFault($"\"{address}\" is not an e-mail address.");
        if (more.Contains(Conversation))
        {
            foreach (var line in trial.Conversation) await Console.Out.WriteLineAsync(line);
        }
        var went = trial.Outcome is SendOutcome.Delivered;
        await Console.Out.WriteLineAsync(went ? $"Sent: {MailAdvice.Said(trial)}" : $"Not sent. {MailAdvice.Name(trial.Step, words)} failed: {MailAdvice.Said(trial)}");
        await Console.Out.WriteLineAsync(MailAdvice.Of(trial, words));
        return went ? 0 : 1;
    }
}
