using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Community;

public enum SiteTextRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TooLong = 3,
}

/// <summary>The community's own words on its four pages.</summary>
public sealed class SiteTextService
{
    public const int Longest = 50_000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SiteTextService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>The pages a site has, in the order of the footer.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["about", "conduct", "privacy", "contact"];

    /// <param name="text">Markdown; empty takes the community's text away.</param>
    public async Task<SiteTextRefusal?> Save(Actor who, string key, string? text)
    {
        if (!who.May(Act.EditSiteTexts)) return SiteTextRefusal.NotAllowed;
        if (!Keys.Contains(key)) return SiteTextRefusal.NotFound;
        var clean = TypedText.Lines(text) ?? "";
        if (clean.Length > Longest) return SiteTextRefusal.TooLong;
        await _database.Write(async db =>
        {
            var now = _time.Now();
            var row = await db.SiteTexts.FirstOrDefaultAsync(t => t.Key == key);
            if (row is null) db.Add(new SiteText { Key = key, Text = clean, UpdatedAt = now });
            else (row.Text, row.UpdatedAt) = (clean, now);
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, Text = $"Changed the page /{key}" });
        });
        return null;
    }
}
