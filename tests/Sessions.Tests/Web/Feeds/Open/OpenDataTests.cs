using System.Net;
using System.Text.Json.Nodes;
using Sessions.Scheduling.Sheets;
using Sessions.Web.Feeds.Open;

namespace Sessions.Tests.Web.Feeds.Open;

public sealed class OpenDataTests
{
    [Fact]
    public async Task Nothing_that_is_not_public_is_in_any_output()
    {
        await using var stage = await OpenStage.Open();

        foreach (var path in OpenStage.Outputs)
        {
            var text = await stage.Site.Read(path);
            Assert.All(OpenStage.Private, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_session_says_its_hour_in_local_time_zone_and_UTC_and_what_there_is_of_it()
    {
        await using var stage = await OpenStage.Open();

        var session = JsonNode.Parse(await stage.Site.Read("/series/weekly/held.json"))!["session"]!;

        Assert.Equal(OpenStage.Nasty, (string?)session["title"]);
        Assert.Equal(("exact", "2023-09-20", "Europe/London", "2023-09-20T12:00", "2023-09-20T11:00:00Z", "2023-09-20T12:00:00Z"),
            ((string?)session["when"]!["precision"], (string?)session["when"]!["date"], (string?)session["when"]!["zone"], (string?)session["when"]!["localStart"], (string?)session["when"]!["start"], (string?)session["when"]!["end"]));
        Assert.Equal("https://stream.example.org/7", (string?)session["place"]!["stream"]);
        Assert.Equal(("Kim Example", "=1+1"), ((string?)session["speakers"]![0]!["name"], (string?)session["speakers"]![0]!["talk"]!["title"]));
        var film = session["recordings"]!.AsArray().Single(r => r!["file"] is not null)!;
        Assert.Equal((1_234_567, new string('a', 64), "CC-BY-4.0"), ((int)film["file"]!["bytes"]!, (string?)film["file"]!["sha256"], (string?)film["licence"]));
        Assert.Equal([(0, "Welcome & more"), (65, "Figures")], film["chapters"]!.AsArray().Select(c => ((int)c!["at"]!, (string?)c["title"])));
        Assert.Equal("en", (string?)Assert.Single(film["captions"]!.AsArray())!["language"]);
        Assert.Equal("It *went* well.", (string?)session["writeUp"]!["text"]);
    }

    [Fact]
    public async Task What_is_not_known_is_not_there_and_what_moved_or_was_cancelled_says_so()
    {
        await using var stage = await OpenStage.Open();

        var month = JsonNode.Parse(await stage.Site.Read("/series/weekly/october.json"))!["session"]!;
        var ahead = JsonNode.Parse(await stage.Site.Read("/series/weekly/ahead.json"))!["session"]!;

        Assert.Equal(("cancelled", "month", "No room"), ((string?)month["status"], (string?)month["when"]!["precision"], (string?)month["cancelled"]!["because"]));
        Assert.Null(month["when"]!["start"]);
        Assert.Null(month["title"]);
        Assert.Equal(("2023-11-08T12:00", "2023-11-01T12:00"), ((string?)ahead["when"]!["localStart"], (string?)ahead["moved"]!["fromLocal"]));
    }

    [Fact]
    public async Task The_files_of_all_sessions_hold_the_same_ones_as_the_series_and_say_their_version()
    {
        await using var stage = await OpenStage.Open();

        var all = JsonNode.Parse(await stage.Site.Read("/data/sessions.json"))!;
        var series = JsonNode.Parse(await stage.Site.Read("/series/weekly.json"))!;
        var rows = CsvTable.Rows(await stage.Site.Read("/data/sessions.csv")).ToList();

        Assert.Equal(1, (int)all["version"]!);
        Assert.Equal(all["sessions"]!.ToJsonString(), series["sessions"]!.ToJsonString());
        Assert.Equal(["ahead", "october", "held"], all["sessions"]!.AsArray().Select(s => (string?)s!["slug"]));
        Assert.Equal(OpenCsv.Columns, rows[0].Cells);
        Assert.Equal(all["sessions"]!.AsArray().Select(s => (string?)s!["id"]), rows.Skip(1).Select(r => r.Cells[0]));
        Assert.All(rows, row => Assert.Equal(OpenCsv.Columns.Count, row.Cells.Count));
        Assert.Equal(OpenStage.Nasty, rows[3].Cells[5]);
    }

    [Fact]
    public async Task No_cell_of_the_table_is_a_formula()
    {
        await using var stage = await OpenStage.Open();
        await stage.Site.Samples.Series("sums", "=cmd|' /C calc'!A0").Session("one", title: "@SUM(1)").Speaker("+1").Save();

        var rows = CsvTable.Rows(await stage.Site.Read("/data/sessions.csv"));

        Assert.All(rows.SelectMany(r => r.Cells), cell => Assert.False(cell is ['=' or '+' or '-' or '@', ..], cell));
    }

    [Theory]
    [InlineData("/data/sessions.json", "application/json")]
    [InlineData("/data/sessions.csv", "text/csv")]
    [InlineData("/series/weekly.json", "application/json")]
    [InlineData("/series/weekly/held.json", "application/json")]
    [InlineData("/series/weekly/feed.xml", "application/atom+xml")]
    [InlineData("/series/weekly/podcast.xml", "application/rss+xml")]
    [InlineData("/sitemap.xml", "application/xml")]
    public async Task Any_site_may_read_it_and_who_has_it_already_gets_304_until_something_changes(string path, string type)
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();
        using var first = await visitor.GetAsync(new Uri(path, UriKind.Relative));

        using var second = await Again(visitor, path, first);
        await stage.Site.Samples.Series("new", "A new one").Session("one").Save();
        await stage.Site.Database.Write(db =>
        {
            foreach (var session in db.Sessions.ToList()) session.Title += " once more";
            return Task.CompletedTask;
        });
        using var third = await Again(visitor, path, first);

        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, third.StatusCode));
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/data/sessions.json");

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<HttpResponseMessage> Again(HttpClient visitor, string path, HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { known.Headers.ETag! } } };
        return await visitor.SendAsync(request);
    }
}
