using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Sessions.Data.Sqlite;

/// <summary>
/// Where the writer's context hands what it saves. New rows go in through one statement for each table, compiled once and made of EF's own mapping:
/// EF would write the SQL of each row anew and sort all rows of a save among each other, which takes longer than SQLite does. What is changed or
/// removed, and rows whose database makes values or whose order their tables don't settle, are left to EF.
/// </summary>
internal sealed class PreparedInserts(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational) : RelationalDatabase(dependencies, relational), IDisposable
{
    private readonly IRelationalConnection _connection = relational.Connection;

    /// <summary>Null for a type that is left to EF.</summary>
    private readonly Dictionary<IEntityType, PreparedInsert?> _inserts = [];

    private readonly InsertOrder _order = new();

    public override int SaveChanges(IList<IUpdateEntry> entries)
    {
        var (others, rows) = Split(entries);
        return (others.Count == 0 ? 0 : base.SaveChanges(others)) + Insert(rows);
    }

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        var (others, rows) = Split(entries);
        return (others.Count == 0 ? 0 : await base.SaveChangesAsync(others, cancellationToken)) + Insert(rows);
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert?.Dispose();
    }

    private (IList<IUpdateEntry> Others, List<IUpdateEntry> Rows) Split(IList<IUpdateEntry> entries)
    {
        var (others, rows) = (new List<IUpdateEntry>(), new List<IUpdateEntry>(entries.Count));
        foreach (var entry in entries)
        {
            if (entry.EntityState == EntityState.Added && Of(entry.EntityType)?.Takes(entry) == true) rows.Add(entry);
            else others.Add(entry);
        }
        // What EF writes is written first, so it may free a key, but not lead to a row that is not there yet.
        return others.Exists(LeadsElsewhere) ? (entries, []) : (others, rows);
    }

    private static bool LeadsElsewhere(IUpdateEntry entry) => entry.EntityState switch
    {
        EntityState.Added => true,
        EntityState.Modified => entry.EntityType.GetForeignKeys().Any(key => key.Properties.Any(entry.IsModified)),
        _ => false,
    };

    private int Insert(List<IUpdateEntry> rows)
    {
        if (rows.Count == 0) return 0;
        try
        {
            foreach (var entry in rows.OrderBy(row => _inserts[row.EntityType]!.Rank)) _inserts[entry.EntityType]!.Run(entry);
        }
        catch (SqliteException fault)
        {
            throw new DbUpdateException("A row could not be inserted.", fault, rows);
        }
        return rows.Count;
    }

    private PreparedInsert? Of(IEntityType type)
    {
        if (!_inserts.TryGetValue(type, out var insert)) _inserts.Add(type, insert = PreparedInsert.For(type, _order.Of(type), (KeptConnection)_connection.DbConnection));
        return insert;
    }
}
