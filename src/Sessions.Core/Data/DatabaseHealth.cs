namespace Sessions.Data;

/// <summary>What the outside may ask of the database: to be brought up to date, and whether it answers.</summary>
public sealed class DatabaseHealth
{
    private readonly Database _database;

    internal DatabaseHealth(Database database) => _database = database;

    public Task Migrate(CancellationToken stop = default) => _database.Migrate(stop);

    public Task Ping(CancellationToken stop = default) => _database.Ping(stop);
}
