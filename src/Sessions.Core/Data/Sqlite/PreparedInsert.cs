using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Sessions.Data.Sqlite;

/// <summary>One compiled statement that inserts the rows of one type.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly KeptConnection _connection;
    private readonly SqliteCommand _command;
    private readonly Column[] _columns;
    private readonly IProperty[] _madeByDatabase;
    private readonly IProperty[] _toOwnTable;

    private PreparedInsert(IEntityType type, ITable table, int rank, KeptConnection connection)
    {
        (_connection, Rank) = (connection, rank);
        _command = connection.CreateCommand();
        _columns = [.. table.Columns.Select((column, n) => new Column(column.PropertyMappings[0], _command, n))];
        _command.CommandText = $"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))}) VALUES ({string.Join(", ", _columns.Select(column => column.Parameter.ParameterName))})";
        foreach (var column in _columns) _command.Parameters.Add(column.Parameter);
        _madeByDatabase = [.. _columns.Select(column => column.Property).Where(property => property.ValueGenerated != ValueGenerated.Never)];
        _toOwnTable = [.. type.GetForeignKeys().Where(key => key.PrincipalEntityType == type).SelectMany(key => key.Properties)];
    }

    /// <summary>Rows of a lower rank go first.</summary>
    public int Rank { get; }

    /// <returns>Null where a row is more than the properties of this type in one table, or its place among the tables is not settled.</returns>
    public static PreparedInsert? For(IEntityType type, int? rank, KeptConnection connection)
    {
        var tables = type.GetTableMappings().Select(mapping => mapping.Table).Distinct().ToList();
        if (rank is not { } settled || tables is not [var table]) return null;
        return table.Columns.All(column => column.PropertyMappings is [{ Property: var property }] && property.DeclaringType.ContainingEntityType == type)
            ? new(type, table, settled, connection) : null;
    }

    /// <summary>
    /// A value that the database makes has to be read back, rows of one table that lead to each other have to be sorted, and one that takes the place
    /// of another with its key is a change of that one: these are EF's.
    /// </summary>
    public bool Takes(IUpdateEntry entry)
    {
        if (entry.SharedIdentityEntry is not null) return false;
        foreach (var property in _madeByDatabase)
            if (entry.IsStoreGenerated(property)) return false;
        foreach (var property in _toOwnTable)
            if (entry.GetCurrentValue(property) is not null) return false;
        return true;
    }

    public void Run(IUpdateEntry entry)
    {
        foreach (var column in _columns) column.Take(entry);
        _command.Transaction = _connection.Current;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed class Column(IColumnMappingBase mapping, SqliteCommand command, int number)
    {
        private readonly Func<object?, object?>? _convert = mapping.TypeMapping.Converter?.ConvertToProvider;
        private readonly IComplexProperty[] _optional = [.. Around(mapping.Property.DeclaringType).Where(around => around.IsNullable).Reverse()];

        public IProperty Property { get; } = mapping.Property;

        public SqliteParameter Parameter { get; } = (SqliteParameter)mapping.TypeMapping.CreateParameter(command, $"@p{number}", null, nullable: true);

        public void Take(IUpdateEntry entry) =>
            Parameter.Value = IsMissing(entry) || entry.GetCurrentValue(Property) is not { } value ? DBNull.Value : _convert is null ? value : _convert(value) ?? DBNull.Value;

        /// <summary>EF would answer with the default of a part of something that is not there.</summary>
        private bool IsMissing(IUpdateEntry entry)
        {
            foreach (var around in _optional)
                if (entry.GetCurrentValue(around) is null) return true;
            return false;
        }

        /// <summary>From the inside.</summary>
        private static IEnumerable<IComplexProperty> Around(ITypeBase type)
        {
            while (type is IComplexType { ComplexProperty: var around })
            {
                yield return around;
                type = around.DeclaringType;
            }
        }
    }
}
