using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sessions.Data.Postgres;
using Sessions.Data.Sqlite;

namespace Sessions.Migrations;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteSessionsDb>
{
    public SqliteSessionsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSessionsDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresSessionsDb>
{
    public PostgresSessionsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSessionsDb>().UseNpgsql("Host=localhost").Options);
}
