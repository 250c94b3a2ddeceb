using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Ends sign-ins inside the write of whoever has a reason to.</summary>
internal static class SignInRows
{
    public static async Task EndAll(SessionsDb db, Guid personId, Instant now)
    {
        foreach (var signIn in await db.SignIns.Where(s => s.PersonId == personId && s.EndedAt == null).ToListAsync())
            signIn.End(now);
    }
}
