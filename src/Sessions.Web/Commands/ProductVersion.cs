using System.Reflection;

namespace Sessions.Web.Commands;

public static class ProductVersion
{
    /// <summary>As Directory.Build.props says it, without the commit.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
