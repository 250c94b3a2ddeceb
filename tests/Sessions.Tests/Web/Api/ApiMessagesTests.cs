using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>A message to a group by a program alone.</summary>
public sealed class ApiMessagesTests
{
    [Theory, EachDatabase]
    public async Task A_program_sees_a_message_sends_it_once_holds_it_back_and_stops_it(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Host);
        var messages = $"series/{site.SeriesId}/messages";
        var message = new { audience = "confirmed", sessionId = site.SessionId, subject = "The room", text = "It is https://example.org/room." };

        var ahead = await api.Post($"{messages}?preview=true", message);
        Assert.Equal((200, "null", "1"), (ahead.Status, ahead["id"], ahead["recipients"]));
        Assert.Contains("https://example.org/room", ahead.Json.GetProperty("mail").GetProperty("text").GetString(), StringComparison.Ordinal);
        var before = (await api.Get(messages)).Items.Count;
        Assert.Equal(204, (await api.Post($"{messages}/test", message)).Status);
        Assert.Equal(before, (await api.Get(messages)).Items.Count);

        var sent = await api.Post(messages, message);
        Assert.Equal((201, $"/api/v1/{messages}/{sent["id"]}"), (sent.Status, sent.Location));
        Assert.Equal(sent["id"], (await api.Post(messages, message))["id"]);
        Assert.Equal(before + 1, (await api.Get(messages)).Items.Count);
        var one = await api.Get($"{messages}/{sent["id"]}?state=failed");
        Assert.Equal(("sending", 0), (one.Json.GetProperty("message").GetProperty("state").GetString(), one.Json.GetProperty("people").GetProperty("total").GetInt32()));

        Assert.Equal(204, (await api.Put($"{messages}/{sent["id"]}/pause", new { })).Status);
        Assert.Equal("alreadyHeld", (await api.Put($"{messages}/{sent["id"]}/pause", new { })).Code);
        Assert.Equal(204, (await api.Delete($"{messages}/{sent["id"]}/pause")).Status);
        Assert.Equal("0", (await api.Post($"{messages}/{sent["id"]}/stop", new { }))["sent"]);
        Assert.Equal("nothingLeft", (await api.Post($"{messages}/{sent["id"]}/stop", new { })).Code);
        Assert.Equal("subjectMissing", (await api.Post(messages, message with { subject = "" })).Code);
        Assert.Equal("notOver", (await api.Post(messages, message with { audience = "missed" })).Code);
    }
}
