using Sessions.Mail;
using Sessions.Registrations.Sheets;

namespace Sessions.Registrations;

/// <summary>Matches as a host or helper may see them.</summary>
internal static class AttendanceRows
{
    /// <param name="addresses">This reader may see them in full.</param>
    public static IReadOnlyList<AttendanceRow> Of(IReadOnlyList<ListMatch> matches, bool addresses)
    {
        return [.. matches.Select(m => new AttendanceRow(m.Number, m.Listed.Line, addresses || !IsAddress(m.Listed.Name) ? m.Listed.Name : EmailAddress.Masked(m.Listed.Name),
            Shown(m.Listed.Address), m.Listed.Minutes, Result(m), m.By, m.Person?.Id, m.Person is { } who ? Name(who) : null)
        {
            Candidates = m.By is null or MatchedBy.Choice ? [.. m.Candidates.Take(MeetingMatch.MostCandidates).Select(c => new AttendanceCandidate(c.Id, Full(c)))] : [],
        })];

        string? Shown(string? address) => addresses ? address : EmailAddress.Masked(address);
        string Name(Registered who) => who.Name ?? Shown(who.Address) ?? "";
        string Full(Registered who) => string.Join(", ", new[] { who.Name, Shown(who.Address) }.OfType<string>());
    }

    public static string Words(MeetingSource source) => source switch
    {
        MeetingSource.Zoom => "a list of Zoom",
        MeetingSource.Teams => "a list of Microsoft Teams",
        MeetingSource.Meet => "a list of Google Meet",
        _ => "a list",
    };

    private static AttendanceResult Result(ListMatch m) => m switch
    {
        { Listed.IsOutside: true } => AttendanceResult.NotLetIn,
        { IsTooShort: true } => AttendanceResult.TooShort,
        { Person.Came: true } => AttendanceResult.Before,
        { Person: not null } => AttendanceResult.Came,
        { By: null, Candidates.Count: > 0 } => AttendanceResult.Choose,
        { Elsewhere: RegistrationState.Withdrawn } => AttendanceResult.Withdrew,
        { Elsewhere: not null } => AttendanceResult.Waited,
        _ => AttendanceResult.Unknown,
    };

    private static bool IsAddress(string? name) => name is not null && EmailAddress.TryParse(name, out _, out _);
}
