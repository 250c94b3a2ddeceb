using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class DeliveryRaceTests
{
    private static readonly int Workers = Scale.Of(4, 16);
    private static readonly int Mails = Scale.Of(60, 1_000);

    [Theory, EachDatabase]
    public async Task Many_workers_send_every_mail_once(DatabaseProvider provider)
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(provider, transport);
        foreach (var i in Enumerable.Range(0, Mails)) await rig.Owe($"p{i}");

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(rig.Deliver)));

        Assert.Equal(Mails, transport.Taken.Count);
        Assert.Equal(Mails, transport.Recipients.Distinct().Count());
        Assert.Equal(Mails, rig.Composer.Written);
        Measurements.Note($"Workers that send the same outbox, {provider}", $"{Workers} workers, {Mails:N0} mails, each sent once");
    }

    /// <summary>The control: the same race with a claim that does not look whether the row is still free.</summary>
    [Theory, EachDatabase]
    public async Task Workers_that_do_not_look_whether_a_mail_is_still_free_send_it_twice(DatabaseProvider provider)
    {
        await using var rig = await OutboxRig.Create(provider, new RecordingTransport());
        foreach (var i in Enumerable.Range(0, Mails)) await rig.Owe($"p{i}");

        var taken = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => TakeBlindly(rig))));

        Assert.True(taken.Sum() > Mails);
        Measurements.Note($"Workers that do not look whether a mail is free (control), {provider}", $"{Workers} workers, {Mails:N0} mails, sent {taken.Sum():N0} times");
    }

    private static async Task<int> TakeBlindly(OutboxRig rig)
    {
        List<Guid> due;
        await using (var db = rig.Database.Read())
            due = await db.Outbox.Where(m => m.State == OutboxState.Waiting).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
        foreach (var id in due)
            await rig.Database.Write(async db => (await db.Outbox.SingleAsync(m => m.Id == id)).Claim(rig.Now + Duration.FromMinutes(5)));
        return due.Count;
    }
}
