using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data.Tables;

namespace Sessions.Data.Postgres;

internal sealed class PostgresSessionsDb(DbContextOptions<PostgresSessionsDb> options) : SessionsDb(options)
{
    protected override void MapInstants(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Instant>().HaveConversion<InstantAsTimestamp>();
}
