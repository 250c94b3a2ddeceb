using System.Text;
using Npgsql;

namespace Sessions.Data.Postgres;

/// <summary>One table out to a CSV file with a line of column names, and in again.</summary>
internal static class PostgresTableCopy
{
    private const int Block = 32_768;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task CopyOut(this NpgsqlConnection connection, string table, string file, CancellationToken stop)
    {
        var columns = (await connection.Columns(table, stop)).Select(PostgresCatalogue.Quote);
        using var rows = await connection.BeginTextExportAsync($"COPY {PostgresCatalogue.Quote(table)} ({string.Join(", ", columns)}) TO STDOUT (FORMAT csv, HEADER)", stop);
        await using var to = new StreamWriter(file, append: false, Utf8);
        await Pump(rows, to, stop);
    }

    public static async Task CopyIn(this NpgsqlConnection connection, string table, Stream content, CancellationToken stop)
    {
        using var from = new StreamReader(content, Utf8);
        var columns = (await from.ReadLineAsync(stop) ?? "").Split(',').Select(name => PostgresCatalogue.Quote(name.Trim('"')));
        await using var rows = await connection.BeginTextImportAsync($"COPY {PostgresCatalogue.Quote(table)} ({string.Join(", ", columns)}) FROM STDIN (FORMAT csv)", stop);
        await Pump(from, rows, stop);
    }

    private static async Task Pump(TextReader from, TextWriter to, CancellationToken stop)
    {
        var block = new char[Block];
        while (await from.ReadAsync(block, stop) is > 0 and var read) await to.WriteAsync(block.AsMemory(0, read), stop);
    }
}
