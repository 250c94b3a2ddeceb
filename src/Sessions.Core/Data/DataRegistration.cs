using Microsoft.Extensions.DependencyInjection;
using Sessions.Data.Postgres;
using Sessions.Data.Sqlite;

namespace Sessions.Data;

public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseOptions options)
    {
        ModelAhead.Begin(options.Provider);
        return services.AddSingleton<PublicVersion>()
            .AddSingleton<Database>(with => options.Provider == DatabaseProvider.Postgres
                ? new PostgresDatabase(options.ConnectionString, with.GetRequiredService<PublicVersion>())
                : new SqliteDatabase(options.ConnectionString, with.GetRequiredService<PublicVersion>()))
            .AddSingleton(_ => DatabaseCopies.Of(options))
            .AddOwn<DatabaseHealth>();
    }
}
