namespace Sessions.Registrations.Sheets;

/// <summary>Somebody of the session, as far as a list of a meeting can name them.</summary>
/// <param name="Address">Canonical.</param>
internal sealed record Registered(Guid Id, string? Name, string? Address, RegistrationState State, bool Came);

/// <summary>Who on the list is who in the session.</summary>
internal sealed class MeetingMatch
{
    public const int MostCandidates = 50;

    private readonly Dictionary<string, Registered> _byAddress = [];
    private readonly Dictionary<string, List<Registered>> _byWhole = [], _byForm = [];

    private MeetingMatch(IEnumerable<Registered> people)
    {
        foreach (var person in people)
        {
            if (person.Address is { } address) _byAddress.TryAdd(address, person);
            if (PersonNames.Whole(person.Name) is { } whole) Under(_byWhole, whole).Add(person);
            foreach (var form in PersonNames.Forms(person.Name)) Under(_byForm, form).Add(person);
        }
    }

    /// <param name="choices">By the number of the row: whom a host named where several could be meant.</param>
    /// <param name="atLeast">Minutes; nobody whose time the list gives is noted for less.</param>
    public static IReadOnlyList<ListMatch> Of(IReadOnlyList<ListedPerson> list, IReadOnlyCollection<Registered> people, IReadOnlyDictionary<int, Guid?> choices, int? atLeast)
    {
        var (placed, others) = (new MeetingMatch(people.Where(p => p.State == RegistrationState.Confirmed)), new MeetingMatch(people.Where(p => p.State != RegistrationState.Confirmed)));
        var found = list.Select((person, at) => placed.Find(at, person)).ToList();
        var named = found.Select(m => m is { By: MatchedBy.Name } ? m.Candidates[0].Id : (Guid?)null).OfType<Guid>().GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var sure = found.Where(m => m.By == MatchedBy.Address).Select(m => m.Person!.Id).ToHashSet();
        for (var at = 0; at < found.Count; at++)
        {
            // Two on the list with the name of one: unless the one is known by the address, somebody has to say which.
            if (found[at] is { By: MatchedBy.Name, Person: { } one } twice && named.Contains(one.Id) && !sure.Contains(one.Id)) found[at] = twice with { By = null, Person = null };
            if (found[at] is { By: null, Candidates.Count: > 0 } open && choices.TryGetValue(at, out var chosen)) found[at] = Chosen(open, chosen);
            if (found[at] is { By: null, Candidates.Count: 0 } nobody && others.Find(at, nobody.Listed) is { Candidates.Count: > 0 } other) found[at] = nobody with { Elsewhere = other.Candidates[0].State };
        }
        return atLeast is { } minutes ? TooShort(found, minutes) : found;
    }

    private ListMatch Find(int at, ListedPerson listed)
    {
        var row = new ListMatch(at, listed);
        if (listed.Address is { } address && _byAddress.TryGetValue(address, out var known)) return row with { By = MatchedBy.Address, Person = known, Candidates = [known] };
        IReadOnlyList<Registered> candidates = PersonNames.Whole(listed.Name) is { } whole && _byWhole.TryGetValue(whole, out var exactly) ? exactly
            : [.. PersonNames.Forms(listed.Name).SelectMany(form => _byForm.GetValueOrDefault(form) ?? []).DistinctBy(p => p.Id).Take(MostCandidates)];
        return candidates is [var only] ? row with { By = MatchedBy.Name, Person = only, Candidates = candidates } : row with { Candidates = candidates };
    }

    private static ListMatch Chosen(ListMatch row, Guid? chosen) =>
        chosen is null ? row with { By = MatchedBy.Choice } : row.Candidates.FirstOrDefault(p => p.Id == chosen) is { } one ? row with { By = MatchedBy.Choice, Person = one } : row;

    private static List<ListMatch> TooShort(List<ListMatch> found, int atLeast)
    {
        // One person may stand on the list under two names, from two devices.
        var stayed = found.Where(m => m.Person is not null && m.Listed.Minutes is not null).GroupBy(m => m.Person!.Id).ToDictionary(g => g.Key, g => g.Sum(m => m.Listed.Minutes!.Value));
        return found.ConvertAll(m => m with { IsTooShort = m.Person is { } who && stayed.TryGetValue(who.Id, out var minutes) && minutes < atLeast });
    }

    private static List<Registered> Under(Dictionary<string, List<Registered>> names, string name) =>
        names.TryGetValue(name, out var there) ? there : names[name] = [];
}

/// <param name="Number">Of the row, from 0.</param>
internal sealed record ListMatch(int Number, ListedPerson Listed)
{
    /// <summary>Null for nobody, and where somebody has to say who is meant.</summary>
    public MatchedBy? By { get; init; }

    /// <summary>Also null where a host said that it is none of them.</summary>
    public Registered? Person { get; init; }

    public IReadOnlyList<Registered> Candidates { get; init; } = [];

    /// <summary>Of somebody without a place who is known here all the same.</summary>
    public RegistrationState? Elsewhere { get; init; }

    public bool IsTooShort { get; init; }

    /// <summary>Is noted, unless it was before.</summary>
    public bool Counts => Person is not null && !IsTooShort && !Listed.IsOutside;
}

public enum MatchedBy
{
    Address = 1,
    Name = 2,

    /// <summary>A host said who it is, or that it is nobody of the session.</summary>
    Choice = 3,
}
