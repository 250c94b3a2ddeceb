namespace Sessions.Data;

public enum DatabaseProvider
{
    Sqlite = 0,
    Postgres = 1,
}

/// <summary>Section "Database".</summary>
/// <param name="ConnectionString">SQLite: "Data Source=FILE"; PostgreSQL: an Npgsql connection string.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
