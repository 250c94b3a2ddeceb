using Sessions.Data;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <summary>Messages of the hosts to a group of the people of a series.</summary>
internal static class MessageRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series/{series}/messages", ApiRegistration.Reading, List);
        api.MapPost("/series/{series}/messages", Send);
        api.MapPost("/series/{series}/messages/test", Test);
        api.MapMethods("/series/{series}/messages/{message:guid}", ApiRegistration.Reading, Read);
        api.MapPut("/series/{series}/messages/{message:guid}/pause", Pause);
        api.MapDelete("/series/{series}/messages/{message:guid}/pause", Resume);
        api.MapPost("/series/{series}/messages/{message:guid}/stop", Stop);
    }

    private static async Task<ApiAnswer<ApiPage<MessageShape>>> List(ApiCall call, ApiPart part, MessageList list, TimeProvider time) =>
        await list.Read(call.Who, call.Series.Slug, time.Now(), part.Offset, part.Limit) is { } found ? part.Of(call.Http, found.Messages.Select(MessageShape.Of), found.Total) : GroupMessageRefusal.NotAllowed;

    private static async Task<ApiAnswer<SentShape>> Send(ApiCall call, ApiBody<MessageInput> body, SendMessage workflow, bool preview = false)
    {
        var ahead = await workflow.Preview(call.Who, call.Series.Id, body.Value.ToForm());
        if (ahead.No is { } not) return not;
        if (preview) return SentShape.Of(null, ahead.Value!);
        var sent = await workflow.Save(call.Who, call.Series.Id, body.Value.ToForm());
        return sent.No is { } no ? no : ApiAnswer<SentShape>.Made($"/api/v1/series/{call.Series.Id}/messages/{sent.Value!.Id}", SentShape.Of(sent.Value.Id, ahead.Value!));
    }

    /// <summary>To the token's own person alone.</summary>
    private static async Task<ApiAnswer> Test(ApiCall call, ApiBody<MessageInput> body, SendMessage workflow) =>
        ApiAnswer.Of((await workflow.Test(call.Who, call.Series.Id, body.Value.ToForm())).No);

    private static async Task<ApiAnswer<MessageTextShape>> Read(ApiCall call, Guid message, ApiPart part, MessageView view, TimeProvider time, NameText<OutboxState>? state = null)
    {
        // Whether a message is there is told to nobody who may not read any.
        if (!call.Who.May(People.Act.ReadMail, call.Series.Id)) return GroupMessageRefusal.NotAllowed;
        return await view.Find(call.Who, call.Series.Slug, message, new(state?.Value, part.Offset, part.Limit), time.Now()) is { } found
            ? MessageTextShape.Of(found, part.Of(call.Http, found.People.Select(MessagePersonShape.Of), found.Total)) : ApiAnswer<MessageTextShape>.NotFound;
    }

    private static async Task<ApiAnswer> Pause(ApiCall call, Guid message, GroupMessageService service) => ApiAnswer.Of(await service.Pause(call.Who, call.Series.Id, message));

    private static async Task<ApiAnswer> Resume(ApiCall call, Guid message, GroupMessageService service) => ApiAnswer.Of(await service.Resume(call.Who, call.Series.Id, message));

    private static async Task<ApiAnswer<StoppedShape>> Stop(ApiCall call, Guid message, GroupMessageService service)
    {
        var gone = await service.Stop(call.Who, call.Series.Id, message);
        return gone.No is { } no ? no : new StoppedShape(gone.Value);
    }
}

/// <param name="Audience">confirmed, waiting, came or missed, of a session; upcoming, standing, followers or cameOnce, of the whole series.</param>
/// <param name="SessionId">Of a published session; null for the whole series.</param>
/// <param name="Subject">One line of at most 150 characters.</param>
/// <param name="Text">Plain text of at most 10,000 characters: an empty line parts paragraphs, web addresses become links.</param>
internal sealed record MessageInput(GroupAudience Audience, string? Subject, string? Text, Guid? SessionId = null)
{
    public GroupMessageForm ToForm() => new(Audience, SessionId, Subject, Text);
}

/// <param name="Id">Null in a preview.</param>
/// <param name="Recipients">Whom it reaches, each once.</param>
/// <param name="StoppedNews">In the group, but wanted no news.</param>
/// <param name="NotThem">In the group, but said that this was not them.</param>
/// <param name="Mail">As the first of them gets it; null where it reaches nobody.</param>
internal sealed record SentShape(Guid? Id, int Recipients, int StoppedNews, int NotThem, MessageMailShape? Mail)
{
    public static SentShape Of(Guid? id, MessageAhead a) => new(id, a.Count.Recipients, a.Count.StoppedNews, a.Count.NotThem, a.Recipient is null ? null : new(a.Recipient, a.Subject!, a.Text!, a.Html!));
}

/// <summary>Secret links masked.</summary>
internal sealed record MessageMailShape(string Recipient, string Subject, string Text, string Html);

/// <param name="Recipients">Counted at sending.</param>
/// <param name="LeftOut">Unsubscribed or left the group before their mail left, or it was stopped.</param>
internal sealed record MessageShape(Guid Id, string Subject, GroupAudience Audience, Guid? SessionId, string By, DateTimeOffset SentAt, MessageState State, int Recipients, int Sent, int Failed, int Waiting, int LeftOut)
{
    public static MessageShape Of(SentMessage m) => new(m.Id, m.Subject, m.Audience, m.SessionId, m.By, m.SentAt.ToDateTimeOffset(), m.State, m.Recipients, m.Progress.Sent, m.Progress.Failed, m.Progress.Waiting, m.Progress.LeftOut);
}

/// <param name="ExpiresAt">What has not left by then never does.</param>
/// <param name="StoppedNews">Counted at sending, as <paramref name="NotThem"/>.</param>
/// <param name="People">What became of it for each; what went wrong first.</param>
internal sealed record MessageTextShape(MessageShape Message, string Text, DateTimeOffset ExpiresAt, int StoppedNews, int NotThem, ApiPage<MessagePersonShape> People)
{
    public static MessageTextShape Of(MessageFacts f, ApiPage<MessagePersonShape> people) => new(MessageShape.Of(f.Message), f.Text, f.ExpiresAt.ToDateTimeOffset(), f.Count.StoppedNews, f.Count.NotThem, people);
}

/// <param name="NextTry">Where it was tried before and waits.</param>
/// <param name="Why">Words of the mail server, or why it was left out.</param>
internal sealed record MessagePersonShape(Guid MailId, Guid PersonId, string Address, string? Name, OutboxState State, DateTimeOffset? SentAt, DateTimeOffset? NextTry, string? Why)
{
    public static MessagePersonShape Of(MessagePerson p) => new(p.MailId, p.PersonId, p.Address, p.Name, p.State, p.SentAt?.ToDateTimeOffset(), p.NextTry?.ToDateTimeOffset(), p.Why);
}

/// <param name="Sent">How many had gone; the others never get it.</param>
internal sealed record StoppedShape(int Sent);
