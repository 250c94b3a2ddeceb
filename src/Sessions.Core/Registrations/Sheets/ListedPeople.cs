using Sessions.Mail;
using Sessions.Scheduling.Sheets;

namespace Sessions.Registrations.Sheets;

/// <summary>Rows into people: who was cut off and came again has a row for each time.</summary>
internal sealed class ListedPeople
{
    private const int LongestName = 200;

    private readonly Dictionary<(string? Address, string? Name), int> _at = [];
    private readonly List<ListedPerson> _all = [];

    public int Count => _all.Count;

    public IReadOnlyList<ListedPerson> All => _all;

    public void Add(int line, IReadOnlyList<string> cells, IReadOnlyList<MeetingColumn?> columns)
    {
        string? Cell(MeetingColumn column)
        {
            for (var at = 0; at < Math.Min(cells.Count, columns.Count); at++)
                if (columns[at] == column) return Typed(cells[at]);
            return null;
        }
        var name = Cell(MeetingColumn.Name) ?? TypedText.Line($"{Cell(MeetingColumn.FirstName)} {Cell(MeetingColumn.LastName)}");
        var address = Key(Cell(MeetingColumn.Address)) ?? Key(Cell(MeetingColumn.Account)) ?? Key(name);
        var minutes = Cell(MeetingColumn.Minutes) is { } written ? WrittenMinutes.Read(written) : Cell(MeetingColumn.Seconds) is { } seconds ? WrittenMinutes.Read(seconds, isSeconds: true) : null;
        Add(new(line, name, address, minutes, Cell(MeetingColumn.Outside) is { } outside && outside.StartsWith("y", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A row that has an address in any of its cells; another one is no person.</summary>
    public void AddPlain(int line, IEnumerable<string> cells)
    {
        string? address = null, name = null;
        foreach (var cell in cells.Select(Typed).OfType<string>())
        {
            var (before, inside) = Split(cell);
            address ??= Key(inside);
            name ??= Key(inside) is null ? cell : before;
        }
        if (address is not null) Add(new(line, name, address, null, IsOutside: false));
    }

    private void Add(ListedPerson row)
    {
        if (row.Name is null && row.Address is null) return;
        var key = row.Address is { } address ? (address, (string?)null) : (null, row.Name!.ToUpperInvariant());
        if (!_at.TryGetValue(key, out var at))
        {
            _at[key] = _all.Count;
            _all.Add(row);
            return;
        }
        var known = _all[at];
        // Time spent outside is no time in the meeting.
        var minutes = (known.IsOutside, row.IsOutside) switch
        {
            (true, false) => row.Minutes,
            (false, true) => known.Minutes,
            _ => known.Minutes is null ? row.Minutes : known.Minutes + (row.Minutes ?? 0),
        };
        _all[at] = known with { Name = known.Name ?? row.Name, Minutes = minutes, IsOutside = known.IsOutside && row.IsOutside };
    }

    /// <summary>"Kit Example &lt;kit@example.org&gt;".</summary>
    private static (string? Name, string Address) Split(string cell) =>
        cell.EndsWith('>') && cell.LastIndexOf('<') is >= 0 and var open ? (Typed(cell[..open].Trim('"', ' ')), cell[(open + 1)..^1]) : (null, cell);

    private static string? Typed(string cell) => TypedText.Line(CsvTable.Unguarded(cell)) is { } text ? TypedText.Cut(text, LongestName) : null;

    private static string? Key(string? text) => text is not null && EmailAddress.TryParse(text, out var address, out _) ? address.Key : null;
}
