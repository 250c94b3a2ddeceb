using Sessions.Data;

namespace Sessions.Archive;

/// <summary>
/// Who stands in the fields of a resource: words of hosts, not the row of a person. An author's name is the credit that a licence asks for and stays, as the
/// name of a talk does; an address, and whom to ask, go with the person.
/// </summary>
internal static class NamedRows
{
    /// <param name="address">In small letters.</param>
    public static IQueryable<Resource> Of(SessionsDb db, string address, string? name) =>
#pragma warning disable CA1862 // The database does it, in the one way that both know.
        db.Resources.Where(r => (name != null && (r.Author == name || r.Contact == name))
            || (r.Contact ?? "").ToLower().Contains(address) || (r.Author ?? "").ToLower().Contains(address) || (r.Credit ?? "").ToLower().Contains(address) || (r.Source ?? "").ToLower().Contains(address));
#pragma warning restore CA1862

    public static void Forget(this Resource resource, string address, string? name)
    {
        (resource.Contact, resource.Author, resource.Credit, resource.Source) =
            (resource.Contact == name ? null : Without(resource.Contact, address), Without(resource.Author, address), Without(resource.Credit, address), Without(resource.Source, address));
    }

    /// <summary>The brackets that stood around it go too.</summary>
    private static string? Without(string? text, string address) => text is null || !text.Contains(address, StringComparison.OrdinalIgnoreCase) ? text
        : TypedText.Line(text.Replace($"<{address}>", "", StringComparison.OrdinalIgnoreCase).Replace($"({address})", "", StringComparison.OrdinalIgnoreCase).Replace(address, "", StringComparison.OrdinalIgnoreCase));
}
