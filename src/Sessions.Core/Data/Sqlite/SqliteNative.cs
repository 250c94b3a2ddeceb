using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sessions.Data.Sqlite;

/// <summary>The run-time half of build/Sqlite.props: goes with it.</summary>
internal static class SqliteNative
{
    /// <summary>The first bundle whose own native library is young enough for what we use.</summary>
    private static readonly Version NewEnough = new(2, 1, 0);

#pragma warning disable CA2255 // Nothing earlier is ours: EF Core touches SQLitePCLRaw before any call of this library.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare()
    {
        // EF Core asks for a newer SQLitePCLRaw.core than some feeds serve; the older one has all it calls.
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) =>
            new AssemblyName(asked.Name) is { Name: "SQLitePCLRaw.core", Version: not null } name ? LoadAnyVersion(name) : null;
    }

    private static readonly Lazy<bool> Chosen = new(ChooseOnce);

    /// <summary>Chooses the native library; throws one sentence that names the package to install when there is none.</summary>
    public static void Choose() => _ = Chosen.Value;

    private static bool ChooseOnce()
    {
        var provider = Assembly.Load("SQLitePCLRaw.core");
        if (provider.GetName().Version >= NewEnough) return true;
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out var system) && !NativeLibrary.TryLoad("sqlite3", out system))
            throw new DllNotFoundException("SQLite is missing: install the package libsqlite3-0 (Debian, Ubuntu) or sqlite-libs (Fedora, Alpine).");
        NativeLibrary.SetDllImportResolver(Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"),
            (library, _, _) => string.Equals(library, "e_sqlite3", StringComparison.Ordinal) ? system : 0);
        return true;
    }

    private static Assembly? LoadAnyVersion(AssemblyName asked)
    {
        var file = Path.Combine(AppContext.BaseDirectory, asked.Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
