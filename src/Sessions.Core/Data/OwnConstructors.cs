using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Sessions.Data;

/// <summary>Services are public, their constructors are not: they name <see cref="Database"/>, which no page may see.</summary>
internal static class OwnConstructors
{
    public static IServiceCollection AddOwn<T>(this IServiceCollection services) where T : class
    {
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)[0];
        return services.AddSingleton(with =>
            (T)constructor.Invoke([.. constructor.GetParameters().Select(p => with.GetRequiredService(p.ParameterType))]));
    }
}
