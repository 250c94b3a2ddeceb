using System.Text.RegularExpressions;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Public;

/// <summary>What the public forms answer tells nobody whether an address is known here; how long that takes is measured by the bench.</summary>
public sealed partial class EvenSignUpTests
{
    [Theory, EachDatabase]
    public async Task Text_and_headers_are_the_same_for_known_and_unknown_addresses(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        foreach (var (path, scope) in new[] { ("/series/open/1/sign-up", "session"), ("/series/open/1/sign-up", "series"), ("/join-series/open", "series"), ("/join-series/open", "news") })
        {
            await Ask(site, path, scope, site.Known.Attendee);
            var known = await Ask(site, path, scope, site.Known.Attendee);
            Assert.StartsWith("303\n", known, StringComparison.Ordinal);
            Assert.Equal(known, await Ask(site, path, scope, $"{Guid.NewGuid():n}@example.org"));
            Assert.NotEqual(known, await Ask(site, path, scope, "no address"));
        }
    }

    // Each visitor gets a number of their own for the limits; that is the one thing that may differ.
    [GeneratedRegex("visitor=[0-9a-f]+")]
    private static partial Regex Visitor();

    private static async Task<string> Ask(WholeSite site, string path, string scope, string address)
    {
        using var form = new FormUrlEncodedContent([new("email", address), new("scope", scope)]);
        using var answer = await site.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return Visitor().Replace($"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await answer.Content.ReadAsStringAsync()}", "visitor=…");
    }
}
