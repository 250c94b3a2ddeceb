using System.Reflection;
using Sessions.Data;
using Xunit.Sdk;

namespace Sessions.Tests.Support;

/// <summary>One test body on every database: SQLite always, PostgreSQL where tests/run.sh started one.</summary>
internal sealed class EachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [DatabaseProvider.Sqlite];
        if (Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTGRES") is not null) yield return [DatabaseProvider.Postgres];
    }
}
