using Microsoft.EntityFrameworkCore.Metadata;

namespace Sessions.Data.Sqlite;

/// <summary>Which rows have to be there first: a type stands behind all types that its keys lead to.</summary>
internal sealed class InsertOrder
{
    private readonly Dictionary<IEntityType, int?> _ranks = [];

    /// <returns>Null for a type whose keys lead in a circle.</returns>
    public int? Of(IEntityType type)
    {
        if (_ranks.TryGetValue(type, out var known)) return known;
        // Whoever comes here again before it is settled came in a circle.
        _ranks.Add(type, null);
        int? rank = 0;
        foreach (var principal in type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type).Distinct())
            rank = Of(principal) is { } before && rank is { } soFar ? Math.Max(soFar, before + 1) : null;
        return _ranks[type] = rank;
    }
}
