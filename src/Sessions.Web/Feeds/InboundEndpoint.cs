using System.Security.Cryptography;
using System.Text;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Web.Settings;
using Sessions.Workflows;

namespace Sessions.Web.Feeds;

/// <summary>
/// A mail server hands over one raw message (<c>message/rfc822</c>) with the shared secret as bearer. 200 says that it was
/// taken, also where it was refused for what it says; anything else is to be tried again, or a wrong set-up.
/// </summary>
internal static class InboundEndpoint
{
    private const string Bearer = "Bearer ";

    public static void Map(WebApplication app) => app.MapPost("/mail/receive", Receive).DisableAntiforgery();

    private static async Task<IResult> Receive(HttpRequest request, MailSettings mail, TakeMail take, CancellationToken stop)
    {
        if (mail.Inbound?.Secret is not { } secret) return Results.NotFound();
        if (!Knows(request.Headers.Authorization.ToString(), secret)) return Results.Unauthorized();
        var raw = await InboundReader.ReadAll(request.Body, stop);
        if (raw.Length > InboundReader.MostBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var taken = await take.Run(raw, InboundWay.Http);
        return Results.Json(taken.Select(r => new { Effect = $"{r.Effect}", Refusal = r.Refusal?.ToString() }));
    }

    private static bool Knows(string authorization, string secret) => authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Bearer.Length..].Trim()), Encoding.UTF8.GetBytes(secret));
}
