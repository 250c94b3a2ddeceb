using System.Text;
using Sessions.Registrations;
using Sessions.Registrations.Sheets;

namespace Sessions.Web.Api.Sessions;

/// <summary>Who came: noted from a meeting's list, or at the door.</summary>
internal static class AttendanceRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/sessions/{session:guid}/attendance", ApiRegistration.Reading, Door);
        api.MapPost("/sessions/{session:guid}/attendance/import", Import);
        api.MapPost("/sessions/{session:guid}/attendance/undo/{step:guid}", Undo);
        api.MapPost("/sessions/{session:guid}/attendance/check-in", CheckIn);
    }

    private static async Task<ApiAnswer<DoorShape>> Door(ApiCall call, Guid session, AttendanceQueries queries) =>
        await queries.Door(call.Who, session) is { } door ? DoorShape.Of(door, await queries.Imports(call.Who, session)) : AttendanceRefusal.NotAllowed;

    private static async Task<ApiAnswer<AttendanceImportShape>> Import(ApiCall call, Guid session, ApiBody<AttendanceImportInput> body, AttendanceImportService import, bool preview = false)
    {
        var file = body.Value.ToFile(session);
        var answer = preview ? await import.Preview(call.Who, file) : await import.Save(call.Who, file);
        return answer.No is { } no ? no : AttendanceImportShape.Of(answer.Value!, preview);
    }

    private static async Task<ApiAnswer> Undo(ApiCall call, Guid session, Guid step, AttendanceImportService import) => ApiAnswer.Of(await import.Undo(call.Who, session, step));

    private static async Task<ApiAnswer<CheckedInShape>> CheckIn(ApiCall call, Guid session, ApiBody<CheckInInput> body, AttendanceService service)
    {
        var answer = await service.CheckIn(call.Who, body.Value.Code, session);
        return answer.No is { } no ? no : CheckedInShape.Of(answer.Value!);
    }
}

/// <param name="Text">The whole list, with the row that names its columns. A body has at most 1 MiB.</param>
/// <param name="AtLeast">Minutes; nobody is noted who stayed for less, where the list says how long.</param>
/// <param name="Choices">Who is meant where several could be.</param>
internal sealed record AttendanceImportInput(string? Text, int? AtLeast = null, IReadOnlyList<AttendanceChoiceInput?>? Choices = null)
{
    public AttendanceFile ToFile(Guid session)
    {
        var choices = new Dictionary<int, Guid?>();
        foreach (var choice in Choices ?? [])
            if (choice is not null) choices[choice.Row] = choice.RegistrationId;
        return new(session, Encoding.UTF8.GetBytes(Text ?? "")) { AtLeast = AtLeast, Choices = choices };
    }
}

/// <param name="Row">Its number in the preview.</param>
/// <param name="RegistrationId">One of the row's candidates; null for none of them.</param>
internal sealed record AttendanceChoiceInput(int Row, Guid? RegistrationId = null);

/// <param name="Id">By which it is undone; null for a preview, and where nobody was new.</param>
/// <param name="New">Who is noted and was not before, or would be.</param>
/// <param name="Open">Rows for which somebody has to say who is meant; they are left out until then.</param>
internal sealed record AttendanceImportShape(bool Saved, Guid? Id, MeetingSource Source, int New, int Before, int Open, IReadOnlyList<AttendanceRowShape> Rows)
{
    public static AttendanceImportShape Of(AttendancePlan plan, bool isPreview) => new(!isPreview && plan.Id is not null, isPreview ? null : plan.Id, plan.Source, plan.New, plan.Before, plan.Open,
        [.. plan.Rows.Select(r => new AttendanceRowShape(r.Number, r.Line, r.Name, r.Address, r.Minutes is { } minutes ? Math.Round(minutes, 1) : null, r.Result, r.By, r.RegistrationId,
            [.. r.Candidates.Select(c => new AttendanceCandidateShape(c.RegistrationId, c.Person))]))]);
}

/// <param name="Row">Named by a choice.</param>
/// <param name="Address">As far as the token's person may see it.</param>
internal sealed record AttendanceRowShape(int Row, int Line, string? Name, string? Address, double? Minutes, AttendanceResult Result, MatchedBy? By, Guid? RegistrationId, IReadOnlyList<AttendanceCandidateShape> Candidates);

internal sealed record AttendanceCandidateShape(Guid RegistrationId, string Person);

/// <param name="Code">What the attendee's code holds: the whole address, or its last part.</param>
internal sealed record CheckInInput(string? Code);

/// <param name="WasIn">Noted before.</param>
internal sealed record CheckedInShape(Guid RegistrationId, string? Name, bool WasIn)
{
    public static CheckedInShape Of(CheckedIn one) => new(one.RegistrationId, one.Name, one.WasIn);
}

/// <param name="Opens">From when people are checked in.</param>
/// <param name="Imports">Lists that were noted and can be undone, the latest first.</param>
internal sealed record DoorShape(int Places, int In, DateTimeOffset? Opens, IReadOnlyList<DoorPersonShape> People, IReadOnlyList<DoorImportShape> Imports)
{
    public static DoorShape Of(Door door, IReadOnlyList<ImportedAttendance> imports) => new(door.People.Count, door.In, door.Opens?.ToDateTimeOffset(),
        [.. door.People.Select(p => new DoorPersonShape(p.RegistrationId, p.Name, p.Address, p.CameAt?.ToDateTimeOffset()))], [.. imports.Select(i => new DoorImportShape(i.Id, i.At.ToDateTimeOffset(), i.By, i.Count))]);
}

/// <param name="Address">As far as the token's person may see it.</param>
internal sealed record DoorPersonShape(Guid RegistrationId, string? Name, string? Address, DateTimeOffset? CameAt);

internal sealed record DoorImportShape(Guid Id, DateTimeOffset At, string? By, int Count);
