using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Uploads;

/// <summary>Who may send what where: an upload is its sender's alone, and ends as the form's file would.</summary>
public sealed class UploadPlacesTests
{
    [Theory, EachDatabase]
    public async Task Only_its_sender_finds_an_upload_at_its_own_place(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var kim = new TusSender(site.Client, $"/speak/{site.Known.Speak}/uploads");
        var (other, host, admin) = (new TusSender(site.Client, $"{(await site.Speaker()).Path}/uploads"), await Console(site, site.Known.Host), await Console(site, site.Known.Admin));
        var (token, second) = (await Api(site), await Api(site));
        var senders = new[] { kim, other, host, admin, token, second };
        var uploads = new List<string>();
        foreach (var sender in senders) uploads.Add(await sender.Begin(100, "slides.pdf"));

        foreach (var (at, sender) in senders.Index())
            foreach (var (of, upload) in uploads.Index())
            {
                var here = $"{sender.Endpoint}/{upload.Split('/')[^1]}";
                var expected = at == of ? 200 : 404;
                Assert.Equal((at, of, expected), (at, of, (int)(await sender.Head(here)).StatusCode));
                if (at == of) continue;
                Assert.Equal(HttpStatusCode.NotFound, (await sender.Patch(here, 0, new byte[10])).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await sender.Delete(here)).StatusCode);
            }
        foreach (var (at, sender) in senders.Index()) Assert.Equal(0, await sender.Offset(uploads[at]));
    }

    [Theory, EachDatabase]
    public async Task What_arrives_is_what_the_form_would_have_made_of_it(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var (kim, host, api) = (new TusSender(site.Client, $"/speak/{site.Known.Speak}/uploads"), await Console(site, site.Known.Host), await Api(site));
        (string, string)[] label = [("title", "The talk"), ("licence", "CC-BY-4.0"), ("credit", "Kim")];

        var ids = new List<Guid>();
        foreach (var (sender, name, bytes) in new[] { (kim, "Folien für März.pdf", Samples.Pdf), (host, "talk.mp4", Samples.Mp4), (api, "table.csv", "a,b\n1,2\n"u8.ToArray()) })
        {
            var upload = await sender.Begin(bytes.Length, name, label);
            Assert.Equal(HttpStatusCode.NoContent, (await sender.Patch(upload, 0, bytes)).StatusCode);
            ids.Add(Guid.Parse(upload.Split('/')[^1]));
        }

        await using var db = site.Database.Read();
        var (slides, film, table) = (await db.Resources.Include(r => r.File).SingleAsync(r => r.FileId == ids[0]), await db.Recordings.Include(r => r.File).SingleAsync(r => r.FileId == ids[1]), await db.Resources.Include(r => r.File).SingleAsync(r => r.FileId == ids[2]));
        Assert.Equal((site.Known.AppearanceId, "Folien für März.pdf"), (slides.AppearanceId, slides.Title));
        Assert.Equal(("The talk", "CC-BY-4.0", "Kim", "talk.mp4"), (film.Title, film.Licence, film.Credit, film.File!.Name));
        Assert.Equal(("The talk", "text/csv"), (table.Title, table.File!.MediaType));
        Assert.Equal(2, await db.Audit.CountAsync(a => a.SessionId == site.SessionId && a.Text.StartsWith("Added the file \"ta")));
    }

    [Fact]
    public async Task Refused_by_the_act_is_refused_here_and_leaves_nothing()
    {
        await using var site = await WholeSite.Open();
        var host = await Console(site, site.Known.Host);
        var upload = await host.Begin(Samples.Pdf.Length, "slides.pdf", ("licence", "mine, all mine"));
        using var no = await host.Patch(upload, 0, Samples.Pdf);
        Assert.Equal((422, "licenceUnknown"), ((int)no.StatusCode, Code(await no.Content.ReadAsStringAsync())));
        Assert.Null(site.Get<FileStore>().Find(Guid.Parse(upload.Split('/')[^1])));
        Assert.Null(await host.Offset(upload));
    }

    [Fact]
    public async Task A_talk_that_holds_enough_says_so_before_the_first_byte()
    {
        await using var site = await WholeSite.Open();
        var (_, path) = await site.Speaker();
        for (var i = 0; i < TalkForm.MostItems; i++) Assert.Null(await site.Get<TalkService>().AddLink(path.Split('/')[^1], $"https://example.org/{i.ToString(CultureInfo.InvariantCulture)}", null));
        using var no = await new TusSender(site.Client, $"{path}/uploads").Create(100);
        Assert.Equal((422, "tooMany"), ((int)no.StatusCode, Code(await no.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_site_sends_nothing_here(string from)
    {
        await using var site = await WholeSite.Open();
        foreach (var sender in new[] { new TusSender(site.Client, $"/speak/{site.Known.Speak}/uploads"), await Console(site, site.Known.Host) })
        {
            var upload = await sender.Begin(100);
            sender.Always["Sec-Fetch-Site"] = from;
            foreach (var ask in new[] { sender.Create(100), sender.Patch(upload, 0, new byte[10]), sender.Delete(upload) })
                Assert.Equal(HttpStatusCode.Forbidden, (await ask).StatusCode);
            sender.Always["Sec-Fetch-Site"] = "same-origin";
            Assert.Equal(0, await sender.Offset(upload));
        }
    }

    [Fact]
    public async Task Whose_right_ends_on_the_way_ends_there()
    {
        await using var site = await WholeSite.Open();
        await site.Get<HostService>().InviteHelper("helper.here@example.org", site.SeriesId);
        var helper = await Console(site, "helper.here@example.org");
        var film = await helper.Begin(Samples.Mp4.Length, "talk.mp4");
        using var no = await helper.Patch(film, 0, Samples.Mp4);
        // A helper posts resources; a recording is a host's.
        Assert.Equal((403, "notAllowed"), ((int)no.StatusCode, Code(await no.Content.ReadAsStringAsync())));

        var reader = new TusSender(site.Client, $"/api/v1/sessions/{site.SessionId}/uploads");
        reader.Always["Authorization"] = $"Bearer {(await site.Get<ApiTokenService>().CreateFor(site.Known.Host, "Reads", null, isReadOnly: true)).Value!.Secret}";
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Create(100)).StatusCode);
    }

    /// <summary>As a browser that is signed in.</summary>
    private static async Task<TusSender> Console(WholeSite site, string address)
    {
        var sender = new TusSender(site.Client, $"/host/sessions/{site.SessionId}/uploads");
        sender.Always["Cookie"] = (await Visitor.SignedIn(site, address)).Cookies;
        return sender;
    }

    private static async Task<TusSender> Api(WholeSite site)
    {
        var sender = new TusSender(site.Client, $"/api/v1/sessions/{site.SessionId}/uploads");
        sender.Always["Authorization"] = $"Bearer {(await site.Get<ApiTokenService>().CreateFor(site.Known.Host, "A test", null, isReadOnly: false)).Value!.Secret}";
        return sender;
    }

    private static string? Code(string problem)
    {
        using var json = JsonDocument.Parse(problem);
        return json.RootElement.GetProperty("code").GetString();
    }
}
