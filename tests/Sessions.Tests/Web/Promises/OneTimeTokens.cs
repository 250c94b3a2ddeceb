using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Tests.Web.Promises;

/// <summary>One-time links whose tokens the test knows.</summary>
internal static class OneTimeTokens
{
    /// <param name="life">Below zero has run out already.</param>
    public static async Task<string> SignIn(this WholeSite site, string address, int life = 10)
    {
        await using var db = site.Database.Read();
        var person = await db.People.SingleAsync(p => p.Address == address);
        return await Make(site, OneTimePurpose.SignIn, person.Id, TimeProvider.System.Now() + Duration.FromMinutes(life));
    }

    public static Task<string> SetUp(this WholeSite site) => Make(site, OneTimePurpose.SetUp, null, null);

    /// <summary>Of somebody made for it, who may be erased.</summary>
    public static async Task<string> OwnData(this WholeSite site, int life = 10) =>
        await Make(site, OneTimePurpose.OwnData, await site.Stranger(), TimeProvider.System.Now() + Duration.FromMinutes(life));

    /// <summary>Signed up for one session, and known for nothing else.</summary>
    public static async Task<Guid> Stranger(this WholeSite site)
    {
        var address = $"{Guid.NewGuid():n}@example.org";
        await site.Get<RegistrationService>().SignUp(site.SessionId, address, "Sasha Stranger");
        await using var db = site.Database.Read();
        return await db.People.Where(p => p.Address == address).Select(p => p.Id).SingleAsync();
    }

    private static async Task<string> Make(WholeSite site, OneTimePurpose purpose, Guid? person, Instant? expires)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new OneTimeLink { Hash = OneTimeLinkRows.Hash(token), Purpose = purpose, PersonId = person, ExpiresAt = expires };
        await site.Database.Write(db => Task.FromResult(db.Add(link)));
        site.OneTimeTokens.Add(token);
        return token;
    }
}
