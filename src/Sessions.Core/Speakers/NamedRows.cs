using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>
/// Who stands in the fields of a resource: words of hosts, not the row of a person. An address is its owner's wherever it stands. A name is what its bearer
/// typed and proves nothing, so it counts in the sessions alone that they speak in. An author's name is the credit that a licence asks for and stays, as the
/// name of a talk does; an address, and whom to ask, go with the person.
/// </summary>
internal static class NamedRows
{
    public static async Task<IReadOnlyList<Resource>> Of(SessionsDb db, Person person) => [.. (await Found(db, person)).Select(f => f.Resource)];

    public static async Task Forget(SessionsDb db, Person person)
    {
        var address = person.Address!;
        foreach (var (resource, byName) in await Found(db, person))
            (resource.Contact, resource.Author, resource.Credit, resource.Source) =
                (byName && resource.Contact == person.Name ? null : Without(resource.Contact, address), Without(resource.Author, address), Without(resource.Credit, address), Without(resource.Source, address));
    }

    private static async Task<IEnumerable<(Resource Resource, bool ByName)>> Found(SessionsDb db, Person person)
    {
        var (id, name, address) = (person.Id, person.Name, person.Address!.ToLowerInvariant());
#pragma warning disable CA1862 // The database does it, in the one way that both know.
        var near = await db.Resources.Select(r => new { Resource = r, ByName = name != null && (r.Author == name || r.Contact == name) && db.Appearances.Any(a => a.PersonId == id && a.SessionId == r.SessionId) })
            .Where(r => r.ByName || (r.Resource.Contact ?? "").ToLower().Contains(address) || (r.Resource.Author ?? "").ToLower().Contains(address)
                || (r.Resource.Credit ?? "").ToLower().Contains(address) || (r.Resource.Source ?? "").ToLower().Contains(address))
            .OrderBy(r => r.Resource.CreatedAt).ToListAsync();
#pragma warning restore CA1862
        return near.Where(r => r.ByName || new[] { r.Resource.Contact, r.Resource.Author, r.Resource.Credit, r.Resource.Source }.Any(field => WholeWord.Holds(field, address))).Select(r => (r.Resource, r.ByName));
    }

    /// <summary>The brackets that stood around it go too.</summary>
    private static string? Without(string? text, string address) => WholeWord.Holds(text, address)
        ? TypedText.Line(WholeWord.Replace(text!, address, "").Replace("<>", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal)) : text;
}
