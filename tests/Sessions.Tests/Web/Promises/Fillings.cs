namespace Sessions.Tests.Web.Promises;

/// <summary>Every endpoint that takes a POST. One that is missing here fails the test: add it, with its fields.</summary>
internal static class Fillings
{
    private static readonly Blank Address = new("email", "typed.in.a.form@example.org") { Refuses = _ => true };

    public static readonly Filling[] All =
    [
        new("/appearance", new Blank("theme", "dark") { IsText = false }, new Blank("back", "/archive")),
        new("/series/{slug}/{session}/sign-up", Address, new Blank("scope", "series") { IsText = false }, new Blank("known", "no") { IsText = false }),
        new("/join-series/{slug}", Address, new Blank("scope", "news") { IsText = false }, new Blank("known", "no") { IsText = false }),
        new("/my/forget", new Blank("known", "no") { IsText = false }),
        new("/my/{token}/unfollow/{follower:guid}", new Blank("leave", "yes") { IsText = false }) { MayBeEmpty = true },
        new("/my/link", Address),
        new("/my/{token}/leave/{place:guid}") { MayBeEmpty = true },
        new("/my/{token}/mail", new Blank("news", "yes") { IsText = false }) { Page = "/my/{token}", MayBeEmpty = true },
        new("/join/{token}") { MayBeEmpty = true },
        new("/join/{token}/accept", new Blank("answer", "yes") { IsText = false }) { MayBeEmpty = true },
        new("/my/{token}/data", new Blank("data", "ask") { IsText = false }) { MayBeEmpty = true },
        new("/my-data/{token}/erase", new Blank("sure", "yes") { IsText = false, Refuses = junk => junk != "yes" }) { Page = "/my-data/{token}" },
        new("/questions/{token}", new Blank($"q-{Known.Question}", "Bees") { Refuses = IsLong }) { Page = "/questions/{token}", MayBeEmpty = true },
        new("/feedback/{token}", new Blank("score", "4") { IsText = false }, new Blank("comment", "It was worth it.")) { Page = "/feedback/{token}", MayBeEmpty = true },
        new("/check-in/{token}") { As = Role.Host, MayBeEmpty = true },
        new("/not-me/{token}") { MayBeEmpty = true },
        new("/not-me/{token}/undo") { MayBeEmpty = true },
        new("/my/{token}/leave-series/{standing:guid}", new Blank("leave", "yes") { IsText = false }) { MayBeEmpty = true },
        new("/join/{token}/decline", new Blank("answer", "no") { IsText = false }) { MayBeEmpty = true },
        new("/unsubscribe/{token}", new Blank("List-Unsubscribe", "One-Click")),
        new("/account/enter/{token}") { Page = "/account/enter/{token}" },
        new("/account/set-up/{token}", new Blank("name", "Sam Setter") { Refuses = IsNothing }, Address) { Page = "/account/set-up/{token}" },
        new("/account/sign-in", new Blank("Email", "typed.in.a.form@example.org") { Refuses = _ => true }) { Page = "/account/sign-in" },
        new("/account/passkey/options") { Page = "/account/sign-in", MayBeEmpty = true },
        new("/account/passkey", new Blank("credential", "{}") { Refuses = _ => true, IsText = false }) { Page = "/account/sign-in" },
        new("/account/passkeys", new Blank("credential", "{}") { Refuses = _ => true, IsText = false }, new Blank("name", "My phone") { IsText = false }) { As = Role.Host, Page = "/account/sign-in" },
        new("/account/passkeys/options") { As = Role.Host, Page = "/account/sign-in", MayBeEmpty = true },
        new("/account/passkeys/{passkey:guid}/rename", new Blank("name", "My phone") { IsText = false }) { As = Role.Host, Page = "/account/sign-in" },
        new("/account/passkeys/{passkey:guid}/remove") { As = Role.Host, Page = "/account/sign-in", MayBeEmpty = true },
        new("/account/sign-out") { As = Role.Host, Page = "/account/sign-in" },
        new("/speak/{token}",
            new Blank("name", "Kim Example") { Refuses = junk => IsNothing(junk) || IsLong(junk) },
            new Blank("title", "Bees and buses") { Refuses = IsLong },
            new Blank("abstract", "What both have in common.") { Refuses = IsLong },
            new Blank("line", "Director, Example") { Refuses = IsLong },
            new Blank("bio", "Kim counts.") { Refuses = IsLong },
            new Blank("links", "https://example.org/kim") { Refuses = junk => !string.IsNullOrWhiteSpace(junk) },
            new Blank("licence", "CC-BY-4.0") { Refuses = junk => !IsNothing(junk), IsText = false },
            new Blank("left", "0.1") { IsText = false },
            new Blank("top", "0.1") { IsText = false },
            new Blank("size", "0.5") { IsText = false },
            new Blank("remove-photo", "") { IsText = false },
            new Blank("link", "") { Refuses = junk => !string.IsNullOrWhiteSpace(junk) },
            new Blank("link-title", "The slides"),
            new Blank("record", "yes") { IsText = false },
            new Blank("publish", "yes") { IsText = false },
            new Blank("remove", "") { IsText = false }) { HasFiles = true },
        new("/speak/{token}/answer", new Blank("answer", "yes") { IsText = false }, new Blank("because", "Holidays")),
        new("/host/sessions/{session:guid}/files", new Blank("title", "Slides"), new Blank("licence", "CC-BY-4.0"), new Blank("credit", "Kim"), new Blank("back", "/host"))
            { As = Role.Host, Page = "/account/sign-in", HasFiles = true },
        // A program's protocol: no form is right there.
        new("/speak/{token}/uploads", new Blank("any", "thing")) { LeadsNowhere = true },
        new("/speak/{token}/uploads/{upload:guid}", new Blank("any", "thing")) { LeadsNowhere = true },
        new("/host/sessions/{session:guid}/uploads", new Blank("any", "thing")) { As = Role.Host, LeadsNowhere = true },
        new("/host/sessions/{session:guid}/uploads/{upload:guid}", new Blank("any", "thing")) { As = Role.Host, LeadsNowhere = true },
        new("/host/script-check/static", new Blank("Name", "Kim")) { As = Role.Admin, LeadsNowhere = true },
        new("/mail/receive", new Blank("any", "thing")) { LeadsNowhere = true },
        new("/error", new Blank("any", "thing")) { LeadsNowhere = true },
        new("/{*path}", new Blank("any", "thing")) { LeadsNowhere = true },
    ];

    private static bool IsNothing(string junk) => Sessions.TypedText.Line(junk) is null;

    private static bool IsLong(string junk) => junk.Length >= 10_000;
}
