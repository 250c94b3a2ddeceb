using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Sessions.Tests.Support;

/// <summary>Hands out the AngleSharp.Diffing that was restored for the newer version bUnit asks for; build/BUnit.props says why and when it can go.</summary>
internal static class AssemblyResolver
{
    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName asked)
    {
        if (!string.Equals(asked.Name, "AngleSharp.Diffing", StringComparison.Ordinal))
            return null;
        var restored = Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll");
        return File.Exists(restored) ? context.LoadFromAssemblyPath(restored) : null;
    }
}
