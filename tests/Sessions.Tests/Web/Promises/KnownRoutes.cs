namespace Sessions.Tests.Web.Promises;

/// <summary>For each address with places in it: what a visitor who may come there would put into them.</summary>
internal static class KnownRoutes
{
    /// <returns>Null where the test does not know: a new address belongs here.</returns>
    public static async Task<IReadOnlyDictionary<string, string>?> Values(WholeSite site, SiteRoute route)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in route.Parameters)
        {
            if (await Value(site, route.Pattern.ToUpperInvariant(), parameter.ToUpperInvariant()) is not { } value) return null;
            values[parameter] = value;
        }
        return values;
    }

    private static async Task<string?> Value(WholeSite site, string pattern, string parameter) => (pattern, parameter) switch
    {
        (_, "TOKEN") => await Token(site, pattern),
        (_, "PATH") => "nowhere",
        ("/PEOPLE/{SLUG}" or "/PEOPLE/{SLUG}/{TAG}.JPG", "SLUG") => site.Known.SpeakerSlug,
        (_, "SLUG" or "SERIES") => "open",
        (_, "PLACE") => site.Known.Place.ToString(),
        (_, "REGISTRATION") => site.Known.Place.ToString(),
        (_, "STANDING") => site.Known.Standing.ToString(),
        (_, "FOLLOWER") => site.Known.Follower.ToString(),
        ("/SERIES/{SLUG}/{SESSION}" or "/SERIES/{SLUG}/{SESSION}.ICS" or "/SERIES/{SLUG}/{SESSION}.JSON" or "/SERIES/{SLUG}/{SESSION}/CARD.SVG" or "/SERIES/{SLUG}/{SESSION}/SIGN-UP" or "/SERIES/{SLUG}/{SESSION}/SIGNED-UP", "SESSION") => "1",
        ("/EMBED/{SLUG}/{SESSION}" or "/SERIES/{SERIES}/{SESSION}/REPORT" or "/SERIES/{SERIES}/{SESSION}/REPORT/SENT" or "/SERIES/{SERIES}/{SESSION}/USED" or "/SERIES/{SERIES}/{SESSION}/USED/SENT", "SESSION") => "held",
        (_, "PAGE") => "1",
        ("/HOST/SESSIONS/{SESSION:GUID}/CAPTIONS/{RECORDING:GUID}/{LANGUAGE}.VTT", "SESSION") => site.Known.HeldId.ToString(),
        ("/HOST/SESSIONS/{ID:GUID}/CAPTIONS/{RECORDING:GUID}/{LANGUAGE}", "ID") => site.Known.HeldId.ToString(),
        (_, "SESSION") => site.SessionId.ToString(),
        (_, "RESOURCE") => site.Known.Resource.ToString(),
        (_, "NUMBER") => "1",
        (_, "RECORDING") => site.Known.Recording.ToString(),
        (_, "LANGUAGE") => "en",
        ("/FILES/{ID:GUID}/{NAME}", "ID") => site.Known.PublicFile.ToString(),
        ("/WATCH/{TOKEN}/{NAME}", "NAME") => "linked.mp4",
        (_, "NAME") => site.Known.PublicFileName,
        ("/HOST/SESSIONS/{SESSION:GUID}/FILES/{ID:GUID}" or "/SPEAK/{TOKEN}/FILES/{ID:GUID}", "ID") => site.Known.SpeakerFile.ToString(),
        ("/HOST/OFFERS/{ID:GUID}", "ID") => site.Known.Proposal.ToString(),
        ("/HOST/MAIL/{ID:GUID}", "ID") => site.Known.Mail.ToString(),
        ("/HOST/SESSIONS/{ID:GUID}" or "/HOST/SESSIONS/{ID:GUID}/RUN" or "/HOST/SESSIONS/{ID:GUID}/DOOR" or "/HOST/SESSIONS/{ID:GUID}/{TAB}", "ID") => site.SessionId.ToString(),
        ("/HOST/SERIES/{SLUG}/MESSAGES/{ID:GUID}", "ID") => site.Known.Message.ToString(),
        ("/HOST/PEOPLE/{ID:GUID}", "ID") => site.Known.HostId.ToString(),
        (_, "TAB") => "people",
        ("/HOST/SERIES/{SLUG}/MAILS/{SLOT}", "SLOT") => "registration.confirmed",
        ("/HOST/TEXTS/{KEY}", _) => "about",
        (_, "DOCUMENTNAME") => "v1",
        (_, "TAG") => site.Known.PhotoTag,
        (_, "UPLOAD") => site.Known.Upload.ToString(),
        (_, "PASSKEY") => Guid.NewGuid().ToString(),
        (_, "HUES") => "168.240",
        (_, "HUE") => "168",
        (_, "STEP") => "1",
        _ => null,
    };

    /// <summary>A one-time token is a fresh one each time.</summary>
    private static async Task<string?> Token(WholeSite site, string pattern) => pattern.Split('/')[1] switch
    {
        "MY" => pattern.EndsWith(".ICS", StringComparison.Ordinal) ? site.Known.Feed : site.Known.My,
        "JOIN" => site.Known.JoinNow,
        "MY-DATA" => await site.OwnData(),
        "QUESTIONS" => site.Known.Join,
        "CHECK-IN" => site.Known.CheckIn,
        "FEEDBACK" => site.Known.JoinHeld,
        "SPEAK" => site.Known.Speak,
        "MY-OFFER" => site.Known.Offer,
        "UNSUBSCRIBE" => site.Known.Unsubscribe,
        "NOT-ME" => site.Known.NotMe,
        "WATCH" => site.Known.Watch,
        "ACCOUNT" => pattern.Contains("/ENTER/", StringComparison.Ordinal) ? await site.SignIn(site.Known.Admin)
            : pattern.Contains("/SET-UP/", StringComparison.Ordinal) ? await site.SetUp() : null,
        _ => null,
    };
}
