using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sessions.Data;

namespace Sessions.Tests.Support;

/// <summary>Looks at all tables at once, past the entities.</summary>
internal static class Tables
{
    /// <summary>Over every row of every table; two equal hashes mean that nothing was changed between them.</summary>
    public static async Task<string> Hash(SessionsDb db)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in await Lines(db)) hash.AppendData(Encoding.UTF8.GetBytes(line + '\u001e'));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Every row of every table.</summary>
    public static async Task<IReadOnlyList<string>> Lines(SessionsDb db)
    {
        var lines = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
            lines.AddRange((await Rows(db, table)).Select(row => $"{table.Name}\u001f{string.Join('\u001f', row.Select(Text))}").Order(StringComparer.Ordinal));
        return lines;
    }

    /// <summary>Values that SQLite holds and PostgreSQL would have refused: longer than their column, with a NUL, or with half a character.</summary>
    public static async Task<IReadOnlyList<string>> Unfit(SessionsDb db)
    {
        var unfit = new HashSet<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = table.Columns.ToList();
            foreach (var (column, value) in (await Rows(db, table)).SelectMany(row => columns.Zip(row)))
            {
                if (value is not string text) continue;
                if (column.PropertyMappings[0].Property.GetMaxLength() is { } most && text.Length > most) unfit.Add($"{table.Name}.{column.Name} holds {text.Length} characters of {most}");
                if (text.Contains('\0', StringComparison.Ordinal)) unfit.Add($"{table.Name}.{column.Name} holds a NUL");
                if (text.Contains('\ufffd', StringComparison.Ordinal)) unfit.Add($"{table.Name}.{column.Name} holds half a character");
            }
        }
        return [.. unfit];
    }

    /// <summary>Where a word, or a key, still stands: bytes too, in any case of letters.</summary>
    public static async Task<IReadOnlyList<string>> Holding(SessionsDb db, object word)
    {
        var found = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = table.Columns.ToList();
            found.AddRange((await Rows(db, table)).SelectMany(row => columns.Zip(row)).Where(cell => Holds(cell.Second, word.ToString()!)).Select(cell => $"{table.Name}.{cell.First.Name}: {cell.Second}"));
        }
        return found;
    }

    private static bool Holds(object value, string word) =>
        (value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Text(value)).Contains(word, StringComparison.OrdinalIgnoreCase);

    private static async Task<List<object[]>> Rows(SessionsDb db, ITable table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\"";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
