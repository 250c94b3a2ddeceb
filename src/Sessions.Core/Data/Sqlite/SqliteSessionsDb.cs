using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data.Tables;

namespace Sessions.Data.Sqlite;

internal sealed class SqliteSessionsDb(DbContextOptions<SqliteSessionsDb> options) : SessionsDb(options)
{
    protected override void MapInstants(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Instant>().HaveConversion<InstantAsTicks>();
}
