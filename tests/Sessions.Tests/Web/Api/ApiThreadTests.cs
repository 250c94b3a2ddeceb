using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>The whole thread by a program alone: a series planned, published, filled, moved, held and archived.</summary>
public sealed class ApiThreadTests
{
    [Theory, EachDatabase]
    public async Task A_program_plans_a_series_fills_it_moves_a_session_and_archives_it(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);

        var series = await Made(api.Post("series", new { name = "Open Hours", hashtag = "#OpenHours", zone = "Europe/Warsaw", localStart = "19:00", minutes = 90, capacity = 2 }));
        Assert.Equal(201, (await api.Post($"series/{series}/partners", new { kind = "sponsor", name = "The Library", what = "The room" })).Status);
        Assert.Equal(204, (await api.Post($"series/{series}/team", new { address = "second.host@example.org", role = "host" })).Status);
        Assert.Equal(204, (await api.Put($"series/{series}/running-order", new { items = new[] { new { kind = "welcome", minutes = 5 }, new { kind = "talk", minutes = 40 } } })).Status);

        var sessions = await Plan(site, api, series);
        await Programme(api, sessions[0]);
        await Readiness(api, series, sessions[0]);
        await Attendees(site, api, sessions[0]);
        await Change(api, sessions);
        await Archive(api, sessions[0]);

        var list = await api.Get($"series/{series}/sessions?limit=1&offset=1");
        Assert.Equal((3, sessions[1].ToString()), (list.Json.GetProperty("total").GetInt32(), list.Items[0].GetProperty("id").GetString()));
        Assert.Equal($"/api/v1/series/{series}/sessions?offset=2&limit=1", list["next"]);
        var slug = (await api.Get($"series/{series}"))["slug"];
        var month = await api.Get($"calendar?month=2060-06&series={slug}&state=published");
        Assert.Equal(("Europe/Warsaw", 2), (month["zone"], month.Json.GetProperty("days").GetArrayLength()));
        Assert.Equal(400, (await api.Get("calendar?month=June")).Status);
        var found = await api.Get($"sessions?series={slug}&words=trains&from=2060-06-01&until=2060-07-31");
        Assert.Equal(("1", "Trains"), (found["total"], found.Items[0].GetProperty("title").GetString()));
        var history = (await api.Get($"sessions/{sessions[0]}/history")).Items.Select(line => line.GetProperty("text").GetString()!).ToList();
        Assert.Contains(history, text => text.StartsWith("Moved to 2060-06-03 19:00", StringComparison.Ordinal));
        Assert.Contains("Saved the write-up", history);
        Assert.True(await IsPublic(site, series));
    }

    private static async Task<List<Guid>> Plan(WholeSite site, ApiClient api, Guid series)
    {
        object plan = new
        {
            publish = true,
            sessions = new object[]
            {
                new { date = "2060-06-02", title = "Buses, in the open", speakers = new[] { new { name = "Kit Example", address = "kit@example.org" } } },
                new { date = "2060-06-09", title = "Trains" },
                new { date = "2060-06-16", start = "12:00", minutes = 30 },
            },
        };
        var preview = await api.Post($"series/{series}/sessions?preview=true", plan);
        Assert.Equal((200, "null", 1), (preview.Status, preview["sessions"], preview.Json.GetProperty("mails").GetArrayLength()));
        Assert.Empty((await api.Get($"series/{series}/sessions")).Items);
        var planned = await api.Post($"series/{series}/sessions", plan);
        Assert.Equal(201, planned.Status);
        Assert.Equal("kit@example.org", planned.Json.GetProperty("mails")[0].GetProperty("recipient").GetString());
        var ids = planned.Json.GetProperty("sessions").EnumerateArray().Select(id => id.GetGuid()).ToList();
        var first = await api.Get($"sessions/{ids[0]}");
        Assert.Equal(("2060-06-02T17:00:00+00:00", "1", "2"), (first.Json.GetProperty("when").GetProperty("start").GetString(), first["number"], first["capacity"]));
        Assert.Equal("30", (await api.Get($"sessions/{ids[2]}"))["minutes"]);
        await using var db = site.Database.Read();
        Assert.Equal(1, await db.Outbox.CountAsync(m => m.SeriesId == series && m.Recipient == "kit@example.org"));
        return ids;
    }

    private static async Task Readiness(ApiClient api, Guid series, Guid session)
    {
        var speaker = (await api.Get($"sessions/{session}/speakers")).Items[0].GetProperty("id").GetGuid();
        async Task<string?> Photo() => (await api.Get($"series/{series}/readiness")).Items.Single(s => s.GetProperty("id").GetGuid() == session).GetProperty("speakers")[0].GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("item").GetString() == "photo").Select(i => $"{i.GetProperty("state")} {i.GetProperty("due")}").Single();

        Assert.Matches("^missing 2060-0", await Photo());
        Assert.Equal(204, (await api.Send(HttpMethod.Put, $"sessions/{session}/speakers/{speaker}/excused/photo", null)).Status);
        Assert.Matches("^excused ", await Photo());
        Assert.Equal(204, (await api.Delete($"sessions/{session}/speakers/{speaker}/excused/Photo")).Status);
        Assert.Matches("^missing ", await Photo());
        Assert.Equal("itemUnknown", (await api.Delete($"sessions/{session}/speakers/{speaker}/excused/7")).Code);
    }

    private static async Task Programme(ApiClient api, Guid session)
    {
        var chair = await Made(api.Post($"sessions/{session}/speakers", new { name = "Cleo Chair", role = "chair" }));
        Assert.Equal(204, (await api.Put($"sessions/{session}/speakers/{chair}/role", new { role = "opener" })).Status);
        var programme = (await api.Get($"sessions/{session}/speakers")).Items;
        Assert.Equal(["asked", "named"], programme.Select(p => p.GetProperty("state").GetString()));
        Assert.Equal("opener", programme[1].GetProperty("role").GetString());
        Assert.StartsWith("/speak/", programme[1].GetProperty("linkPath").GetString(), StringComparison.Ordinal);
        Assert.Equal("noAddress", (await api.Post($"sessions/{session}/speakers/{chair}/ask")).Code);
        Assert.Equal(204, (await api.Put($"sessions/{session}/running-order", new { items = new object[] { new { kind = "talk", minutes = 20, appearanceId = chair } } })).Status);
        Assert.Equal(204, (await api.Post($"sessions/{session}/running-order/from-template")).Status);
        Assert.Equal(2, (await api.Get($"sessions/{session}/running-order")).Items.Count);
        Assert.Equal(204, (await api.Delete($"sessions/{session}/speakers/{chair}")).Status);
    }

    private static async Task Attendees(WholeSite site, ApiClient api, Guid session)
    {
        foreach (var name in new[] { "ann", "ben", "cas" }) Assert.Equal(204, (await api.Post($"sessions/{session}/sign-ups", new { address = $"{name}@example.org" })).Status);
        var people = (await api.Get($"sessions/{session}/attendees")).Items;
        Assert.Equal([("ann@example.org", "confirmed"), ("ben@example.org", "confirmed"), ("cas@example.org", "waitlisted")],
            people.Select(p => (p.GetProperty("address").GetString()!, p.GetProperty("state").GetString()!)));
        Assert.Equal(1, people[2].GetProperty("place").GetInt32());
        var mails = await api.Get($"mails?session={session}&recipient=cas@");
        var mail = await api.Get($"mails/{mails.Items.Single().GetProperty("id").GetGuid()}");
        Assert.Equal("preview", mail["reading"]);
        Assert.Contains("#OpenHours", mail["text"], StringComparison.Ordinal);
        await using var db = site.Database.Read();
        Assert.Equal(3, await db.Registrations.CountAsync(r => r.SessionId == session));
    }

    private static async Task Change(ApiClient api, List<Guid> sessions)
    {
        var move = new { date = "2060-06-03", start = "19:00", minutes = 90 };
        var ahead = await api.Post($"sessions/{sessions[0]}/move?preview=true", move);
        Assert.Equal(("3", "1"), (ahead["attendees"], ahead["speakers"]));
        var moved = await api.Post($"sessions/{sessions[0]}/move", move);
        Assert.Equal(ahead.Text, moved.Text.Replace($"\"{moved["undo"]}\"", "null", StringComparison.Ordinal));
        var step = $"series/{(await api.Get($"sessions/{sessions[0]}"))["seriesId"]}/undo/{moved["undo"]}";
        Assert.Equal("1", (await api.Post(step, null))["back"]);
        Assert.Equal("alreadyUndone", (await api.Post(step, null)).Code);
        Assert.Equal(200, (await api.Post($"sessions/{sessions[0]}/move", move)).Status);
        Assert.Equal("sameTime", (await api.Post($"sessions/{sessions[0]}/move", move)).Code);
        Assert.Equal("2060-06-02T19:00:00", (await api.Get($"sessions/{sessions[0]}"))["movedFrom"]);
        var edited = await api.Put($"sessions/{sessions[0]}", new { title = "Buses in the open", number = 1, capacity = 3 });
        Assert.Contains("registration.offered", edited.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await api.Post($"sessions/{sessions[1]}/cancel", new { because = "The hall is closed" })).Status);
        var cancelled = await api.Get($"sessions/{sessions[1]}");
        Assert.Equal(("true", "The hall is closed"), (cancelled["isCancelled"], cancelled["cancelledBecause"]));
        Assert.Equal("alreadyCancelled", (await api.Post($"sessions/{sessions[1]}/cancel", new { })).Code);
    }

    private static async Task Archive(ApiClient api, Guid session)
    {
        var link = await Made(api.Post($"sessions/{session}/archive/links", new { kind = "recording", url = "https://video.example.org/1", title = "The recording", licence = "CC-BY-4.0" }));
        using var pdf = new ByteArrayContent(Files.Samples.Pdf);
        var file = await Made(api.Send(HttpMethod.Post, $"sessions/{session}/archive/files?name=slides.pdf&credit=Kit%20Example", pdf));
        Assert.Equal(204, (await api.Put($"sessions/{session}/write-up", new { text = "It *went* well." })).Status);
        var items = (await api.Get($"sessions/{session}/archive")).Items;
        Assert.Equal([(link, "recording"), (file, "resource")], items.Select(i => (i.GetProperty("id").GetGuid(), i.GetProperty("kind").GetString()!)));
        var stored = await api.Get($"sessions/{session}/archive/files/{items[1].GetProperty("fileId").GetGuid()}");
        Assert.Equal((200, "application/pdf"), (stored.Status, stored.Type));
        Assert.Equal(204, (await api.Delete($"sessions/{session}/archive/{link}")).Status);
        Assert.Equal("It *went* well.", (await api.Get($"sessions/{session}/write-up"))["text"]);
    }

    private static async Task<bool> IsPublic(WholeSite site, Guid series)
    {
        await using var db = site.Database.Read();
        var slug = (await db.Series.SingleAsync(s => s.Id == series)).Slug;
        using var page = await site.Client.GetAsync(new Uri($"/series/{slug}", UriKind.Relative));
        return (await page.Content.ReadAsStringAsync()).Contains("Buses in the open", StringComparison.Ordinal);
    }

    private static async Task<Guid> Made(Task<ApiResult> call)
    {
        var made = await call;
        Assert.True(made.Status == 201, made.Text);
        Assert.NotNull(made.Location);
        return made.Json.GetProperty("id").GetGuid();
    }
}
