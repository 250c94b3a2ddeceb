using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace Sessions.Mail;

public enum ImapStep
{
    /// <summary>The name, the port, or a wall between.</summary>
    Connect = 1,

    /// <summary>No TLS, or a certificate that nobody we trust stands for.</summary>
    Encrypt = 2,
    SignIn = 3,
    Folder = 4,

    /// <summary>It is there and says nothing.</summary>
    Silent = 5,
    Other = 6,
}

/// <param name="Said">In the words of the server, or of the fault.</param>
public sealed record ImapFault(ImapStep Step, string Said)
{
    /// <summary>Null for what is no fault of a mailbox.</summary>
    public static ImapFault? Of(Exception fault) => fault switch
    {
        AuthenticationException or AccessTokenException => new(ImapStep.SignIn, fault.Message),
        SslHandshakeException => new(ImapStep.Encrypt, FirstLine(fault.InnerException?.Message ?? fault.Message)),
        NotSupportedException => new(ImapStep.Encrypt, fault.Message),
        FolderNotFoundException => new(ImapStep.Folder, fault.Message),
        OperationCanceledException or TimeoutException => new(ImapStep.Silent, "no answer"),
        SocketException => new(ImapStep.Connect, fault.Message),
        CommandException or ProtocolException or IOException => new(ImapStep.Other, FirstLine(fault.Message)),
        _ => null,
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
