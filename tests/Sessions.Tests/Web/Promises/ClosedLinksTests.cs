using AngleSharp.Html.Parser;
using NodaTime;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>Links that are wrong, revoked, somebody else's or over tell nothing, not even which of these they are.</summary>
public sealed class ClosedLinksTests(WholeSite site) : IClassFixture<WholeSite>
{
    /// <summary>0 is the token; 1 and 2 are a place and a file that the open link leads to.</summary>
    private static readonly string[] Routes =
    [
        "/my/{0}", "/my/{0}.ics", "/my/{0}/leave/{1}", "/my/{0}/mail", "/my/{0}/data", "/my-data/{0}", "/my-data/{0}/data.json", "/my-data/{0}/erase", "/join/{0}", "/questions/{0}", "/check-in/{0}", "/speak/{0}", "/speak/{0}/answer", "/speak/{0}/other-date", "/speak/{0}/with", "/my-offer/{0}", "/my-offer/{0}/withdraw", "/speak/{0}/files/{2}", "/speak/{0}/uploads", "/speak/{0}/uploads/{2}",
        "/unsubscribe/{0}", "/not-me/{0}", "/watch/{0}", "/watch/{0}/linked.mp4", "/watch/{0}/captions/en.vtt", "/watch/{0}/captions/en.txt", "/watch/{0}/chapters.vtt", "/account/enter/{0}", "/account/set-up/{0}",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var route in Routes)
                foreach (var why in new[] { "wrong", "damaged", "revoked", "foreign" })
                    cases.Add(route, why);
            // Those of a person never expire, and a set-up link lasts until it is used.
            foreach (var route in Routes.Where(r => r.StartsWith("/speak", StringComparison.Ordinal)).Append("/join/{0}").Append("/questions/{0}").Append("/check-in/{0}").Append("/account/enter/{0}").Append("/my-data/{0}"))
                cases.Add(route, "expired");
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_link_that_is_not_open_is_the_one_404_page_by_any_method(string route, string why)
    {
        var visitor = await Visitor.As(site, Role.Anybody);
        var token = await Closed(route, why);
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, route, token, site.Known.Place, site.Known.SpeakerFile);
        var nowhere = await visitor.Get("/nowhere");
        var hidden = (await visitor.Forms("/account/sign-in"))[0].Hidden;

        var shown = await visitor.Get(path);
        var posted = await visitor.Send(HttpMethod.Post, path, new FormUrlEncodedContent(hidden));

        Assert.Equal((404, 404), (shown.Status, posted.Status));
        Assert.Equal(nowhere.Body, shown.Body);
        Assert.Equal(nowhere.Body, posted.Body);
        var form = Assert.Single(new HtmlParser().ParseDocument(shown.Text).QuerySelectorAll("form"));
        Assert.Equal("/my/link", form.GetAttribute("action"));
    }

    [Fact]
    public async Task The_same_links_open_while_they_are_right()
    {
        var (visitor, known) = (await Visitor.As(site, Role.Anybody), site.Known);
        foreach (var path in new[] { $"/my/{known.My}", $"/my/{known.Feed}.ics", $"/join/{known.Join}", $"/questions/{known.Join}", $"/check-in/{known.CheckIn}", $"/my-data/{await site.OwnData()}", $"/my-data/{await site.OwnData()}/data.json", $"/speak/{known.Speak}", $"/my-offer/{known.Offer}", $"/unsubscribe/{known.Unsubscribe}", $"/not-me/{known.NotMe}", $"/watch/{known.Watch}", $"/watch/{known.Watch}/linked.mp4", $"/watch/{known.Watch}/captions/en.vtt", $"/watch/{known.Watch}/captions/en.txt",
                     $"/speak/{known.Speak}/files/{known.SpeakerFile}", $"/account/enter/{await site.SignIn(known.Admin)}", $"/account/set-up/{await site.SetUp()}" })
            Assert.Equal(200, (await visitor.Get(path)).Status);
    }

    private async Task<string> Closed(string route, string why)
    {
        var kind = route.Split('/')[1];
        if (why == "wrong") return new string('A', 48);
        if (kind == "my-data") return await Proof(why);
        if (kind == "account") return await OneTime(route.Contains("enter", StringComparison.Ordinal), why);
        if (why == "expired") return await OfAnOldSession(kind);
        var purpose = kind switch
        {
            "my" => route.EndsWith(".ics", StringComparison.Ordinal) ? LinkPurpose.Feed : LinkPurpose.My,
            "join" or "questions" => LinkPurpose.Join,
            "check-in" => LinkPurpose.CheckIn,
            "speak" => LinkPurpose.Speak,
            "watch" => LinkPurpose.Watch,
            "my-offer" => LinkPurpose.Proposal,
            "unsubscribe" => LinkPurpose.Unsubscribe,
            _ => LinkPurpose.NotMe,
        };
        var open = StandingLinks.ClaimedId(purpose switch { LinkPurpose.Join => site.Known.Join, LinkPurpose.CheckIn => site.Known.CheckIn, LinkPurpose.Speak => site.Known.Speak, LinkPurpose.Watch => site.Known.Watch, LinkPurpose.Proposal => site.Known.Offer, _ => site.Known.My })!.Value;
        var links = site.Get<StandingLinks>();
        return why switch
        {
            // The joining link of the same place opens no door.
            "foreign" => links.Token(purpose switch { LinkPurpose.My => LinkPurpose.Feed, LinkPurpose.CheckIn => LinkPurpose.Join, _ => LinkPurpose.My }, open, 0),
            "revoked" => links.Token(purpose, open, 7),
            _ => links.Token(purpose, open, 0)[..^4] + "AAAA",
        };
    }

    private async Task<string> Proof(string why) => why switch
    {
        "foreign" => await site.SignIn(site.Known.Admin),
        "expired" => await site.OwnData(life: -1),
        "revoked" => await Spent(),
        _ => (await site.OwnData())[..^4] + "AAAA",
    };

    private async Task<string> Spent()
    {
        var token = await site.OwnData();
        Assert.True((await site.Get<Sessions.Workflows.ErasePerson>().Save(token)).Ok);
        return token;
    }

    private async Task<string> OneTime(bool isSignIn, string why) => why switch
    {
        "foreign" => isSignIn ? await site.SetUp() : await site.SignIn(site.Known.Admin),
        "expired" => await site.SignIn(site.Known.Admin, life: -1),
        "revoked" => await Used(isSignIn),
        _ => (await site.SetUp())[..^4] + "AAAA",
    };

    private async Task<string> Used(bool isSignIn)
    {
        var token = isSignIn ? await site.SignIn(site.Known.Admin) : await site.SetUp();
        var spent = isSignIn
            ? await site.Get<SignInService>().Enter(token, "Test")
            : await site.Get<SignInService>().CompleteSetUp(token, "Sam Setter", "sam.setter@example.org", "Test");
        Assert.True(spent.Ok);
        return token;
    }

    /// <summary>A speaker's page closes 90 days after the session; a place given up closes its joining link.</summary>
    private async Task<string> OfAnOldSession(string kind)
    {
        var now = Sessions.Data.Clock.Now(TimeProvider.System);
        var when = SessionTime.Exact((now - Duration.FromDays(91)).InUtc().LocalDateTime, Samples.Zone, 30);
        var session = new Session { SeriesId = site.SeriesId, Slug = $"{Guid.NewGuid():n}", When = when, CreatedAt = now, PublishedAt = now }.At(when);
        var person = new Person { Name = "Old Timer", CreatedAt = now };
        var appearance = new Appearance { SessionId = session.Id, PersonId = person.Id, Position = 0, CreatedAt = now };
        var place = new Sessions.Registrations.Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = now };
        place.Enter(session, now);
        place.Withdraw(session, now);
        await new Samples(site.Database).Add(session).Add(person).Add(appearance).Add(place).Save();
        return kind == "speak" ? site.Get<StandingLinks>().Token(LinkPurpose.Speak, appearance.Id, 0) : site.Get<StandingLinks>().Token(kind == "join" ? LinkPurpose.Join : LinkPurpose.CheckIn, place.Id, 0);
    }
}
