using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Views;
using Sessions.Web.Health;
using Sessions.Workflows;

namespace Sessions.Web.Api.Site;

/// <summary>The outbox: what was owed, what left, what went wrong.</summary>
internal static class MailRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/mails", ApiRegistration.Reading, List);
        api.MapMethods("/mails/incoming", ApiRegistration.Reading, Incoming);
        api.MapMethods("/mails/untold", ApiRegistration.Reading, Untold);
        api.MapPost("/sessions/{session:guid}/tell", Tell);
        api.MapMethods("/mails/flow", ApiRegistration.Reading, Flow);
        api.MapMethods("/mails/{mail:guid}", ApiRegistration.Reading, Read);
        api.MapPost("/mails/{mail:guid}/retry", Retry);
        api.MapPost("/mails/test", Test);
        api.MapPut("/series/{series}/mail-pause", Pause);
        api.MapDelete("/series/{series}/mail-pause", Resume);
    }

    private static async Task<ApiAnswer<ApiPage<MailShape>>> List(ApiCall call, ApiPart part, MailList list, [AsParameters] MailQuery query)
    {
        var found = await list.Find(call.Who, query.ToFilter(part));
        return part.Of(call.Http, found.Rows.Select(MailShape.Of), found.Total);
    }

    private static async Task<ApiAnswer<ApiPage<IncomingShape>>> Incoming(ApiCall call, ApiPart part, IncomingMail incoming, [AsParameters] IncomingQuery query)
    {
        var found = await incoming.Find(call.Who, new(query.Show ?? IncomingKind.All, query.Series, query.Person, part.Offset, part.Limit));
        return part.Of(call.Http, found.Rows.Select(IncomingShape.Of), found.Total);
    }

    private static async Task<ApiAnswer<ApiPage<UntoldShape>>> Untold(ApiCall call, ApiPart part, UntoldChanges changes)
    {
        var found = await changes.Of(call.Who);
        return part.Of(call.Http, found.Skip(part.Offset).Take(part.Limit).Select(c => new UntoldShape(c.SessionId, c.SeriesId, c.Title, c.IsCancelled, c.DueAt.ToDateTimeOffset(), c.People)), found.Count);
    }

    private static async Task<ApiAnswer> Tell(ApiCall call, Guid session, TellChange tell) => ApiAnswer.Of(await tell.Save(call.Who, session));

    private static async Task<ApiAnswer<FlowShape>> Flow(ApiCall call, MailFlow view, MailList list, TimeProvider time)
    {
        var (flow, counts) = (await view.Read(call.Who, time.Now()), await list.Count(call.Who, time.Now()));
        return new FlowShape(flow.NextAt?.ToDateTimeOffset(), flow.LastSentAt?.ToDateTimeOffset(), flow.FaultId, flow.Fault, counts.SentInADay, counts.Waiting, counts.Failed,
            [.. flow.Series.Where(s => s.Pause is not null).Select(s => new PausedShape(s.Id, s.Name, s.Pause!.By, s.Pause.At.ToDateTimeOffset(), s.Pause.Why, s.Pause.Waiting))]);
    }

    private static async Task<ApiAnswer<MailTextShape>> Read(ApiCall call, Guid mail, MailDetail view, TimeProvider time) =>
        await view.Find(call.Who, mail, time.Now()) is { } found ? new MailTextShape(MailShape.Of(found.Row), found.Text, found.Words, found.MayRetry) : ApiAnswer<MailTextShape>.NotFound;

    private static async Task<ApiAnswer> Retry(ApiCall call, Guid mail, RetryMail retry) => ApiAnswer.Of((await retry.Run(call.Who, mail)).No);

    private static async Task<ApiAnswer<TrialShape>> Test(ApiCall call, ApiBody<TrialInput> body, MailProof proof)
    {
        if (!call.Who.May(Act.TestMail)) return HostRefusal.NotAllowed;
        var steps = await proof.Run(call.Who, body.Value.Address, body.Value.WithCancel, call.Stop).ToListAsync(call.Stop);
        return steps.Find(s => s.Trial is not null)?.Trial is { } trial
            ? new TrialShape(trial.Outcome is SendOutcome.Delivered, trial.Step, trial.Conversation, [.. steps.Select(s => new ProofShape(s.Name, s.Finding.State, s.Finding.Says))])
            : Registrations.RegistrationRefusal.NotAnAddress;
    }

    private static async Task<ApiAnswer> Pause(ApiCall call, ApiBody<PauseInput> body, PauseMail pause) =>
        ApiAnswer.Of(await pause.Pause(call.Who, call.Series.Id, body.Value.Why));

    private static async Task<ApiAnswer> Resume(ApiCall call, PauseMail pause) => ApiAnswer.Of(await pause.Resume(call.Who, call.Series.Id));
}

internal sealed record MailQuery
{
    public OutboxState? State { get; init; }

    public Guid? Series { get; init; }

    public Guid? Session { get; init; }

    public Guid? Person { get; init; }

    public string? Kind { get; init; }

    /// <summary>A part of the address.</summary>
    public string? Recipient { get; init; }

    /// <summary>Sent, or due where it has not been sent, from here on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? Until { get; init; }

    public MailFilter ToFilter(ApiPart part) => new(State, Series, Session, Recipient, part.Offset, part.Limit) { Kind = Kind, PersonId = Person, From = At(From), Until = At(Until) };

    private static Instant? At(DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;
}

/// <param name="Show">What they did; all where it is left out.</param>
internal sealed record IncomingQuery(IncomingKind? Show, Guid? Series, Guid? Person);

/// <param name="Refusal">Why it did nothing; null unless it did.</param>
/// <param name="From">The sender as written; null where it named nobody.</param>
/// <param name="Text">Their words, the hour they propose, or what the other server said.</param>
internal sealed record IncomingShape(Guid Id, DateTimeOffset At, InboundWay Way, InboundEffect Effect, ReplyRefusal? Refusal, string? From, Guid? PersonId, Guid? SessionId, string Subject, string? Text)
{
    public static IncomingShape Of(IncomingRow m) => new(m.Id, m.At.ToDateTimeOffset(), m.Way, m.Effect, m.Refusal, m.From, m.PersonId, m.SessionId, m.Subject, m.Text);
}

/// <param name="Subject">Null before it is written, and where nobody but the recipient may read it.</param>
/// <param name="LastError">Words of the mail server, or why it was dropped.</param>
internal sealed record MailShape(Guid Id, string Recipient, Guid PersonId, string Kind, string? Subject, OutboxState State, DateTimeOffset DueAt, DateTimeOffset? SentAt, int Attempts, string? LastError)
{
    public static MailShape Of(MailRow m) => new(m.Id, m.Recipient, m.PersonId, m.Kind, m.Subject, m.State, m.DueAt.ToDateTimeOffset(), m.SentAt?.ToDateTimeOffset(), m.Attempts, m.LastError);
}

/// <param name="Text">Plain text with secret links masked; null where it can't be read.</param>
internal sealed record MailTextShape(MailShape Mail, MailReading Reading, string? Text, bool MayRetry);

/// <param name="NextAt">When the next mail is due; null when none waits.</param>
/// <param name="Fault">What the mail server said last, as it came.</param>
internal sealed record FlowShape(DateTimeOffset? NextAt, DateTimeOffset? LastSentAt, Guid? FaultId, string? Fault, int SentInADay, int Waiting, int Failed, IReadOnlyList<PausedShape> Paused);

/// <param name="DueAt">When its mails are written; until then further changes join them.</param>
/// <param name="People">Who is told.</param>
internal sealed record UntoldShape(Guid SessionId, Guid SeriesId, string? Title, bool IsCancelled, DateTimeOffset DueAt, int People);

internal sealed record PausedShape(Guid SeriesId, string Series, string By, DateTimeOffset At, string? Why, int Waiting);

internal sealed record PauseInput(string? Why = null);

/// <param name="WithCancel">A second mail takes the entry out of the calendar again.</param>
internal sealed record TrialInput(string? Address, bool WithCancel = false);

/// <param name="Step">Where it ended, well or not.</param>
/// <param name="Conversation">With the mail server, without passwords.</param>
/// <param name="Steps">The whole way there and back, in its order.</param>
internal sealed record TrialShape(bool IsDelivered, SmtpStep Step, IReadOnlyList<string> Conversation, IReadOnlyList<ProofShape> Steps);

/// <param name="Name">worker, clock, spf, dkim, dmarc, sending, reading, read back.</param>
internal sealed record ProofShape(string Name, FindingState State, string Says);
