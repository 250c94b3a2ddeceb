using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class NoticeJobTests
{
    private const int Recipients = 450;

    [Theory, EachDatabase]
    public async Task A_notice_becomes_a_mail_for_each_in_chunks_and_a_repeat_owes_none_twice(DatabaseProvider provider)
    {
        var spreader = new Spreader("many", NoticeJob.ChunkSize);
        await using var rig = await Rig(provider, spreader);
        var id = await Add(rig, "many");

        await rig.Get<NoticeJob>().Run(default);
        await rig.Database.Write(async db =>
        {
            var notice = await db.Notices.SingleAsync(n => n.Id == id);
            (notice.Cursor, notice.DoneAt) = (null, null);
        });
        await rig.Get<NoticeJob>().Run(default);

        await using var db = rig.Database.Read();
        Assert.Equal(Recipients, await db.Outbox.CountAsync());
        Assert.NotNull((await db.Notices.SingleAsync()).DoneAt);
        Assert.Equal(6, spreader.Chunks);
    }

    [Theory, EachDatabase]
    public async Task A_notice_waits_for_its_time(DatabaseProvider provider)
    {
        var spreader = new Spreader("many", NoticeJob.ChunkSize);
        await using var rig = await Rig(provider, spreader);
        await Add(rig, "many", Duration.FromMinutes(5));

        await rig.Get<NoticeJob>().Run(default);
        Assert.Equal(0, spreader.Chunks);
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        await rig.Get<NoticeJob>().Run(default);
        Assert.Equal(3, spreader.Chunks);
    }

    [Theory, EachDatabase]
    public async Task A_spreader_that_goes_wrong_owes_nothing_waits_a_minute_and_stops_no_other(DatabaseProvider provider)
    {
        await using var rig = await Rig(provider, new Spreader("too much", NoticeJob.ChunkSize + 1), new Spreader("many", NoticeJob.ChunkSize));
        var wrong = await Add(rig, "too much");
        var unknown = await Add(rig, "nobody's");
        var right = await Add(rig, "many");

        await rig.Get<NoticeJob>().Run(default);

        await using var db = rig.Database.Read();
        Assert.Equal(Recipients, await db.Outbox.CountAsync());
        Assert.Equal([right], await db.Notices.Where(n => n.DoneAt != null).Select(n => n.Id).ToListAsync());
        Assert.Equal(new[] { wrong, unknown }.Order(), (await db.Notices.Where(n => n.DueAt == rig.Now + Duration.FromMinutes(1)).Select(n => n.Id).ToListAsync()).Order());
    }

    private static Task<OutboxRig> Rig(DatabaseProvider provider, params Spreader[] spreaders) =>
        OutboxRig.Create(provider, new RecordingTransport(), services =>
        {
            foreach (var spreader in spreaders) services.AddSingleton<INoticeSpreader>(spreader);
        });

    private static async Task<Guid> Add(OutboxRig rig, string kind, Duration wait = default)
    {
        var notice = new Notice { Kind = kind, SubjectId = Guid.NewGuid(), DueAt = rig.Now + wait, CreatedAt = rig.Now };
        await rig.Database.Write(db => Task.FromResult(db.Add(notice)));
        return notice.Id;
    }

    /// <summary>Tells 450 people, known by their number; the cursor holds the last one told.</summary>
    private sealed class Spreader(string kind, int chunk) : INoticeSpreader
    {
        public string Kind => kind;

        public int Chunks { get; private set; }

        public async Task Spread(SessionsDb db, Notice notice, Instant now)
        {
            Chunks++;
            var done = notice.Cursor is { } cursor ? BitConverter.ToInt32(cursor.ToByteArray()) : 0;
            var next = Math.Min(Recipients, done + chunk);
            for (var i = done; i < next; i++)
                await db.Owe(new($"{notice.Id}:{i}", OutboxRig.Kind, notice.SubjectId, Guid.NewGuid(), $"p{i}@example.org", now + Duration.FromHours(1)), now);
            notice.Cursor = new Guid(next, 0, 0, new byte[8]);
            if (next == Recipients) notice.DoneAt = now;
        }
    }
}
