using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data.Search;
using Sessions.Data.Tables;

namespace Sessions.Data.Postgres;

internal sealed class PostgresSessionsDb(DbContextOptions<PostgresSessionsDb> options) : SessionsDb(options)
{
    public override IQueryable<SearchMatch> Match(SearchQuery query) =>
        Database.SqlQueryRaw<SearchMatch>(PostgresExpressions.Sql, PostgresExpressions.Instance.For(query));

    public override async Task PreferIndexes()
    {
        await Database.BeginTransactionAsync();
        await Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        // Words with the same beginning lie beside each other only in the order of their letters' codes.
        model.Entity<SearchTerm>().Property(t => t.Term).UseCollation("C");
        model.Entity<SearchTerm>().Property(t => t.Reversed).UseCollation("C");
    }

    protected override void MapInstants(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Instant>().HaveConversion<InstantAsTimestamp>();
}
