namespace Sessions.Tests.Architecture.Rules;

/// <summary>What a type is, told by its name: "the file name tells the shelf".</summary>
internal static class Shelves
{
    private static readonly string[] ReadersOfNow = ["Service", "Job", "Jobs", "Emails", "Composer", "Delivery", "Claims", "Spreader"];

    private static readonly string[] UsersOfData = [.. ReadersOfNow, "Queries"];

    public static bool IsService(string name) => name.EndsWith("Service", StringComparison.Ordinal);

    public static bool MayUseData(this CodeType type) =>
        type.Room is "Data" or "Workflows" or "Views" || type.IsComposition || EndsWithAny(type.Name, UsersOfData);

    public static bool MayReadTheClock(this CodeType type) =>
        type.IsWeb || type.Room == "Workflows" || type.IsComposition || EndsWithAny(type.Name, ReadersOfNow);

    private static bool EndsWithAny(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
