using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Views;

public sealed class SiteTextView
{
    private readonly Database _database;

    internal SiteTextView(Database database) => _database = database;

    /// <summary>The community's own words as Markdown; null while there are none.</summary>
    /// <param name="key">about, conduct, privacy or contact.</param>
    public async Task<string?> Read(string key)
    {
        await using var db = _database.Read();
        var text = await db.SiteTexts.Where(t => t.Key == key).Select(t => t.Text).FirstOrDefaultAsync();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
