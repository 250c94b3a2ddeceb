namespace Sessions.Tests.Support;

/// <summary>Of PostgreSQL alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTGRES") is null) Skip = "no PostgreSQL: tests/run.sh starts one where it is installed";
    }
}
