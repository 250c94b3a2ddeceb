using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Sign-ins inside other writes.</summary>
internal static class SignInRows
{
    /// <summary>For so long an open console is believed to be its owner's where that matters most.</summary>
    public static readonly Duration Fresh = Duration.FromMinutes(15);

    public static SignedIn Begin(SessionsDb db, Guid personId, string device, Instant now)
    {
        var signIn = db.Add(new SignIn { PersonId = personId, Device = TypedText.Cut(TypedText.Line(device) ?? "?", SignIn.LongestDevice), CreatedAt = now, SeenAt = now }).Entity;
        return new(personId, signIn.Id);
    }

    public static Task<bool> IsFresh(SessionsDb db, Actor who, Instant now)
    {
        var since = now - Fresh;
        return db.SignIns.AnyAsync(s => s.Id == who.SignInId && s.PersonId == who.PersonId && s.EndedAt == null && s.CreatedAt > since);
    }

    public static async Task EndAll(SessionsDb db, Guid personId, Instant now)
    {
        foreach (var signIn in await db.SignIns.Where(s => s.PersonId == personId && s.EndedAt == null).ToListAsync())
            signIn.End(now);
    }
}
