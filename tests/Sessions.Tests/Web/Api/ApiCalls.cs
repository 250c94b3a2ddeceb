using Sessions.People;

namespace Sessions.Tests.Web.Api;

/// <summary>Each call of the API filled in: what it is about, and the right it takes. A new call belongs here.</summary>
/// <param name="Act">Null needs nothing but a token.</param>
/// <param name="Body">JSON; null sends none.</param>
internal sealed record ApiCallSample(string Name, Act? Act, object? Body = null)
{
    /// <summary>What is refused for another reason than a right, whoever asks: the status.</summary>
    public int? Refused { get; init; }

    /// <summary>Answers everybody with what is theirs: nothing foreign is named.</summary>
    public bool ListsOwn { get; init; }
}

/// <summary>What the places in addresses stand for, own and foreign.</summary>
internal sealed record ApiPlaces(Guid Series, Guid Session, Guid Speaker, Guid Partner, Guid Person, Guid Item, Guid File, Guid Mail, Guid Token)
{
    public Guid Step { get; init; } = Guid.NewGuid();

    public Guid Registration { get; init; } = Guid.NewGuid();

    public Guid Message { get; init; } = Guid.NewGuid();

    public Guid Question { get; init; } = Guid.NewGuid();

    public Guid Proposal { get; init; } = Guid.NewGuid();

    public Guid Report { get; init; } = Guid.NewGuid();

    /// <summary>Nobody's: whose they are is tested where they are made.</summary>
    public Guid Upload { get; init; } = Guid.NewGuid();

    public string Path(string pattern) => pattern.Replace("{proposal:guid}", $"{Proposal}", StringComparison.Ordinal).Replace("{report:guid}", $"{Report}", StringComparison.Ordinal).Replace("{question:guid}", $"{Question}", StringComparison.Ordinal).Replace("{note:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal).Replace("{series}", $"{Series}", StringComparison.Ordinal).Replace("{session:guid}", $"{Session}", StringComparison.Ordinal)
        .Replace("{speaker:guid}", $"{Speaker}", StringComparison.Ordinal).Replace("{partner:guid}", $"{Partner}", StringComparison.Ordinal).Replace("{person:guid}", $"{Person}", StringComparison.Ordinal)
        .Replace("{language}", "en", StringComparison.Ordinal).Replace("{item:guid}", $"{Item}", StringComparison.Ordinal).Replace("{file:guid}", $"{File}", StringComparison.Ordinal).Replace("{mail:guid}", $"{Mail}", StringComparison.Ordinal)
        .Replace("{token:guid}", $"{Token}", StringComparison.Ordinal).Replace("{step:guid}", $"{Step}", StringComparison.Ordinal).Replace("{registration:guid}", $"{Registration}", StringComparison.Ordinal).Replace("{message:guid}", $"{Message}", StringComparison.Ordinal).Replace("{upload:guid}", $"{Upload}", StringComparison.Ordinal).Replace("{key}", "about", StringComparison.Ordinal).Replace("{thing}", "photo", StringComparison.Ordinal).Replace("{slot}", "registration.confirmed", StringComparison.Ordinal);
}

internal static class ApiCalls
{
    private static readonly object Series = new { name = "A series", zone = "Europe/London" };
    private static readonly object Order = new { items = new[] { new { kind = "welcome", minutes = 5 } } };
    private static readonly object Question = new { kind = "choice", text = "Which part?", options = new[] { "Talk", "Chat" } };
    private static readonly object Message = new { audience = "upcoming", subject = "About the room", text = "It is the same." };
    private static readonly object Partner = new { kind = "partner", name = "The Library" };

    public static IReadOnlyDictionary<string, ApiCallSample> All { get; } = new ApiCallSample[]
    {
        new("GET /me", null) { ListsOwn = true },
        new("GET /today", null) { ListsOwn = true },
        new("GET /calendar", null) { ListsOwn = true },
        new("GET /sessions", null) { ListsOwn = true },
        new("GET /licences", null) { ListsOwn = true },
        new("GET /series", null) { ListsOwn = true },
        new("POST /series", Act.CreateSeries, Series),
        new("GET /series/{series}", Act.EditSeries),
        new("PUT /series/{series}", Act.EditSeries, Series),
        new("PUT /series/{series}/state", Act.EditSeries, new { state = "running" }),
        new("POST /series/{series}/undo/{step:guid}", Act.EditSession) { Refused = 404 },
        new("POST /series/{series}/duplicate", Act.EditSeries, new { name = "A sister" }),
        new("POST /series/{series}/import", Act.PlanSessions, new { text = "Title,Date\nA title,2060-09-01" }),
        new("GET /series/{series}/export", Act.EditSeries),
        new("GET /series/{series}/running-order", Act.EditSeries),
        new("PUT /series/{series}/running-order", Act.EditSeries, Order),
        new("GET /series/{series}/history", Act.ReadHistory),
        new("GET /series/{series}/sessions", Act.ReadSeries),
        new("GET /series/{series}/readiness", Act.ReadSeries),
        new("POST /series/{series}/sessions", Act.PlanSessions, new { sessions = new[] { new { date = "2060-07-01" } } }),
        new("GET /series/{series}/questions", Act.EditSeries),
        new("POST /series/{series}/questions", Act.EditSeries, Question),
        new("PUT /series/{series}/questions/{question:guid}", Act.EditSeries, Question),
        new("POST /series/{series}/questions/{question:guid}/up", Act.EditSeries),
        new("DELETE /series/{series}/questions/{question:guid}", Act.EditSeries),
        new("GET /sessions/{session:guid}/questions", Act.EditSeries),
        new("GET /sessions/{session:guid}/answers", Act.ExportAttendees),
        new("GET /series/{series}/partners", Act.EditSeries),
        new("POST /series/{series}/partners", Act.EditSeries, Partner),
        new("PUT /series/{series}/partners/{partner:guid}", Act.EditSeries, Partner),
        new("DELETE /series/{series}/partners/{partner:guid}", Act.EditSeries),
        new("GET /series/{series}/team", Act.InviteHost),
        new("POST /series/{series}/team", Act.InviteHost, new { address = "another.host@example.org" }),
        new("PUT /series/{series}/team/{person:guid}", Act.InviteHost, new { role = "helper" }),
        new("DELETE /series/{series}/team/{person:guid}", Act.InviteHost),
        new("GET /series/{series}/messages", Act.ReadMail),
        new("POST /series/{series}/messages", Act.SendMessage, Message),
        new("POST /series/{series}/messages/test", Act.SendMessage, Message),
        new("GET /series/{series}/messages/{message:guid}", Act.ReadMail),
        new("PUT /series/{series}/messages/{message:guid}/pause", Act.SendMessage) { Refused = 409 },
        new("DELETE /series/{series}/messages/{message:guid}/pause", Act.SendMessage) { Refused = 409 },
        new("POST /series/{series}/messages/{message:guid}/stop", Act.SendMessage) { Refused = 409 },
        new("GET /series/{series}/wording", Act.EditSeries),
        new("PUT /series/{series}/wording/{slot}", Act.EditSeries, new { text = "Bring a pen, {name}." }),
        new("POST /series/{series}/wording/{slot}/preview", Act.EditSeries, new { text = "Bring a pen, {name}." }),
        new("PUT /series/{series}/mail-pause", Act.PauseMail, new { why = "The room is not known yet" }),
        new("DELETE /series/{series}/mail-pause", Act.PauseMail) { Refused = 409 },
        new("GET /sessions/{session:guid}", Act.ReadSeries),
        new("PUT /sessions/{session:guid}", Act.EditSession, new { title = "Another title" }),
        new("DELETE /sessions/{session:guid}", Act.PlanSessions) { Refused = 409 },
        new("POST /sessions/{session:guid}/publish", Act.PlanSessions),
        new("POST /sessions/{session:guid}/move", Act.MoveSession, new { date = "2060-08-01", start = "12:00" }),
        new("POST /sessions/{session:guid}/cancel", Act.MoveSession, new { because = "The hall is closed" }),
        new("GET /sessions/{session:guid}/running-order", Act.EditSession),
        new("PUT /sessions/{session:guid}/running-order", Act.EditSession, Order),
        new("POST /sessions/{session:guid}/running-order/from-template", Act.EditSession) { Refused = 409 },
        new("GET /sessions/{session:guid}/run", Act.ReadSeries),
        new("POST /sessions/{session:guid}/run", Act.EditSession, new { step = "begin", position = 0 }) { Refused = 409 },
        new("GET /sessions/{session:guid}/history", Act.ReadHistory),
        new("GET /sessions/{session:guid}/speakers", Act.ReadSeries),
        new("POST /sessions/{session:guid}/speakers", Act.AskSpeaker, new { name = "Noor Example" }),
        new("DELETE /sessions/{session:guid}/speakers/{speaker:guid}", Act.AskSpeaker),
        new("PUT /sessions/{session:guid}/speakers/{speaker:guid}/role", Act.AskSpeaker, new { role = "chair" }),
        new("PUT /sessions/{session:guid}/speakers/{speaker:guid}/excused/{thing}", Act.AskSpeaker),
        new("DELETE /sessions/{session:guid}/speakers/{speaker:guid}/excused/{thing}", Act.AskSpeaker),
        new("POST /sessions/{session:guid}/speakers/{speaker:guid}/ask", Act.AskSpeaker),
        new("POST /sessions/{session:guid}/speakers/{speaker:guid}/revoke-link", Act.AskSpeaker),
        new("POST /sessions/{session:guid}/speakers/{speaker:guid}/move", Act.AskSpeaker, new { to = Guid.Empty }) { Refused = 404 },
        new("POST /sessions/{session:guid}/speakers/{speaker:guid}/consents", Act.AskSpeaker, new { to = "record", isGiven = true, note = "By phone" }),
        new("GET /sessions/{session:guid}/consents", Act.ReadSeries),
        new("GET /proposals", null) { ListsOwn = true },
        new("POST /proposals", null, new { kind = "topic", title = "Bees", series = "open" }),
        new("GET /proposals/{proposal:guid}", Act.AskSpeaker),
        new("POST /proposals/{proposal:guid}/take", Act.AskSpeaker),
        new("PUT /proposals/{proposal:guid}/note", Act.AskSpeaker, new { text = "Ask in March." }),
        new("POST /proposals/{proposal:guid}/messages", Act.AskSpeaker, new { text = "Which day suits you?" }),
        new("POST /proposals/{proposal:guid}/accept", Act.AskSpeaker, new { session = Guid.Empty }) { Refused = 422 },
        new("POST /proposals/{proposal:guid}/decline", Act.AskSpeaker, new { text = "Not this time." }),
        new("POST /proposals/{proposal:guid}/reopen", Act.AskSpeaker) { Refused = 409 },
        new("GET /sessions/{session:guid}/archive", Act.ReadSeries),
        new("POST /sessions/{session:guid}/archive/links", Act.PostResource, new { kind = "resource", url = "https://example.org/a", title = "Slides" }),
        new("POST /sessions/{session:guid}/archive/files", Act.PostResource) { Refused = 422 },
        new("POST /sessions/{session:guid}/uploads", Act.PostResource) { Refused = 412 },
        new("PATCH /sessions/{session:guid}/uploads/{upload:guid}", Act.PostResource) { Refused = 412 },
        new("POST /sessions/{session:guid}/uploads/{upload:guid}", Act.PostResource) { Refused = 412 },
        new("DELETE /sessions/{session:guid}/uploads/{upload:guid}", Act.PostResource) { Refused = 412 },
        new("GET /sessions/{session:guid}/archive/files/{file:guid}", Act.ReadSeries),
        new("DELETE /sessions/{session:guid}/archive/{item:guid}", Act.EditArchive),
        new("GET /sessions/{session:guid}/archive/{item:guid}/chapters", Act.ReadSeries) { Refused = 404 },
        new("PUT /sessions/{session:guid}/archive/{item:guid}/chapters", Act.EditArchive, new { text = "0:00 Welcome" }) { Refused = 404 },
        new("PUT /sessions/{session:guid}/archive/{item:guid}/audience", Act.EditArchive, new { audience = "members" }) { Refused = 404 },
        new("GET /sessions/{session:guid}/archive/watch-links", Act.EditArchive),
        new("POST /sessions/{session:guid}/archive/{item:guid}/renew-link", Act.EditArchive) { Refused = 404 },
        new("GET /sessions/{session:guid}/archive/media", Act.ReadSeries),
        new("POST /sessions/{session:guid}/archive/{item:guid}/media/try-again", Act.EditArchive) { Refused = 404 },
        new("POST /sessions/{session:guid}/archive/{item:guid}/take-down", Act.EditArchive, new { reason = "report" }),
        new("POST /sessions/{session:guid}/archive/{item:guid}/put-back", Act.EditArchive) { Refused = 409 },
        new("GET /sessions/{session:guid}/reports", Act.EditArchive),
        new("POST /sessions/{session:guid}/reports", Act.ReadSeries, new { kind = "broken", words = "The link of the slides." }),
        new("POST /sessions/{session:guid}/reports/{report:guid}/close", Act.EditArchive, new { accepted = false }),
        new("POST /sessions/{session:guid}/reports/{report:guid}/reopen", Act.EditArchive) { Refused = 409 },
        new("POST /sessions/{session:guid}/reports/{report:guid}/take-down", Act.EditArchive) { Refused = 409 },
        new("GET /sessions/{session:guid}/archive/{item:guid}/captions", Act.ReadSeries) { Refused = 404 },
        new("GET /sessions/{session:guid}/archive/{item:guid}/captions/{language}", Act.ReadSeries) { Refused = 404 },
        new("PUT /sessions/{session:guid}/archive/{item:guid}/captions/{language}", Act.EditArchive) { Refused = 404 },
        new("DELETE /sessions/{session:guid}/archive/{item:guid}/captions/{language}", Act.EditArchive) { Refused = 404 },
        new("POST /sessions/{session:guid}/archive/resources", Act.PostResource, new { title = "Records", access = "closed", contact = "The Library" }),
        new("PUT /sessions/{session:guid}/archive/resources/{item:guid}", Act.EditArchive, new { title = "Notes", resourceKind = "reading", licence = "CC-BY-4.0" }),
        new("PUT /sessions/{session:guid}/archive/recordings/{item:guid}", Act.EditArchive, new { title = "The hour" }) { Refused = 404 },
        new("POST /sessions/{session:guid}/archive/{item:guid}/check", Act.EditArchive) { Refused = 404 },
        new("GET /sessions/{session:guid}/warnings", Act.ReadSeries),
        new("GET /sessions/{session:guid}/write-up", Act.ReadSeries),
        new("PUT /sessions/{session:guid}/write-up", Act.EditArchive, new { text = "It went well." }),
        new("GET /sessions/{session:guid}/attendees", Act.ExportAttendees),
        new("POST /sessions/{session:guid}/sign-ups", Act.ReadSeries, new { address = "somebody@example.org" }),
        new("PUT /sessions/{session:guid}/attendees/{registration:guid}/attendance", Act.TickAttendance, new { came = true }) { Refused = 409 },
        new("GET /sessions/{session:guid}/attendance", Act.TickAttendance),
        new("POST /sessions/{session:guid}/attendance/import", Act.TickAttendance, new { text = "Name,Email\nKit,kit@example.org", atLeast = 5, choices = new[] { new { row = 0, registrationId = Guid.Empty } } }) { Refused = 409 },
        new("POST /sessions/{session:guid}/attendance/undo/{step:guid}", Act.TickAttendance) { Refused = 404 },
        new("POST /sessions/{session:guid}/attendance/check-in", Act.TickAttendance, new { code = "https://sessions.example.org/check-in/AAAA" }) { Refused = 404 },
        new("POST /sessions/{session:guid}/attendees/{registration:guid}/offer", Act.EditSession, new { because = "She speaks next time" }) { Refused = 409 },
        new("GET /sessions/{session:guid}/feedback", Act.ReadAttendees),
        new("GET /series/{series}/people", Act.ReadAttendees),
        new("POST /series/{series}/sign-ups", Act.ReadSeries, new { address = "somebody@example.org" }),
        new("POST /series/{series}/followers", Act.ReadSeries, new { address = "somebody@example.org" }),
        new("GET /mails", null) { ListsOwn = true },
        new("GET /mails/incoming", null) { ListsOwn = true },
        new("GET /mails/untold", null) { ListsOwn = true },
        new("POST /sessions/{session:guid}/tell", Act.MoveSession) { Refused = 409 },
        new("GET /mails/flow", null) { ListsOwn = true },
        new("GET /mails/{mail:guid}", Act.ReadMail),
        new("POST /mails/{mail:guid}/retry", Act.RetryMail) { Refused = 409 },
        new("POST /mails/test", Act.TestMail, new { address = "test@example.org" }),
        new("GET /people", null) { ListsOwn = true },
        new("POST /people/{person:guid}/merge", Act.ErasePerson, new { other = Guid.Empty }) { Refused = 404 },
        new("GET /people/{person:guid}/notes", Act.SeeAddresses),
        new("POST /series/{series}/people/{person:guid}/notes", Act.SeeAddresses, new { text = "Prefers mornings." }),
        new("DELETE /people/{person:guid}/notes/{note:guid}", Act.SeeAddresses) { Refused = 404 },
        new("DELETE /people/{person:guid}", Act.ErasePerson) { Refused = 409 },
        new("GET /people/{person:guid}", Act.SeeAddresses),
        new("GET /hosts", Act.DisablePerson),
        new("POST /hosts/{person:guid}/disable", Act.DisablePerson),
        new("POST /hosts/{person:guid}/enable", Act.DisablePerson),
        new("GET /texts/{key}", Act.EditSiteTexts),
        new("PUT /texts/{key}", Act.EditSiteTexts, new { text = "About us." }),
        new("GET /tokens", Act.ManageTokens) { ListsOwn = true },
        new("DELETE /tokens/{token:guid}", Act.ManageTokens),
    }.ToDictionary(call => call.Name);
}
