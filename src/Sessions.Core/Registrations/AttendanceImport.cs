using NodaTime;
using Sessions.Registrations.Sheets;

namespace Sessions.Registrations;

/// <summary>A list of who was in the meeting, to be noted.</summary>
/// <param name="Content">At most 2 MB.</param>
public sealed record AttendanceFile(Guid SessionId, byte[] Content)
{
    public const int MostBytes = MeetingListReader.MostBytes;
    public const int MostRows = MeetingListReader.MostRows;

    /// <summary>Minutes; null notes everybody.</summary>
    public int? AtLeast { get; init; }

    /// <summary>By the number of the row: the registration that is meant, or null for none of them.</summary>
    public IReadOnlyDictionary<int, Guid?> Choices { get; init; } = new Dictionary<int, Guid?>();
}

/// <summary>What becomes of each on the list.</summary>
/// <param name="New">How many are noted who were not before, or would be.</param>
/// <param name="Id">By which it is taken back; null for a preview, and where nobody was new.</param>
public sealed record AttendancePlan(MeetingSource Source, bool HasMinutes, IReadOnlyList<AttendanceRow> Rows, int New, Guid? Id)
{
    /// <summary>Rows where somebody has to say who is meant.</summary>
    public int Open => Rows.Count(r => r.Result == AttendanceResult.Choose);

    public int Before => Rows.Where(r => r.Result == AttendanceResult.Before).DistinctBy(r => r.RegistrationId).Count();
}

/// <param name="Number">From 0; what a choice names.</param>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Address">As far as this reader may see it.</param>
/// <param name="Person">Who it is in the session, as far as this reader may see it.</param>
public sealed record AttendanceRow(int Number, int Line, string? Name, string? Address, double? Minutes, AttendanceResult Result, MatchedBy? By, Guid? RegistrationId, string? Person)
{
    /// <summary>Who could be meant.</summary>
    public IReadOnlyList<AttendanceCandidate> Candidates { get; init; } = [];
}

public sealed record AttendanceCandidate(Guid RegistrationId, string Person);

public enum AttendanceResult
{
    /// <summary>Has a place and came.</summary>
    Came = 1,

    /// <summary>Was noted before.</summary>
    Before = 2,

    /// <summary>Several could be meant, or one by several: a host has to say who it is.</summary>
    Choose = 3,

    /// <summary>No registration fits.</summary>
    Unknown = 4,

    /// <summary>On the waiting list, or with an offer that was not taken.</summary>
    Waited = 5,

    /// <summary>Gave up the place.</summary>
    Withdrew = 6,

    /// <summary>Fewer minutes than asked for.</summary>
    TooShort = 7,

    /// <summary>Was not let in.</summary>
    NotLetIn = 8,
}

/// <summary>A list that was noted and can be taken back.</summary>
/// <param name="By">Null where the one who did it is gone.</param>
/// <param name="Count">Of those whose note is still the list's.</param>
public sealed record ImportedAttendance(Guid Id, Instant At, string? By, int Count);

public enum AttendanceImportRefusal
{
    TooLarge = MeetingListFault.TooLarge,
    NotText = MeetingListFault.NotText,
    NothingInIt = MeetingListFault.NothingInIt,
    TooManyRows = MeetingListFault.TooManyRows,
    HeadingsUnreadable = MeetingListFault.HeadingsUnreadable,
    QuoteOpen = MeetingListFault.QuoteOpen,

    /// <summary>No such session, or no such import in it.</summary>
    NotFound = 11,
    NotAllowed = 12,

    /// <summary>The room has not opened yet.</summary>
    TooEarly = 13,
}
