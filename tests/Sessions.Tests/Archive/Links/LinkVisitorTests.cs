using System.Net;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Sessions.Archive.Links;

namespace Sessions.Tests.Archive.Links;

public sealed class LinkVisitorTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Fact]
    public async Task A_link_that_works_is_asked_for_its_head_alone_and_the_host_is_told_who_asks()
    {
        await using var host = await ForeignHost.Start();
        host.Answers("/slides", 200);

        Assert.Equal(new(null, 200), await Look(host, host.Url("/slides")));

        Assert.Equal(["GET /robots.txt", "HEAD /slides"], host.Asked);
        Assert.All(host.Agents, agent => Assert.Equal("Sessions-link-check (+https://sessions.example.org/)", agent));
    }

    [Theory]
    [InlineData(404, LinkFault.Gone)]
    [InlineData(410, LinkFault.Gone)]
    [InlineData(500, LinkFault.Refused)]
    [InlineData(401, LinkFault.NeedsSignIn)]
    [InlineData(403, LinkFault.NeedsSignIn)]
    public async Task A_head_that_is_refused_is_asked_for_whole_before_anything_is_said_of_it(int status, object fault)
    {
        await using var host = await ForeignHost.Start();
        host.Answers("/slides", status);

        Assert.Equal(new((LinkFault)fault, status), await Look(host, host.Url("/slides")));
        Assert.Equal(["GET /robots.txt", "HEAD /slides", "GET /slides"], host.Asked);

        host.Answers("/slides", http => { http.Response.StatusCode = HttpMethods.IsHead(http.Request.Method) ? status : 200; return Task.CompletedTask; });
        Assert.Null((await Look(host, host.Url("/slides"))).Fault);
    }

    [Fact]
    public async Task An_endless_answer_is_left_after_a_few_bytes_and_a_silent_host_after_its_time()
    {
        await using var host = await ForeignHost.Start();
        var written = 0;
        host.Answers("/endless", async http =>
        {
            if (HttpMethods.IsHead(http.Request.Method)) { http.Response.StatusCode = 405; return; }
            try
            {
                for (var block = new byte[65_536]; !http.RequestAborted.IsCancellationRequested; written++)
                {
                    await http.Response.Body.WriteAsync(block, http.RequestAborted);
                    await Task.Delay(5, http.RequestAborted);
                }
            }
            catch (OperationCanceledException) { }
        });

        host.Answers("/silent", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        host.Answers("/drop-by-drop", async http =>
        {
            if (HttpMethods.IsHead(http.Request.Method)) { http.Response.StatusCode = 405; return; }
            await http.Response.Body.WriteAsync("<"u8.ToArray(), http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });

        Assert.Null((await Look(host, host.Url("/endless"))).Fault);
        Assert.InRange(written, 0, 500);
        using var hurried = new LinkVisitor(host.Reach with { Patience = TimeSpan.FromMilliseconds(500) }, "test");
        foreach (var path in new[] { "/silent", "/drop-by-drop" })
            Assert.Equal(LinkFault.TooSlow, (await hurried.Look(host.Url(path), (_, _) => Task.FromResult(RobotsFile.AllowsAll), Now, default)).Fault);
    }

    [Fact]
    public async Task Each_step_of_a_redirect_is_judged_anew_and_there_are_not_many()
    {
        await using var host = await ForeignHost.Start();
        host.Names["inner.example.org"] = [IPAddress.Parse("10.0.0.1")];
        host.Answers("/moved", 301, ("Location", "/there"));
        host.Answers("/there", 200);
        host.Answers("/elsewhere", 302, ("Location", host.Url("/there", "two.example.org")));
        host.Answers("/round", 302, ("Location", "/round"));
        host.Answers("/inner", 302, ("Location", host.Url("/there", "inner.example.org")));
        host.Answers("/metadata", 302, ("Location", "http://169.254.169.254/latest/meta-data/"));
        host.Answers("/port", 302, ("Location", "http://one.example.org:22/"));
        host.Answers("/file", 302, ("Location", "file:///etc/passwd"));
        host.Answers("/gopher", 302, ("Location", "gopher://one.example.org/"));
        host.Answers("/user", 302, ("Location", $"http://user:secret@one.example.org:{host.Port}/there"));
        host.Answers("/nowhere", 302);

        Assert.Null((await Look(host, host.Url("/moved"))).Fault);
        Assert.Null((await Look(host, host.Url("/elsewhere"))).Fault);
        Assert.Equal(LinkFault.TooManyRedirects, (await Look(host, host.Url("/round"))).Fault);
        foreach (var path in new[] { "/inner", "/metadata", "/port", "/file", "/gopher", "/user" })
            Assert.Equal(LinkFault.NotPublic, (await Look(host, host.Url(path))).Fault);
        Assert.Equal(LinkFault.Refused, (await Look(host, host.Url("/nowhere"))).Fault);
    }

    [Fact]
    public async Task The_address_that_was_judged_is_the_one_that_is_connected_to_and_one_inner_address_spoils_a_name()
    {
        await using var host = await ForeignHost.Start();
        host.Answers("/a", 200);
        var asked = 0;
        // A name that means another address each time it is asked: the second is never used.
        var turning = host.Reach with
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([Interlocked.Increment(ref asked) == 1 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]),
        };
        host.Names["mixed.example.org"] = [IPAddress.Loopback, IPAddress.Parse("192.168.0.1")];

        using var visitor = new LinkVisitor(turning, "test");
        Assert.Null((await visitor.Look(host.Url("/a"), (_, _) => Task.FromResult(RobotsFile.AllowsAll), Now, default)).Fault);
        Assert.Equal(1, asked);
        Assert.Equal(LinkFault.NotPublic, (await Look(host, host.Url("/a", "mixed.example.org"))).Fault);
        Assert.Equal(["HEAD /a"], host.Asked);
    }

    [Fact]
    public async Task The_usual_rule_keeps_the_checker_out_of_a_server_that_stands_here()
    {
        await using var host = await ForeignHost.Start();
        host.Answers("/a", 200);
        using var visitor = new LinkVisitor(LinkReach.Public, "test");

        foreach (var url in new[] { $"http://127.0.0.1:{host.Port}/a", $"http://localhost:{host.Port}/a", $"http://[::1]:{host.Port}/a", $"http://[::ffff:127.0.0.1]:{host.Port}/a", $"http://2130706433:{host.Port}/a", $"http://0x7f.1:{host.Port}/a", "http://127.0.0.1/", "https://localhost/" })
            Assert.Equal(LinkFault.NotPublic, (await visitor.Look(url, (_, _) => Task.FromResult(RobotsFile.AllowsAll), Now, default)).Fault);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task A_host_that_wants_no_programs_is_left_alone_and_one_that_asks_for_patience_gets_it()
    {
        await using var host = await ForeignHost.Start();
        host.Answers("/robots.txt", http => http.Response.WriteAsync("User-agent: *\nDisallow: /private"));
        host.Answers("/private/a", 200);
        host.Answers("/busy", 429, ("Retry-After", "3600"));
        host.Answers("/later", 503, ("Retry-After", "Sat, 21 Nov 2026 12:00:00 GMT"));
        host.Answers("/long", 503, ("Retry-After", "99999999"));
        host.Answers("/unsaid", 503);

        Assert.Equal(LinkFault.RobotsForbid, (await Look(host, host.Url("/private/a"))).Fault);
        Assert.DoesNotContain("HEAD /private/a", host.Asked);
        Assert.Equal(new(LinkFault.Busy, 429, Duration.FromHours(1)), await Look(host, host.Url("/busy")));
        Assert.DoesNotContain("GET /busy", host.Asked);
        Assert.Equal(Duration.FromDays(1), (await Look(host, host.Url("/later"))).RetryAfter);
        Assert.Equal(LinkRules.LongestPatience, (await Look(host, host.Url("/long"))).RetryAfter);
        Assert.Equal(Duration.FromDays(1), (await Look(host, host.Url("/unsaid"))).RetryAfter);
    }

    [Fact]
    public async Task A_name_that_nobody_has_and_a_host_that_does_not_listen_are_told_apart()
    {
        await using var host = await ForeignHost.Start();
        var silent = host.Reach with { MayConnect = (_, _) => true };

        Assert.Equal(LinkFault.NameUnknown, (await Look(host, host.Url("/a", "nobody.example.org"))).Fault);
        using var visitor = new LinkVisitor(silent, "test");
        Assert.Equal(LinkFault.Unreachable, (await visitor.Look("http://one.example.org:1/a", (_, _) => Task.FromResult(RobotsFile.AllowsAll), Now, default)).Fault);
    }

    private static async Task<LinkAnswer> Look(ForeignHost host, string url)
    {
        using var round = new LinkRound(new LinkVisitor(host.Reach, LinkVisitor.AgentOf(new("https://sessions.example.org"))), TimeSpan.Zero);
        return await round.Look(url, Now, default);
    }
}
