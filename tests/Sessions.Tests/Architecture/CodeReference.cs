namespace Sessions.Tests.Architecture;

/// <summary>Something a type's signatures or bodies name: another type, and the member of it that is used (empty for the type alone).</summary>
internal readonly record struct CodeReference(string Namespace, string Type, string Member)
{
    public string FullName => $"{Namespace}.{Type}";

    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => Member.Length == 0 ? FullName : $"{FullName}.{Member}";
}
