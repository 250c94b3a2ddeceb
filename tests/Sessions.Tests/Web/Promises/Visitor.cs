using System.Net;
using AngleSharp.Html.Parser;

namespace Sessions.Tests.Web.Promises;

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself.</summary>
internal sealed class Visitor
{
    private static readonly HtmlParser Parser = new();

    private readonly WholeSite _site;
    private readonly Dictionary<string, string> _cookies = [];

    private Visitor(WholeSite site) => _site = site;

    public static async Task<Visitor> As(WholeSite site, Role role)
    {
        var visitor = new Visitor(site);
        if (role == Role.Anybody) return visitor;
        if (!site.SignedIn.TryGetValue(role, out var cookie))
        {
            await visitor.Enter(await site.SignIn(role == Role.Host ? site.Known.Host : site.Known.Admin));
            site.SignedIn[role] = cookie = visitor._cookies["host"];
            visitor._cookies.Clear();
        }
        visitor._cookies["host"] = cookie;
        return visitor;
    }

    /// <param name="address">Of somebody who may come into the console.</param>
    public static async Task<Visitor> SignedIn(WholeSite site, string address)
    {
        var visitor = new Visitor(site);
        await visitor.Enter(await site.SignIn(address));
        return visitor;
    }

    public string Cookies => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    public Task<Answered> Get(string path) => Send(HttpMethod.Get, path);

    public async Task<Answered> Send(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (_cookies.Count > 0) request.Headers.Add("Cookie", Cookies);
        using var answer = await _site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) Keep(cookie);
        // Signing out ends the sign-in on the server: what was kept of it lets nobody in any more.
        if (method == HttpMethod.Post && path == "/account/sign-out") _site.SignedIn.Clear();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        try
        {
            return new(path, (int)answer.StatusCode, type, await answer.Content.ReadAsByteArrayAsync(), answer.Headers.Location?.ToString());
        }
        catch (HttpRequestException fault)
        {
            throw new InvalidOperationException($"{method} {path} ends in the middle of its answer ({answer.StatusCode}).", fault);
        }
    }

    /// <summary>The forms of a page that post.</summary>
    public async Task<IReadOnlyList<PageForm>> Forms(string path)
    {
        var page = await Get(path);
        return page.IsHtml ? PageForm.In(Parser.ParseDocument(page.Text), path) : [];
    }

    private async Task Enter(string token)
    {
        var form = (await Forms($"/account/enter/{token}")).Single(f => f.Action.StartsWith("/account/enter/", StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent(form.Hidden);
        Assert.Equal((int)HttpStatusCode.Redirect, (await Send(HttpMethod.Post, form.Action, content)).Status);
    }

    private void Keep(string cookie)
    {
        var pair = cookie.Split(';', 2)[0].Split('=', 2);
        if (pair[1].Length == 0) _cookies.Remove(pair[0]);
        else _cookies[pair[0]] = pair[1];
    }
}

/// <summary>What came back.</summary>
/// <param name="Location">Where it sends the visitor, if anywhere.</param>
internal sealed record Answered(string Path, int Status, string Type, byte[] Body, string? Location)
{
    public bool IsHtml => Type == "text/html";

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
