using System.Reflection;

namespace Sessions.Tests.Architecture.Rules;

/// <summary>The one way to change anything.</summary>
internal static class WriteRules
{
    private static readonly string[] Saves = ["SaveChanges", "ExecuteUpdate", "ExecuteDelete", "ExecuteSql", "BeginTransaction"];

    public static readonly Rule[] All =
    [
        Rule.ForTypes("WritesGoThroughDatabase", "SaveChanges, ExecuteUpdate/Delete/Sql and BeginTransaction stand in Data alone: every change is Database.Write.", type =>
            IsWritePath(type) ? [] : type.References.Where(IsSave).Select(other => $"calls {other}")),
        Rule.ForTypes("EntitiesAreInternal", "Entities, SessionsDb and Database are internal, so that the compiler keeps pages off the tables.", type =>
            type.Namespace.StartsWith("Sessions.Data", StringComparison.Ordinal) ? PublicTables(type.Type) : []),
    ];

    private static bool IsWritePath(CodeType type) =>
        (type.Namespace == "Sessions.Data" && type.Name.StartsWith("Database", StringComparison.Ordinal))
        || type.Namespace is "Sessions.Data.Sqlite" or "Sessions.Data.Postgres";

    private static bool IsSave(CodeReference other) =>
        (other.IsIn("Microsoft") || other.IsIn("Npgsql") || other.IsIn("System.Data") || other.IsIn("Sessions.Data"))
        && Saves.Any(save => other.Member.StartsWith(save, StringComparison.Ordinal));

    private static IEnumerable<string> PublicTables(Type type)
    {
        if (type.IsPublic && type.Name is "SessionsDb" or "Database")
            yield return "is public";
        foreach (var table in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (table.PropertyType is { Name: "DbSet`1", GenericTypeArguments: [{ IsPublic: true } entity] })
                yield return $"the entity {entity.Name} is public";
        }
    }
}
