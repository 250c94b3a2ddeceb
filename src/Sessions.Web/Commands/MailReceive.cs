using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Workflows;

namespace Sessions.Web.Commands;

/// <summary>Takes one message from a mail server that pipes it in. What is refused is logged and no fault: the server must not send it back.</summary>
internal static class MailReceive
{
    public static async Task<int> Run(IServiceProvider services, Stream input)
    {
        var taken = await services.GetRequiredService<TakeMail>().Run(await InboundReader.ReadAll(input), InboundWay.Pipe);
        foreach (var result in taken) await Console.Out.WriteLineAsync(result.Refusal is { } why ? $"Refused: {why}" : $"{result.Effect}");
        return 0;
    }
}
