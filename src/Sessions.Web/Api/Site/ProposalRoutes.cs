using Sessions.Speakers.Proposals;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Api.Site;

/// <summary>Talks that were offered and topics that were suggested.</summary>
internal static class ProposalRoutes
{
    private const string One = "/proposals/{proposal:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/proposals", ApiRegistration.Reading, Find);
        api.MapPost("/proposals", Send);
        api.MapMethods(One, ApiRegistration.Reading, Read);
        api.MapPost(One + "/take", Take);
        api.MapPut(One + "/note", Note);
        api.MapPost(One + "/messages", Write);
        api.MapPost(One + "/accept", Accept);
        api.MapPost(One + "/decline", Decline);
        api.MapPost(One + "/reopen", Reopen);
    }

    private static async Task<ApiAnswer<FoundProposalsShape>> Find(ApiCall call, ProposalInbox view, ProposalState? state = null, Guid? series = null, string? words = null, int offset = 0) =>
        FoundProposalsShape.Of(await view.Find(call.Who, new(state, series, words, offset)));

    /// <summary>As the public form does.</summary>
    private static async Task<ApiAnswer> Send(ApiCall call, ApiBody<ProposalInput> body, SendProposal workflow)
    {
        var sent = await workflow.Save(body.Value.ToForm());
        if (sent.No is { } no) return ApiAnswer.Of(no);
        return sent.Value!.Faults is [var fault, ..]
            ? ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "fieldWrong", $"{char.ToLowerInvariant($"{fault.Field}"[0])}{$"{fault.Field}"[1..]}: {Fault(fault)}")
            : ApiAnswer.Done;
    }

    private static async Task<ApiAnswer<ProposalShape>> Read(ApiCall call, Guid proposal, ProposalInbox view, TimeProvider time) =>
        await view.Read(call.Who, proposal, Data.Clock.Now(time)) is { } facts ? ProposalShape.Of(facts) : ApiAnswer<ProposalShape>.NotFound;

    private static async Task<ApiAnswer> Take(ApiCall call, Guid proposal, ProposalService service) => ApiAnswer.Of(await service.Take(call.Who, proposal));

    private static async Task<ApiAnswer> Note(ApiCall call, Guid proposal, ApiBody<NoteInput> body, ProposalService service) => ApiAnswer.Of(await service.SaveNote(call.Who, proposal, body.Value.Text));

    /// <summary>A mail to whoever sent it.</summary>
    private static async Task<ApiAnswer<ProposalMailShape>> Write(ApiCall call, Guid proposal, ApiBody<NoteInput> body, AnswerProposal workflow, bool preview = false) =>
        await Mail(call, proposal, body.Value.Text, workflow, isDecline: false, preview);

    /// <summary>With a mail where there is a text.</summary>
    private static async Task<ApiAnswer<ProposalMailShape>> Decline(ApiCall call, Guid proposal, ApiBody<NoteInput> body, AnswerProposal workflow, bool preview = false) =>
        await Mail(call, proposal, body.Value.Text, workflow, isDecline: true, preview);

    private static async Task<ApiAnswer<AcceptedProposalShape>> Accept(ApiCall call, Guid proposal, ApiBody<AcceptProposalInput> body, AcceptProposal workflow, bool preview = false)
    {
        var to = new ProposalAcceptance(body.Value.Session, body.Value.Name, body.Value.Address);
        var answer = preview ? await workflow.Preview(call.Who, proposal, to) : await workflow.Save(call.Who, proposal, to);
        return answer.No is { } no ? no : new AcceptedProposalShape(preview ? null : answer.Value!.AppearanceId, answer.Value!.Mails.Count, answer.Value.Subject, answer.Value.Look?.Text);
    }

    private static async Task<ApiAnswer> Reopen(ApiCall call, Guid proposal, ProposalService service) => ApiAnswer.Of(await service.Reopen(call.Who, proposal));

    private static async Task<ApiAnswer<ProposalMailShape>> Mail(ApiCall call, Guid proposal, string? text, AnswerProposal workflow, bool isDecline, bool preview)
    {
        var ahead = await workflow.Preview(call.Who, proposal, text, isDecline);
        if (ahead.No is { } no) return no;
        if (!preview && (isDecline ? await workflow.Decline(call.Who, proposal, text) : await workflow.Write(call.Who, proposal, text)) is { } refused) return refused;
        return new ProposalMailShape(ahead.Value!.Recipient, ahead.Value.Subject, ahead.Value.Look?.Text);
    }

    private static string Fault(ProposalFault fault) => fault.Kind switch
    {
        ProposalFaultKind.Missing => "is missing.",
        ProposalFaultKind.NotAnAddress => "is no e-mail address, like name@example.org.",
        ProposalFaultKind.TooLong => $"has at most {fault.Limit} characters.",
        ProposalFaultKind.TooMany => $"holds at most {fault.Limit}.",
        ProposalFaultKind.NotALink => "holds something that is no web address.",
        _ => "is none that is known.",
    };
}

/// <param name="Kind">talk or topic.</param>
/// <param name="Address">Needed for a talk.</param>
/// <param name="Links">Web addresses, one a line.</param>
/// <param name="Series">Last part of the address of its page; left out is any.</param>
internal sealed record ProposalInput(ProposalKind Kind, string? Title, string? About = null, string? Name = null, string? Address = null, string? Links = null, string? Series = null)
{
    public ProposalForm ToForm() => new(Kind, Address, Name, Title, About, Links, Series);
}

/// <param name="Session">Id of the session it goes to.</param>
/// <param name="Name">Of whoever speaks; a talk has its sender's.</param>
/// <param name="Address">Of whoever speaks on a topic.</param>
internal sealed record AcceptProposalInput(Guid Session, string? Name = null, string? Address = null);

/// <param name="Speaker">Id on the programme; null in a preview.</param>
/// <param name="Subject">Of the mail to the speaker; null where none goes.</param>
/// <param name="Text">Secret links masked.</param>
internal sealed record AcceptedProposalShape(Guid? Speaker, int Mails, string? Subject, string? Text);

/// <param name="Recipient">Null where no mail goes.</param>
/// <param name="Text">Secret links masked.</param>
internal sealed record ProposalMailShape(string? Recipient, string? Subject, string? Text);

/// <param name="Count">On all pages; at most 50 from the offset on are in this one.</param>
internal sealed record FoundProposalsShape(int Count, IReadOnlyList<ProposalRow> Proposals)
{
    public static FoundProposalsShape Of(FoundProposals f) => new(f.Count, [.. f.Proposals.Select(ProposalRow.Of)]);
}

/// <param name="Series">Its name; null is any.</param>
/// <param name="By">The host who sees to it.</param>
internal sealed record ProposalRow(Guid Id, ProposalKind Kind, string Title, string? Series, string? Name, string? Address, ProposalState State, DateTimeOffset SentAt, string? By)
{
    public static ProposalRow Of(ProposalLine p) => new(p.Id, p.Kind, p.Title, p.Series, p.Name, p.Address, p.State, p.SentAt.ToDateTimeOffset(), p.By);
}

/// <param name="Session">Where it is on the programme.</param>
/// <param name="MayReopen">Decided, and nobody was told.</param>
internal sealed record ProposalShape(ProposalRow Proposal, string? About, string? Links, string? Note, IReadOnlyList<ProposalLetterShape> Messages, Guid? Session, bool MayReopen)
{
    public static ProposalShape Of(ProposalFacts f) => new(ProposalRow.Of(f.Line), f.About, f.Links, f.Note,
        [.. f.Letters.Select(l => new ProposalLetterShape(l.By, l.Text, l.IsDecline, l.At.ToDateTimeOffset()))], f.SessionId, f.MayReopen);
}

internal sealed record ProposalLetterShape(string? By, string Text, bool IsDecline, DateTimeOffset At);
