using System.Reflection;

namespace Sessions.Tests.Architecture;

/// <summary>A top-level type with everything that it and the types nested in it (closures, state machines) refer to.</summary>
internal sealed record CodeType(string Namespace, string Name, Type Type, IReadOnlySet<CodeReference> References)
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public string FullName => $"{Namespace}.{Name}";

    /// <summary>The first folder below Core ("People") or Web ("Web.Host"); empty at the top.</summary>
    public string Room => RoomOf(Namespace);

    public bool IsWeb => Namespace == "Sessions.Web" || Namespace.StartsWith("Sessions.Web.", StringComparison.Ordinal);

    /// <summary>Registers a subject: a static class with an <c>Add…(IServiceCollection)</c>.</summary>
    public bool IsComposition => Type is { IsAbstract: true, IsSealed: true } && Type.GetMethods(Own).Any(method =>
        method.Name.StartsWith("Add", StringComparison.Ordinal) && method.GetParameters().FirstOrDefault()?.ParameterType.Name == "IServiceCollection");

    public static string RoomOf(string space)
    {
        var parts = space.Split('.');
        var depth = parts.Length > 1 && parts[1] == "Web" ? 3 : 2;
        return string.Join('.', parts.Skip(1).Take(depth - 1));
    }

    /// <param name="prefix">Taken off every namespace, so that a fixture can stand in for the house.</param>
    public static CodeType Read(Type type, string prefix)
    {
        var seen = new HashSet<CodeReference>();
        Collect(type, (named, member) => Add(seen, named, member, prefix));
        return new(Strip(type.Namespace ?? "Sessions.Web", prefix), Plain(type.Name), type, seen);
    }

    private static void Collect(Type type, Action<Type, string> see)
    {
        foreach (var named in type.GetInterfaces().Append(type.BaseType ?? typeof(object)))
            see(named, "");
        SeeAttributes(type, see);
        foreach (var field in type.GetFields(Own))
        {
            see(field.FieldType, "");
            SeeAttributes(field, see);
        }

        foreach (var property in type.GetProperties(Own))
            SeeAttributes(property, see);
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            foreach (var parameter in method.GetParameters())
                see(parameter.ParameterType, "");
            if (method is MethodInfo { ReturnType: var answer })
                see(answer, "");
            SeeAttributes(method, see);
            IlReader.Read(method, see);
        }

        foreach (var nested in type.GetNestedTypes(Own))
            Collect(nested, see);
    }

    private static void SeeAttributes(MemberInfo member, Action<Type, string> see)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            see(attribute.AttributeType, "");
            foreach (var named in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>())
                see(named, "");
        }
    }

    private static void Add(HashSet<CodeReference> seen, Type type, string member, string prefix)
    {
        while (type.HasElementType)
            type = type.GetElementType()!;
        if (type.IsGenericParameter)
            return;
        foreach (var argument in type.GetGenericArguments())
            Add(seen, argument, "", prefix);
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
            outermost = outer;
        seen.Add(new(Strip(outermost.Namespace ?? "", prefix), Plain(outermost.Name), member));
    }

    private static string Strip(string space, string prefix) =>
        prefix.Length > 0 && space.StartsWith(prefix, StringComparison.Ordinal) ? space[prefix.Length..] : space;

    private static string Plain(string name) => name.Split('`')[0];
}
