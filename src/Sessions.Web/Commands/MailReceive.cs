using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Workflows;

namespace Sessions.Web.Commands;

/// <summary>Takes one message from a mail server that pipes it in. What is refused is logged and no fault: the server must not send it back.</summary>
internal static class MailReceive
{
    public static async Task<int> Run(IServiceProvider services, Stream input)
    {
        var taken = await services.GetRequiredService<TakeMail>().Run(await ReadAll(input), InboundWay.Pipe);
        foreach (var result in taken) await Console.Out.WriteLineAsync(result.Refusal is { } why ? $"Refused: {why}" : $"{result.Effect}");
        return 0;
    }

    /// <summary>As much as is read of a message, and one octet more that tells a longer one.</summary>
    public static async Task<byte[]> ReadAll(Stream input, CancellationToken stop = default)
    {
        var buffer = new byte[InboundReader.MostBytes + 1];
        var length = await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return buffer[..length];
    }
}
