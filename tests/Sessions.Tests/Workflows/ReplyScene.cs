using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

/// <summary>A house as it stands before an answer of Kim's, and what a message can say of it.</summary>
internal sealed record ReplyScene(House House, IReadOnlyDictionary<string, string> Facts) : IAsyncDisposable
{
    private const string Kim = "kim@example.org", Lee = "lee@example.org";

    public static async Task<ReplyScene> Of(ReplyBefore before, DatabaseProvider provider, int? capacity = 1)
    {
        var house = await House.Create(provider, capacity, reads: true);
        foreach (var address in before == ReplyBefore.Declined ? [Kim] : new[] { Kim, Lee })
            await house.Service.SignUp(house.SessionId, address);
        var sent = await house.Deliver();
        switch (before)
        {
            case ReplyBefore.Declined or ReplyBefore.Full:
                await Says(house, "DECLINED", "20231020T100000Z", Kim);
                break;
            case ReplyBefore.Answered:
                await Says(house, "TENTATIVE", "20231020T120000Z", Kim);
                break;
            case ReplyBefore.Moved:
                await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new LocalDateTime(2023, 11, 23, 17, 0), 60));
                house.Time.Advance(TimeSpan.FromMinutes(6));
                await house.Notices.Run(CancellationToken.None);
                break;
            case ReplyBefore.Over:
                house.Time.Advance(TimeSpan.FromDays(20));
                break;
            case ReplyBefore.Blocked:
                await house.Database.Write(async db => (await db.People.SingleAsync(p => p.Address == Kim)).BlockedAt = house.Time.Now());
                break;
        }
        sent.AddRange(await house.Deliver());
        return new(house, await Told(house, sent.First(m => m.Row.Recipient == Kim).Row.MessageId!));
    }

    public async Task<RegistrationState?> State(string address)
    {
        await using var db = House.Database.Read();
        return (await db.Registrations.SingleOrDefaultAsync(r => r.SessionId == House.SessionId && db.People.Any(p => p.Id == r.PersonId && p.Address == address)))?.State;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private static async Task Says(House house, string answer, string stamp, string address) =>
        await house.Mails.Run(((await ReplyMail.To_entry(house, address)) with { Answer = answer, Stamp = stamp }).Bytes, InboundWay.Pipe);

    private static async Task<Dictionary<string, string>> Told(House house, string mail)
    {
        await using var db = house.Database.Read();
        var entries = await db.CalendarEntries.Where(e => e.Told != null).ToListAsync();
        var people = await db.People.ToDictionaryAsync(p => p.Id, p => p.Address);
        var (own, other) = (entries.Single(e => people[e.PersonId] == Kim), entries.Find(e => people[e.PersonId] == Lee));
        var start = own.Told!.Start;
        string At(Instant moment, string zone) => moment.InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        return new()
        {
            ["uid"] = own.Uid,
            // As Outlook's own numbers carry one that is not of Outlook's making.
            ["hexuid"] = $"040000008200E00074C5B7101A82E008{new string('0', 40)}{own.Uid.Length + 13:X2}0000007643616C2D55696401000000{Convert.ToHexString(Encoding.ASCII.GetBytes(own.Uid))}00",
            ["rsvp"] = own.Organizer,
            ["attendee"] = Kim,
            ["sequence"] = $"{own.Told.Sequence}",
            ["stamp"] = "20231020T110000Z",
            ["start"] = At(start, "Etc/UTC") + "Z",
            ["end"] = At(start + Duration.FromHours(1), "Etc/UTC") + "Z",
            ["london"] = At(start, "Europe/London"),
            ["berlin"] = At(start, "Europe/Berlin"),
            ["later"] = At(start + Duration.FromHours(2), "Europe/Berlin"),
            ["other"] = Lee,
            ["otheruid"] = other?.Uid ?? "5c6f0a54-0000-4000-8000-000000000000",
            ["otherrsvp"] = other?.Organizer ?? "rsvp+bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb@example.org",
            ["mail"] = mail,
            ["nul"] = "\0",
            ["bom"] = "\uFEFF",
        };
    }
}
