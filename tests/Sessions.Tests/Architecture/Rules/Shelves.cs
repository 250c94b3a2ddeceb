namespace Sessions.Tests.Architecture.Rules;

/// <summary>What a type is, told by its name: "the file name tells the shelf".</summary>
internal static class Shelves
{
    private static readonly string[] ReadersOfNow = ["Service", "Job", "Jobs", "Emails", "Composer", "Delivery", "Claims", "Spreader"];

    private static readonly string[] UsersOfData = [.. ReadersOfNow, "Queries", "Writer", "Rows", "OwedHere", "Gate"];

    public static bool IsService(string name) => name.EndsWith("Service", StringComparison.Ordinal);

    public static bool MayUseData(this CodeType type) =>
        type.Room is "Data" or "Workflows" or "Views" || type.IsComposition || EndsWithAny(type.Name, UsersOfData);

    public static bool MayReadTheClock(this CodeType type) =>
        // The mail library ages its connections and waits; its messages' dates are values.
        type.IsWeb || type.Room is "Workflows" or "Mail" || type.FullName == "Sessions.Data.Clock" || type.IsComposition || EndsWithAny(type.Name, ReadersOfNow);

    /// <summary>The classes of Core that a page or endpoint may ask: those that change something, and those that only read.</summary>
    public static (IReadOnlySet<string> Writers, IReadOnlySet<string> Readers) WritersAndReaders(this House house)
    {
        var core = house.Files.Where(file => file.IsUnder("src/Sessions.Core") && file.Extension == ".cs").ToList();
        HashSet<string> Named(string room, string ending) =>
            [.. core.Where(file => file.IsUnder("src/Sessions.Core/" + room) || file.Name.EndsWith(ending + ".cs", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file.Name))];
        return (Named("Workflows", "Service"), Named("Views", "Queries"));
    }

    private static bool EndsWithAny(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
