using System.Text;

namespace Sessions.Scheduling.Sheets;

/// <summary>Sessions as a table, in UTF-8 with the mark by which spreadsheets know it.</summary>
public static class SessionsCsv
{
    private const int MostColumns = 200;

    public static byte[] Write(IEnumerable<SessionRecord> records)
    {
        var text = new StringBuilder();
        Row(text, RecordFields.All.Select(RecordFields.Heading));
        foreach (var record in records)
        {
            var cells = RecordCells.Of(record);
            Row(text, RecordFields.All.Select(cells.GetValueOrDefault));
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static Answer<ReadSheet, SheetFault> Read(string text, SheetDefaults defaults)
    {
        IReadOnlyList<RecordField?>? columns = null;
        var (rows, notRead) = (new List<ReadRow>(), new List<string>());
        foreach (var row in CsvTable.Rows(text))
        {
            if (row.Cells.Count > MostColumns) return SheetFault.HeadingsUnreadable;
            if (columns is null)
            {
                columns = [.. row.Cells.Select(RecordFields.Find)];
                if (!columns.Any(c => c is RecordField.Date or RecordField.Title)) return SheetFault.HeadingsUnreadable;
                notRead.AddRange(row.Cells.Where((cell, at) => columns[at] is null && !string.IsNullOrWhiteSpace(cell)).Select(cell => RowFault.Of(default, cell.Trim()).Value));
                continue;
            }
            rows.Add(row.IsClosed ? WrittenRecord.Read(row.Line, Cells(row.Cells, columns), defaults) : new(row.Line, RowFaultKind.Unreadable, row.Cells[0]));
            if (rows.Count > SheetReader.MostRows) return SheetFault.TooManyRows;
        }
        return new ReadSheet(SheetFormat.Csv, rows, notRead);
    }

    /// <summary>Of two columns for one field the first that holds something.</summary>
    private static Dictionary<RecordField, string> Cells(IReadOnlyList<string> row, IReadOnlyList<RecordField?> columns)
    {
        var cells = new Dictionary<RecordField, string>();
        foreach (var (cell, column) in row.Zip(columns))
            if (column is { } field && CsvTable.Unguarded(cell).Trim() is { Length: > 0 } value) cells.TryAdd(field, value);
        return cells;
    }

    private static void Row(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(CsvTable.Cell)).Append("\r\n");
}
