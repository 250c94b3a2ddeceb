using Sessions.Data;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>Every form and write endpoint of the running app, sent what nobody should send.</summary>
public sealed class BadInputTests
{
    [Theory, EachDatabase]
    public async Task No_write_endpoint_fails_at_junk_and_what_is_refused_comes_back_with_a_sentence(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var faults = new List<string>();
        foreach (var route in SiteRoute.Of(site.Services).Where(r => r.TakesPost))
        {
            var filling = Array.Find(Fillings.All, f => f.Route == route.Pattern) ?? (route.TakesForm ? null : new Filling(route.Pattern, new Blank("any", "thing")) { As = Role.Admin, LeadsNowhere = true });
            if (filling is null) faults.Add($"POST {route.Pattern} has no filling: add it to {nameof(Fillings)}");
            else if (await KnownRoutes.Values(site, route) is null) faults.Add($"POST {route.Pattern} has a place without a known value: add it to {nameof(KnownRoutes)}");
            else faults.AddRange(await Sender.SendAll(site, route, filling, Junk.For(provider)));
        }

        faults.AddRange((await Everything.Crawled(site)).Where(a => a.IsHtml && a.Text.Contains("<script>alert(1)", StringComparison.OrdinalIgnoreCase)).Select(a => $"GET {a.Path} holds a script of a sender's"));
        await using var db = site.Database.Read();
        faults.AddRange(await Tables.Unfit(db));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_form_on_a_page_is_filled_in_whole()
    {
        await using var site = await WholeSite.Open();
        var routes = SiteRoute.Of(site.Services).Where(r => r.TakesPost).ToList();
        var forms = (await Everything.Crawls(site)).SelectMany(c => c.Forms).ToList();

        var unfilled = new List<string>();
        foreach (var form in forms)
        {
            var filling = Fillings.All.FirstOrDefault(f => routes.Any(r => r.Pattern == f.Route && r.Pattern != "/{*path}" && r.Fits(form.Action.Split('?')[0])));
            if (filling is null) unfilled.Add($"the form to {form.Action}");
            else unfilled.AddRange(form.Fields.Except(filling.Blanks.Select(b => b.Name)).Except(["files", "photo"]).Select(field => $"{field} of the form to {filling.Route}"));
        }

        Assert.Empty(unfilled.Distinct());
        Assert.Superset(new HashSet<string> { "/my/link", "/appearance", $"/join/{site.Known.JoinNow}", $"/speak/{site.Known.Speak}", "/series/open/1/sign-up", "/join-series/open", "/my/forget", $"/my/{site.Known.My}/leave-series/{site.Known.Standing}", $"/not-me/{site.Known.NotMe}" },
            forms.Select(f => f.Action).ToHashSet());
    }
}
