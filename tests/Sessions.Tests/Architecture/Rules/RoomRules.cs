namespace Sessions.Tests.Architecture.Rules;

/// <summary>Which room may know which: docs/architecture.md.</summary>
internal static class RoomRules
{
    private static readonly string[] Libraries = ["ICalendar", "Mail", "Files", "Backups"];

    /// <summary>Each room imports only rooms on lines above its own, and those on its own line that it names.</summary>
    private static readonly (string Room, int Line, string[] Beside)[] Order =
    [
        ("ICalendar", 0, []), ("Mail", 0, []), ("Files", 0, []), ("Backups", 0, []),
        ("Outbox", 1, []),
        ("People", 2, []), ("Scheduling", 2, ["People"]),
        ("Archive", 3, []),
        ("Speakers", 4, []),
        ("Registrations", 5, []), ("Community", 5, []),
        ("Invitations", 6, []),
        ("Workflows", 7, ["Views"]), ("Views", 7, []),
    ];

    public static readonly Rule[] All =
    [
        Rule.ForTypes("RoomsImportDownwards", "A room imports only what lies below it.", ImportsUpwards),
        Rule.ForTypes("RoomsAreKnown", "Every room of Core has its place in the import order.", type =>
            type.IsWeb || type.Room is "" or "Data" || Order.Any(place => place.Room == type.Room) ? [] : [$"no place for the room {type.Room}"]),
        Rule.ForTypes("LibrariesKnowNoSubject", "ICalendar, Mail, Files and Backups know no subject, no database and no other library.", type =>
            Libraries.Contains(type.Room) ? Named(type, other => IsOurs(other) && CodeType.RoomOf(other.Namespace) is var room && room.Length > 0 && room != type.Room || IsEntityFramework(other)) : []),
        Rule.ForTypes("DataKnowsOnlyEntities", "Data maps entities; it knows no service, workflow or view.", type =>
            type.Room == "Data" ? Named(type, other => IsOurs(other) && (Shelves.IsService(other.Type) || CodeType.RoomOf(other.Namespace) is "Workflows" or "Views")) : []),
        Rule.ForTypes("EntitiesKnowNoDatabase", "Entities and rules import neither Data nor Entity Framework.", type =>
            type.IsWeb || type.MayUseData() ? [] : Named(type, other => other.IsIn("Sessions.Data") || IsEntityFramework(other))),
        Rule.ForTypes("ServicesTakeNoService", "A service never calls another service: that is a workflow.", type =>
            !type.IsWeb && Shelves.IsService(type.Name) ? Named(type, other => IsOurs(other) && Shelves.IsService(other.Type) && other.FullName != type.FullName) : []),
        Rule.ForTypes("NoGenericRepository", "No generic repository: Database.Write is the way to the tables.", type =>
            type.Name.EndsWith("Repository", StringComparison.Ordinal) ? ["is a repository"] : []),
    ];

    private static IEnumerable<string> ImportsUpwards(CodeType type)
    {
        var from = Order.FirstOrDefault(place => place.Room == type.Room);
        if (from.Room is null)
            return type.Room == "" && !type.IsComposition ? Named(type, other => IsOurs(other) && CodeType.RoomOf(other.Namespace).Length > 0) : [];
        return Named(type, other => IsOurs(other) && Order.FirstOrDefault(place => place.Room == CodeType.RoomOf(other.Namespace)) is { Room: { } room } to
            && room != type.Room && to.Line >= from.Line && !from.Beside.Contains(room)
            || other.IsIn("Sessions.Web"));
    }

    private static bool IsOurs(CodeReference other) => other.IsIn("Sessions");

    private static bool IsEntityFramework(CodeReference other) =>
        other.IsIn("Microsoft.EntityFrameworkCore") || other.IsIn("Npgsql") || other.IsIn("Microsoft.Data");

    private static IEnumerable<string> Named(CodeType type, Func<CodeReference, bool> forbidden) =>
        type.References.Where(forbidden).Select(other => $"names {other.FullName}").Distinct(StringComparer.Ordinal);
}
