using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>Programs that read mail follow links, browsers fetch ahead, and crawlers go everywhere: none of it may change anything.</summary>
public sealed class ReadingChangesNothingTests
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options];

    [Fact]
    public async Task No_GET_HEAD_or_OPTIONS_by_anybody_changes_a_row_or_a_file()
    {
        await using var site = await WholeSite.Open();
        var addresses = (await Everything.Addresses(site)).ToHashSet();
        var visitors = await Everything.Visitors(site);
        var before = await State(site);

        addresses.UnionWith((await Everything.Crawls(site)).SelectMany(c => c.Answers).Select(a => a.Path));
        var faults = new List<string>();
        foreach (var visitor in visitors)
            foreach (var method in Methods)
                foreach (var address in addresses)
                {
                    var answer = await visitor.Send(method, address);
                    if (answer.Status >= 500) faults.Add($"{method} {address} answers {answer.Status}");
                }

        Assert.Equal(before, await State(site));
        Assert.Empty(faults);
        Assert.InRange(addresses.Count, 60, 1_000);
    }

    [Theory]
    [InlineData("my")]
    [InlineData("join")]
    [InlineData("speak")]
    [InlineData("unsubscribe")]
    [InlineData("not-me")]
    public async Task One_POST_behind_a_link_is_seen(string link)
    {
        await using var site = await WholeSite.Open();
        var (visitor, known) = (await Visitor.As(site, Role.Anybody), site.Known);
        var before = await State(site);

        var answer = await visitor.Send(HttpMethod.Post, link switch
        {
            "my" => $"/my/{known.My}/leave/{known.Place}",
            "join" => $"/join/{known.JoinNow}",
            "speak" => $"/speak/{known.Speak}/answer",
            "unsubscribe" => $"/unsubscribe/{known.Unsubscribe}",
            _ => $"/not-me/{known.NotMe}",
        }, new FormUrlEncodedContent([new("answer", "no")]));

        Assert.InRange(answer.Status, 200, 399);
        Assert.NotEqual(before, await State(site));
    }

    /// <summary>All rows, and the names and sizes of all files handed in or mailed.</summary>
    private static async Task<string> State(WholeSite site)
    {
        await using var db = site.Database.Read();
        var files = new[] { "files/files", "mail" }.Select(f => new DirectoryInfo(Path.Combine(site.Folder, f))).Where(f => f.Exists)
            .SelectMany(f => f.EnumerateFiles("*", SearchOption.AllDirectories)).Select(f => $"{f.Name} {f.Length}").Order(StringComparer.Ordinal);
        return string.Join('\n', files.Prepend(await Tables.Hash(db)));
    }
}
