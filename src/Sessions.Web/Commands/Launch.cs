using System.Globalization;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>Around everything: what stops the start is one clear sentence and exit code 1, never a stack trace.</summary>
public static class Launch
{
    public static async Task<int> Guarded(Func<Task<int>> run)
    {
        // Pages say dates and numbers in the words of the page's language, never in those of the machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return await run();
        }
        catch (Exception fault) when (Sentence(fault) is not null)
        {
            await Console.Error.WriteLineAsync(Sentence(fault));
            return 1;
        }
    }

    /// <returns>Null for what is no admin's mistake but a fault of ours.</returns>
    internal static string? Sentence(Exception fault) => fault switch
    {
        SettingsFault or DllNotFoundException => fault.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{fault.Message} Another program listens there: stop it, or choose another address with --urls or ASPNETCORE_URLS.",
        UnauthorizedAccessException => $"{fault.Message} Give the user this runs as the right to write there, or change Files:Path, Database:ConnectionString or Mail:PickupPath.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 14 or 8 } =>
            "The database file can't be opened for writing. Check the folder in Database:ConnectionString and its rights.",
        Npgsql.NpgsqlException => $"The database does not answer: {fault.Message} Check Database:ConnectionString.",
        AggregateException { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };
}
