using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>For acts that save what a draft held: it goes in the same write.</summary>
internal static class FormDraftRows
{
    public static async Task Forget(SessionsDb db, Guid personId, string form)
    {
        if (await db.FormDrafts.FirstOrDefaultAsync(d => d.PersonId == personId && d.Form == form) is { } draft) db.Remove(draft);
    }
}
