using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.People;

/// <summary>From the token of a one-time link to its row.</summary>
internal static class OneTimeLinkRows
{
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static OneTimeLink Add(SessionsDb db, string token, OneTimePurpose purpose, Guid? personId, Instant? expires) =>
        db.Add(new OneTimeLink { Hash = Hash(token), Purpose = purpose, PersonId = personId, ExpiresAt = expires }).Entity;

    /// <summary>Null for a token that is wrong, used, run out, or made for something else.</summary>
    public static async Task<OneTimeLink?> Find(SessionsDb db, string token, OneTimePurpose purpose, Instant now)
    {
        var hash = Hash(token);
        var link = await db.OneTimeLinks.FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose);
        return link is not null && link.IsOpen(now) ? link : null;
    }
}
