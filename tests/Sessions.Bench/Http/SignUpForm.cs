using System.Net;
using System.Text.RegularExpressions;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Http;

/// <summary>The sign-up form as it stands in a session's page: found, not known, so that the bench sends what a visitor would.</summary>
/// <param name="Fixed">Hidden fields, encoded, each with its "&amp;".</param>
internal sealed partial record SignUpForm(string Action, string EmailField, string Fixed)
{
    /// <summary>Null when the page or a form with an e-mail field in it is not there.</summary>
    public static async Task<SignUpForm?> Find(ServerProcess server, string page)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        foreach (var form in Forms().Matches(html).Select(match => match.Value))
        {
            if (Inputs().Matches(form).Select(match => match.Value).FirstOrDefault(input => Of(input, "type") == "email") is { } email)
                return new(Of(Opening().Match(form).Value, "action") ?? page, Of(email, "name") ?? "", Hidden(form));
        }

        return null;
    }

    public byte[] Request(ServerProcess server, string address) =>
        RawRequest.Post(server, Action, $"{Fixed}{EmailField}={Uri.EscapeDataString(address)}");

    private static string Hidden(string form) => string.Concat(Inputs().Matches(form).Select(match => match.Value)
        .Where(input => Of(input, "type") == "hidden" && Of(input, "name") is not null)
        .Select(input => $"{Uri.EscapeDataString(Of(input, "name")!)}={Uri.EscapeDataString(Of(input, "value") ?? "")}&"));

    private static string? Of(string tag, string name) =>
        Attributes().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value == name) is { } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<form[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("<input[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("(?<name>[\\w-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();
}
