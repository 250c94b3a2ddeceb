using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data.Search;
using Sessions.Data.Tables;

namespace Sessions.Data.Sqlite;

internal sealed class SqliteSessionsDb(DbContextOptions<SqliteSessionsDb> options) : SessionsDb(options)
{
    public override IQueryable<SearchMatch> Match(SearchQuery query) =>
        Database.SqlQueryRaw<SearchMatch>(SqliteExpressions.Sql, SqliteExpressions.Instance.For(query));

    protected override void MapInstants(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Instant>().HaveConversion<InstantAsTicks>();
}
