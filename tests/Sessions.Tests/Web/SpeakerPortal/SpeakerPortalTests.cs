using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.SpeakerPortal;

public sealed class SpeakerPortalTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["name"] = "Kim Example",
        ["title"] = "Bees <and> buses",
        ["abstract"] = "What both have in common.",
        ["line"] = "Director, Example",
        ["bio"] = "Kim counts.",
        ["links"] = "https://example.org/kim",
        ["licence"] = "CC-BY-4.0",
        ["publish"] = "yes",
        ["link"] = "",
        ["link-title"] = "",
    };

    [Fact]
    public async Task Yes_and_no_are_said_by_a_button_and_looking_changes_nothing()
    {
        var (_, path) = await site.Speaker();
        Assert.Contains("Yes, I will speak", await Get(path), StringComparison.Ordinal);
        Assert.Equal(AppearanceState.Asked, (await Page(path)).State);

        Assert.Equal(HttpStatusCode.SeeOther, (await Post($"{path}/answer", new() { ["answer"] = "yes" })).StatusCode);
        Assert.Equal(AppearanceState.Accepted, (await Page(path)).State);

        await Post($"{path}/answer", new() { ["answer"] = "no", ["because"] = "Holidays" });
        Assert.Equal("Holidays", (await Page(path)).DeclinedBecause);
        Assert.Contains("I will speak after all", await Get(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_that_asks_holds_the_link_and_the_calendar_entry()
    {
        var (id, path) = await site.Speaker();
        var mail = await site.Database.Write(async db =>
        {
            var row = await db.Outbox.SingleAsync(m => m.SubjectId == id);
            return await site.Services.GetServices<IMailComposer>().Single(c => c.Kinds.Contains(row.Kind)).Compose(db, row, TimeProvider.System.Now());
        });
        Assert.Contains(path, mail!.Body.ToText(), StringComparison.Ordinal);
        Assert.Equal("REQUEST", mail.Calendar?.Method);
        Assert.Contains("ROLE=CHAIR", mail.Calendar?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_and_files_go_in_with_one_press()
    {
        var (_, path) = await site.Speaker();
        var answer = await Save(path, Typed, ("slides.pdf", Samples.Pdf), ("table.csv", Samples.Text("a,b\n1,2\n")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var talk = await Page(path);
        Assert.Equal("Bees <and> buses", talk.Form.Title);
        Assert.Equal(["slides.pdf", "table.csv"], talk.Items.Select(i => i.Title));
        Assert.All(talk.Items, item => Assert.True(item.IsPublic));
        var page = await Get($"{path}?saved=true");
        Assert.Contains("Bees &lt;and&gt; buses", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bees <and>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AppearanceRole.Chair, "Will you chair?")]
    [InlineData(AppearanceRole.Opener, "Will you open the session?")]
    [InlineData(AppearanceRole.Producer, "Will you produce the session?")]
    public async Task Who_brings_no_talk_is_asked_for_none(AppearanceRole role, string question)
    {
        var (_, path) = await site.Speaker(role);
        var page = await Get(path);

        Assert.Contains(question, page, StringComparison.Ordinal);
        Assert.Contains("id=\"bio\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"files\"", page, StringComparison.Ordinal);
        foreach (var field in new[] { "title", "abstract", "licence", "record" }) Assert.DoesNotContain($"id=\"{field}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Talk title", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_hands_in_a_file_without_a_talk_is_asked_what_may_be_done_with_it()
    {
        var (_, path) = await site.Speaker(AppearanceRole.Chair);
        await Save(path, new() { ["name"] = "Kim Example", ["bio"] = "Kim chairs." }, ("notes.pdf", Samples.Pdf));
        Assert.Contains("id=\"licence\"", await Get(path), StringComparison.Ordinal);

        await Save(path, new() { ["name"] = "Kim Example", ["licence"] = "CC-BY-4.0", ["publish"] = "yes" });
        Assert.True(Assert.Single((await Page(path)).Items).IsPublic);
    }

    [Fact]
    public async Task A_field_that_the_page_does_not_offer_keeps_what_it_held()
    {
        var (id, path) = await site.Speaker();
        await Save(path, Typed);
        await site.Get<SpeakerService>().SetRole(site.Host, id, AppearanceRole.Chair);
        Assert.Equal(HttpStatusCode.SeeOther, (await Save(path, new() { ["name"] = "Kim Example", ["bio"] = "Kim chairs." })).StatusCode);

        var kept = (await Page(path)).Form;
        Assert.Equal("Kim chairs.", kept.Bio);
        Assert.Equal((Typed["title"], Typed["abstract"], Typed["licence"], true), (kept.Title, kept.Abstract, kept.Licence, kept.MayPublish));
    }

    [Theory]
    [InlineData("bio", 601, "About you: at most 600 characters")]
    [InlineData("title", 301, "Title of your talk: at most 300 characters")]
    [InlineData("abstract", 5001, "What it is about: at most 5000 characters")]
    [InlineData("line", 301, "Your role and organisation together: at most 300 characters")]
    [InlineData("name", 201, "Your name: at most 200 characters")]
    [InlineData("name", 0, "Your name: write it")]
    public async Task A_field_with_a_problem_is_named_on_top_and_every_value_is_kept(string field, int length, string sentence)
    {
        var (_, path) = await site.Speaker();
        var typed = new Dictionary<string, string>(Typed) { [field] = new('x', length) };
        await AssertKept(path, typed, field, sentence);
        Assert.Null((await Page(path)).Form.Title);
    }

    [Theory]
    [InlineData("links", "javascript:alert(1)", "is no web address")]
    [InlineData("licence", "none", "choose one from the list")]
    [InlineData("link", "not a link", "write a web address")]
    public async Task A_value_that_is_not_one_is_named_and_kept(string field, string value, string sentence) =>
        await AssertKept((await site.Speaker()).Path, new Dictionary<string, string>(Typed) { [field] = value }, field, sentence);

    [Theory]
    [InlineData("page.html", "<!doctype html><script>alert(1)</script>", "is a web page or a program")]
    [InlineData("slides.pdf", "<svg onload='alert(1)'>", "is a web page or a program")]
    [InlineData("empty.pdf", "", "is empty")]
    [InlineData("slides.pdf", "MZ\0\0", "is of a kind we do not take")]
    public async Task A_file_that_is_not_taken_is_named_and_the_words_beside_it_are_saved(string name, string content, string sentence)
    {
        var (_, path) = await site.Speaker();
        var answer = await Save(path, Typed, (name, Samples.Text(content)), ("good.pdf", Samples.Pdf));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"“{name}” {sentence}", page, StringComparison.Ordinal);
        var talk = await Page(path);
        Assert.Equal(Typed["title"], talk.Form.Title);
        Assert.Equal("good.pdf", Assert.Single(talk.Items).Title);
    }

    [Fact]
    public async Task A_file_over_fifty_megabytes_is_refused_with_a_sentence_and_costs_nothing_else()
    {
        var (_, path) = await site.Speaker();
        var large = new byte[Sessions.Files.FileStore.MaxBytes + 1];
        "%PDF-1.7"u8.CopyTo(large);
        var answer = await Save(path, Typed, ("large.pdf", large), ("small.pdf", Samples.Pdf));

        Assert.Contains("“large.pdf” is larger than 50 MB", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var talk = await Page(path);
        Assert.Equal(Typed["abstract"], talk.Form.Abstract);
        Assert.Equal("small.pdf", Assert.Single(talk.Items).Title);
    }

    [Fact]
    public async Task A_link_is_handed_in_and_a_file_removed_by_the_same_form()
    {
        var (_, path) = await site.Speaker();
        await Save(path, new Dictionary<string, string>(Typed) { ["link"] = "example.org/talk", ["link-title"] = "Recording" }, ("slides.pdf", Samples.Pdf));
        var items = (await Page(path)).Items;
        Assert.Equal(["slides.pdf", "Recording"], items.Select(i => i.Title));

        await Save(path, new Dictionary<string, string>(Typed) { ["title"] = "New title", ["remove"] = items[0].Id.ToString() });
        var talk = await Page(path);
        Assert.Equal("New title", talk.Form.Title);
        Assert.Equal("https://example.org/talk", Assert.Single(talk.Items).Url);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri($"{path}/files/{items[0].File!.Id}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_form_saves_itself_through_the_same_address()
    {
        var (_, path) = await site.Speaker();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = TestSite.Form(Typed), Headers = { { "Accept", "application/json" } } };
        Assert.Equal("""{"problems":[]}""", await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync());
        Assert.Equal(Typed["title"], (await Page(path)).Form.Title);
    }

    [Fact]
    public async Task Unknown_revoked_and_foreign_links_give_the_same_404_page_by_any_method()
    {
        var (id, revoked) = await site.Speaker();
        await site.Get<SpeakerService>().RevokeLink(site.Host, id);
        var pages = new HashSet<string>();
        foreach (var path in new[] { revoked, "/speak/x", "/speak/" + new string('A', 48) })
        {
            var shown = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            var saved = await Save(path, Typed, ("slides.pdf", Samples.Pdf));
            var replied = await Post($"{path}/answer", new() { ["answer"] = "yes" });
            Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { shown, saved, replied }.Select(a => a.StatusCode));
            Assert.DoesNotContain("Kim Example", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            pages.Add((await shown.Content.ReadAsStringAsync()).Replace(path, "", StringComparison.Ordinal));
        }
        Assert.Single(pages);
    }

    [Fact]
    public async Task The_page_is_never_stored_and_tells_nobody_where_it_is()
    {
        var (_, path) = await site.Speaker();
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotContain("example.org", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_from_another_site_does_nothing()
    {
        var (_, path) = await site.Speaker();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/answer")
        {
            Content = new FormUrlEncodedContent([new("answer", "yes")]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.SendAsync(request)).StatusCode);
        Assert.Equal(AppearanceState.Asked, (await Page(path)).State);
    }

    private async Task AssertKept(string path, Dictionary<string, string> typed, string field, string sentence)
    {
        var answer = await Save(path, typed);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-error\"", page, StringComparison.Ordinal);
        foreach (var (name, value) in typed.Where(t => t.Key is not ("licence" or "publish"))) Assert.True(page.Contains(value, StringComparison.Ordinal), name);
        Assert.Matches("id=\"publish\"[^>]*checked", page);
    }

    private async Task<TalkFacts> Page(string path) => (await site.Get<SpeakerQueries>().Page(path["/speak/".Length..], TimeProvider.System.Now()))!;

    private Task<string> Get(string path) => site.Client.GetStringAsync(new Uri(path, UriKind.Relative));

    private Task<HttpResponseMessage> Save(string path, Dictionary<string, string> fields, params (string, byte[])[] files) =>
        site.Client.PostAsync(new Uri(path, UriKind.Relative), TestSite.Form(fields, files));

    private Task<HttpResponseMessage> Post(string path, Dictionary<string, string> fields) =>
        site.Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields));
}
