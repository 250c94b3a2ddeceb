using Sessions.Scheduling.Sheets;

namespace Sessions.Registrations.Sheets;

/// <summary>Reads the list of people of Zoom, Teams, Google Meet, and any table with names or addresses. Bounded, and throws at nothing.</summary>
internal static class MeetingListReader
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostRows = 5000;

    private const int MostColumns = 100;

    /// <summary>What stands above the headings is short.</summary>
    private const int MostAbove = 100;

    private static readonly char[] Separators = ['\t', ',', ';'];

    public static Answer<MeetingList, MeetingListFault> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes) return MeetingListFault.TooLarge;
        if (SheetText.Of(content) is not { } text) return MeetingListFault.NotText;
        if (string.IsNullOrWhiteSpace(text)) return MeetingListFault.NothingInIt;
        // The headings tell what stands between the columns: the first line of a file is often about the meeting, or one cell.
        var tables = Separators.Select(separator => (Separator: separator, Columns: Headed(text, separator))).Where(t => t.Columns > 0).ToList();
        if (tables.Count > 0) return Table(text, tables.MaxBy(t => t.Columns).Separator);
        return Plain(text);
    }

    /// <returns>How many columns the headings name; 0 for none.</returns>
    private static int Headed(string text, char separator) =>
        CsvTable.Rows(text, separator).Take(MostAbove).Select(row => row.Cells.Count > MostColumns ? 0 : MeetingColumns.Read(row.Cells)?.Count(c => c is not null) ?? 0).FirstOrDefault(count => count > 0);

    private static Answer<MeetingList, MeetingListFault> Table(string text, char separator)
    {
        IReadOnlyList<MeetingColumn?>? columns = null;
        var (source, rows, people) = (MeetingSource.Table, 0, new ListedPeople());
        foreach (var row in CsvTable.Rows(text, separator))
        {
            if (row.Cells.Count <= MostColumns && MeetingColumns.Read(row.Cells) is { } headings && (columns is null || headings[0] is not null))
            {
                // A second list below the first, of the same meeting or of another one.
                if (columns is null) source = MeetingColumns.Source(row.Cells);
                columns = headings;
                continue;
            }
            if (columns is null) continue;
            if (EndsSection(row.Cells)) break;
            if (!row.IsClosed) return MeetingListFault.QuoteOpen;
            if (++rows > MostRows) return MeetingListFault.TooManyRows;
            people.Add(row.Line, row.Cells, columns);
        }
        return Listed(source, people);
    }

    /// <summary>Without headings: an address a row, with the name beside it or before it, as mail programs write them.</summary>
    private static Answer<MeetingList, MeetingListFault> Plain(string text)
    {
        var (rows, people) = (0, new ListedPeople());
        foreach (var row in CsvTable.Rows(text, text.Contains('\t', StringComparison.Ordinal) ? '\t' : ','))
        {
            if (!row.IsClosed) return MeetingListFault.QuoteOpen;
            if (++rows > MostRows) return MeetingListFault.TooManyRows;
            people.AddPlain(row.Line, row.Cells.Take(MostColumns));
        }
        return people.Count > 0 ? Listed(MeetingSource.Table, people) : MeetingListFault.HeadingsUnreadable;
    }

    private static Answer<MeetingList, MeetingListFault> Listed(MeetingSource source, ListedPeople people) =>
        people.Count > 0 ? new MeetingList(source, people.All, people.All.Any(p => p.Minutes is not null)) : MeetingListFault.NothingInIt;

    /// <summary>"3. In-Meeting Activities": there everybody stands once more.</summary>
    private static bool EndsSection(IReadOnlyList<string> cells) =>
        cells.Skip(1).All(string.IsNullOrWhiteSpace) && cells[0].AsSpan().Trim() is { Length: > 2 } only && char.IsAsciiDigit(only[0]) && only[1] == '.' && only[2] == ' ' && !only.Contains('@');
}
