using Sessions.Mail;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>Goes the whole way to the mail server and sends nothing.</summary>
public sealed class MailServerCheck(IMailTransport transport, MailSettings settings)
{
    public async Task<Finding> Look(CancellationToken stop)
    {
        if (transport is not SmtpTransport server)
            return Finding.Note($"mail goes into {settings.PickupPath} and reaches nobody: set Mail:Transport to Smtp");
        var (host, port, signs) = (settings.Smtp.Host, settings.Smtp.Port, settings.Smtp.User is null ? "" : ", and lets us in");
        return await server.FindFaultAsync(stop) is { } fault
            ? Finding.Wrong($"{fault} Check Mail:Smtp, and whether a firewall lets port {port} out")
            : Finding.Ok($"{host}:{port} answers{(settings.Smtp.Security == SmtpSecurity.None ? "" : " over TLS")}{signs}");
    }
}
