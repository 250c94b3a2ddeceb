using NodaTime;
using Sessions.Registrations.Sheets;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>The list at the door of one session.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Opens">From when people are checked in; null where the hour is not known.</param>
/// <param name="People">By name.</param>
public sealed record Door(string Series, int? Number, string? Title, string Zone, bool IsCancelled, Instant? Opens, IReadOnlyList<AtTheDoor> People)
{
    public int In => People.Count(p => p.CameAt is not null);

    /// <summary>Those whose name, or address as far as it is shown, holds every word, with or without accents.</summary>
    public IReadOnlyList<AtTheDoor> Find(string? words)
    {
        var wanted = (PersonNames.Words(words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length == 0 ? People : [.. People.Where(p => p.Holds(wanted))];
    }
}

/// <param name="Address">As far as this reader may see it.</param>
/// <param name="IsTicked">By hand or from a list, so that it can be taken back.</param>
public sealed record AtTheDoor(Guid RegistrationId, string? Name, string? Address, Instant? CameAt, bool IsTicked)
{
    private readonly string _words = PersonNames.Words($"{Name} {Address}") ?? "";

    public string Shown => Name ?? Address ?? "";

    internal bool Holds(string[] words) => Array.TrueForAll(words, word => _words.StartsWith(word, StringComparison.Ordinal) || _words.Contains(" " + word, StringComparison.Ordinal));
}

/// <summary>What the code of one place opens; who may not check in learns nothing of the person.</summary>
/// <param name="Address">Where the session takes place.</param>
public sealed record CheckInPage(string Token, string Series, int? Number, string? Title, SessionTime When, bool IsCancelled, string? Address)
{
    /// <summary>For who may check in; null for everybody else.</summary>
    public CheckInFacts? AtTheDoor { get; init; }
}

/// <param name="Address">As far as this reader may see it.</param>
/// <param name="IsOpen">People are checked in now.</param>
public sealed record CheckInFacts(Guid SessionId, string? Name, string? Address, RegistrationState State, Instant? CameAt, bool IsOpen, Instant? Opens);

/// <summary>Who was checked in.</summary>
/// <param name="Name">Null where they gave none.</param>
/// <param name="WasIn">They were noted before.</param>
public sealed record CheckedIn(Guid RegistrationId, string? Name, bool WasIn);
