using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace Sessions.Tests.Web.Promises;

/// <summary>Sends one filling in every bad way and says what the site should not have answered.</summary>
internal sealed class Sender(WholeSite site, SiteRoute route, Filling filling, Junk[] junks)
{
    private const string AntiforgeryField = "__RequestVerificationToken";

    /// <summary>As long as a server takes one, and three times as long in an address.</summary>
    private static readonly string LongName = new('%', 3_900);

    private const string AsItShouldBe = "what it asks for";
    private const string NoFields = "none of the fields";

    private static readonly HtmlParser Parser = new();

    private readonly List<string> _faults = [];

    public static async Task<IReadOnlyList<string>> SendAll(WholeSite site, SiteRoute route, Filling filling, Junk[] junks)
    {
        var sender = new Sender(site, route, filling, junks);
        await sender.SendBare();
        await sender.Send(AsItShouldBe, filling.Blanks.ToDictionary(b => b.Name, b => b.Good));
        foreach (var junk in junks) await sender.SendJunk(junk);
        foreach (var parameter in route.Parameters) await sender.SendForeign(parameter);
        return sender._faults;
    }

    /// <summary>No body, none of the fields, another kind of body, and one that is broken.</summary>
    private async Task SendBare()
    {
        var (visitor, path, _) = await Ready();
        Look("an empty body", await visitor.Send(HttpMethod.Post, path));
        Look("an empty form", await visitor.Send(HttpMethod.Post, path, new FormUrlEncodedContent([])));
        Look("JSON", await visitor.Send(HttpMethod.Post, path, new StringContent("{", new MediaTypeHeaderValue("application/json"))));
        Look("broken escapes", await visitor.Send(HttpMethod.Post, path, new StringContent("email=%ff%fe%zz&&=;name", new MediaTypeHeaderValue("application/x-www-form-urlencoded"))));
        Look("half a form", await visitor.Send(HttpMethod.Post, path, new StringContent("--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nhalf", MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x"))));
        await Send(NoFields, []);
    }

    private async Task SendJunk(Junk junk)
    {
        await Send($"{junk.Name} in every field", filling.Blanks.ToDictionary(b => b.Name, _ => junk.Text), LongName, junk.MayBeRefusedWhole);
        foreach (var blank in filling.Blanks)
            await Send($"{junk.Name} in {blank.Name}", filling.Blanks.ToDictionary(b => b.Name, b => b == blank ? junk.Text : b.Good), mayBeRefusedWhole: junk.MayBeRefusedWhole);
    }

    /// <summary>What belongs to somebody else, what belongs to nobody, and what is no name of anything.</summary>
    private async Task SendForeign(string parameter)
    {
        var known = site.Known;
        var foreign = new[] { known.ForeignMy, known.ForeignSession.ToString(), known.ForeignPlace.ToString(), "other", "held", Guid.NewGuid().ToString(), Guid.Empty.ToString(), new string('A', 48) };
        foreach (var value in foreign.Concat(junks.Where(j => !string.IsNullOrWhiteSpace(j.Text)).Select(j => j.Text)))
            await Send($"another {parameter} ({value[..Math.Min(value.Length, 12)]})", filling.Blanks.ToDictionary(b => b.Name, b => b.Good), foreign: (parameter, value));
    }

    private async Task Send(string what, Dictionary<string, string> typed, string fileName = "slides.pdf", bool mayBeRefusedWhole = false, (string Parameter, string Value)? foreign = null)
    {
        var (visitor, path, hidden) = await Ready(foreign);
        using var content = Content(typed, hidden, fileName);
        var answer = await visitor.Send(HttpMethod.Post, path, content);
        Look(what, answer);
        if (answer.Location is { } to && to.StartsWith('/')) Look($"{what}, then {to[..Math.Min(to.Length, 60)]}", answer = await visitor.Get(to), afterwards: true);
        if ((what == AsItShouldBe ? !filling.LeadsNowhere : what == NoFields && filling.MayBeEmpty) && answer.Status >= 400) Fault(what, $"answers {answer.Status}");
        if (foreign is null && !mayBeRefusedWhole && filling.Blanks.Any(b => typed.TryGetValue(b.Name, out var value) && value != b.Good && b.Refuses(value))) LookForSummary(what, answer, typed);
    }

    private async Task<(Visitor Visitor, string Path, IReadOnlyDictionary<string, string> Hidden)> Ready((string Parameter, string Value)? foreign = null)
    {
        var values = new Dictionary<string, string>((await KnownRoutes.Values(site, route))!, StringComparer.OrdinalIgnoreCase);
        var (visitor, own) = (await Visitor.As(site, filling.As), route.With(values));
        var hidden = filling.Page is { } page
            ? (await visitor.Forms(new SiteRoute(page, new HashSet<string>(), null).With(values))).OrderByDescending(f => f.Action == own).First(f => f.Hidden.Count > 0 && (f.Action == own || f.Hidden.ContainsKey(AntiforgeryField))).Hidden
            : new Dictionary<string, string>();
        if (foreign is var (parameter, value)) values[parameter] = value;
        return (visitor, foreign is null ? own : route.With(values), hidden);
    }

    private HttpContent Content(Dictionary<string, string> typed, IReadOnlyDictionary<string, string> hidden, string fileName)
    {
        var fields = hidden.Where(h => !typed.ContainsKey(h.Key)).Concat(typed);
        if (!filling.HasFiles) return new FormUrlEncodedContent(fields);
        return Support.TestSite.Form(fields, (fileName, Files.Samples.Pdf));
    }

    private void Look(string what, Answered answer, bool afterwards = false)
    {
        if (answer.Status >= 500 || (afterwards && answer.Status is 414 or 431)) Fault(what, $"answers {answer.Status}");
        if (answer.IsHtml && answer.Text.Contains("<script>alert(1)", StringComparison.OrdinalIgnoreCase)) Fault(what, "holds a script of the sender's");
    }

    private void LookForSummary(string what, Answered answer, Dictionary<string, string> typed)
    {
        var page = Parser.ParseDocument(answer.Text);
        if (page.QuerySelector(".error-summary") is null)
        {
            Fault(what, $"answers {answer.Status} without an error summary");
            return;
        }
        foreach (var blank in filling.Blanks.Where(b => b.IsText))
        {
            var field = page.QuerySelector($"[name='{blank.Name}']");
            var kept = field?.GetAttribute("value") ?? field?.TextContent;
            if (Junk.Comparable(kept) != Junk.Comparable(typed[blank.Name])) Fault(what, $"does not keep what was typed into {blank.Name}");
        }
    }

    private void Fault(string what, string how) => _faults.Add($"POST {route.Pattern} with {what} {how}");
}
