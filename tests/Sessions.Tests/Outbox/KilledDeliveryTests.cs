using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;
using Sessions.Workflows;
using Xunit.Abstractions;
using Samples = Sessions.Tests.Support.Samples;

namespace Sessions.Tests.Outbox;

/// <summary>The real executable and a mail server that is slow, moody and remembers: killed at any moment of a mail's way, it loses none.</summary>
public sealed class KilledDeliveryTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = Scale.Of(2, 50);
    private static readonly int PeopleEachTime = Scale.Of(12, 8);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-mail-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task No_mail_is_lost_and_each_duplicate_has_the_same_bytes_when_the_server_is_killed_again_and_again(DatabaseProvider provider)
    {
        var seed = Scale.IsLong ? Environment.TickCount : 20261128;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var moods = new Random(seed + 1);
        await using var mailServer = new KeepingSmtpServer(() => Mood.Any(moods));
        await using var test = await TestDatabase.Create(provider);
        var scene = await Scene.Create(test.Database, random);
        var answered = new ConcurrentBag<string>();

        for (var round = 0; round <= Kills; round++)
        {
            await PassTime(test.Database, isDown: true);
            await using var server = Serve(provider, test, mailServer.Port);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await server.Address() };
            var signUps = Enumerable.Range(0, PeopleEachTime).Select(i => SignUp(client, scene.Anything(), $"p{round}-{i}@example.org", answered)).ToList();
            // From the middle of the sign-ups to long after: kills find mails being written, travelling, and taken without our knowing.
            var enough = answered.Count + random.Next(1, PeopleEachTime + 1);
            await Eventually.Holds(() => Task.FromResult(answered.Count >= enough || signUps.TrueForAll(s => s.IsCompleted)), TimeSpan.FromMinutes(1));
            await scene.Change();
            await PassTime(test.Database, isDown: false);
            await Task.Delay(random.Next(2_000));
            if (round < Kills) continue;
            await Task.WhenAll(signUps);
            await scene.MoveAll();
            await Eventually.Holds(() => IsDrained(test.Database), TimeSpan.FromMinutes(5));
        }

        await using var db = test.Database.Read();
        var rows = await db.Outbox.ToListAsync();
        var arrived = mailServer.All.Select(Arrived.Of).ToList();
        Assert.DoesNotContain(rows, m => m.State == OutboxState.Failed || (m.State == OutboxState.Dropped && m.MessageId != null));
        Assert.Empty(Arrived.Faults(rows.Where(m => m.State == OutboxState.Sent).Select(m => m.MessageId!), arrived));
        Assert.Empty(answered.Except(arrived.Select(a => a.Recipient)));
        // Without these the kills would have proved nothing.
        Assert.True(answered.Count > Kills && arrived.Count > 2 * Kills);
        Assert.Contains(arrived, a => a.Sequence > 0);
        var twice = arrived.Count - arrived.DistinctBy(a => a.Id).Count();
        output.WriteLine($"{arrived.Count} arrived, {twice} of them again");
        if (Scale.IsLong) Assert.True(twice > 0);
        Measurements.Note($"Mail while the server is killed (SIGKILL) and started again, {provider}",
            $"killed {Kills} times at random: {rows.Count(m => m.State == OutboxState.Sent):N0} mails, none lost, {twice:N0} came again with the same bytes, no SEQUENCE went down");
    }

    private AppProcess Serve(DatabaseProvider provider, TestDatabase test, int port) => AppProcess.Start(_folder.FullName, [],
        ("Database__Provider", $"{provider}"), ("Database__ConnectionString", test.ConnectionString), ("Files__Path", _folder.FullName),
        ("Mail__Transport", "Smtp"), ("Mail__Smtp__Host", "127.0.0.1"), ("Mail__Smtp__Port", $"{port}"), ("Mail__Smtp__Security", "None"));

    private static async Task SignUp(HttpClient client, string session, string address, ConcurrentBag<string> answered)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("email", address)]);
            using var answer = await client.PostAsync(new Uri($"/series/weekly/{session}/sign-up", UriKind.Relative), form);
            if (answer.StatusCode == HttpStatusCode.SeeOther) answered.Add(address);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut off by the kill: nothing was promised.
        }
    }

    /// <summary>Notices and mails that were put off are due; what a killed server had claimed is free.</summary>
    private static async Task PassTime(Database database, bool isDown)
    {
        try
        {
            await database.Write(db => PassTime(db, isDown));
        }
        catch (DbUpdateConcurrencyException) when (!isDown)
        {
            // The running server was faster with one of them.
        }
    }

    private static async Task PassTime(SessionsDb db, bool isDown)
    {
        var past = TimeProvider.System.Now() - Duration.FromSeconds(1);
        foreach (var notice in await db.Notices.Where(n => n.DoneAt == null && n.DueAt > past).ToListAsync()) notice.DueAt = past;
        foreach (var row in await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt > past && m.Attempts > 0).ToListAsync()) row.DueAt = past;
        if (!isDown) return;
        foreach (var row in await db.Outbox.Where(m => m.State == OutboxState.Sending).ToListAsync()) row.Release(past);
    }

    private static async Task<bool> IsDrained(Database database)
    {
        await PassTime(database, isDown: false);
        // The server needs the database more than we do.
        await Task.Delay(500);
        await using var db = database.Read();
        return !await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting || m.State == OutboxState.Sending) && !await db.Notices.AnyAsync(n => n.DoneAt == null);
    }

    /// <summary>Sessions that people sign up for, and a host who moves one after the other and cancels some.</summary>
    private sealed class Scene(Database database, Random random, Actor host, List<(string Slug, Guid Id)> sessions)
    {
        private const int Sessions = 6;

        private readonly HashSet<Guid> _cancelled = [];

        public static async Task<Scene> Create(Database database, Random random)
        {
            var samples = new Samples(database).Series("weekly");
            var made = Enumerable.Range(1, Sessions).Select(n => ($"s{n}", samples.Session($"s{n}", Samples.At(2060, 6, n)).LastSession.Id)).ToList();
            await samples.Save();
            return new(database, random, new Actor(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id }), made);
        }

        public string Anything() => sessions[random.Next(sessions.Count)].Slug;

        public async Task Change()
        {
            var open = sessions.Where(s => !_cancelled.Contains(s.Id)).ToList();
            var one = open[random.Next(open.Count)].Id;
            if (open.Count > Sessions / 2 && random.Next(5) == 0)
            {
                _cancelled.Add(one);
                await new CancelSession(database, TimeProvider.System).Save(host, one, "The hall is closed");
                return;
            }
            await Move(one);
        }

        public async Task MoveAll()
        {
            foreach (var one in sessions.Where(s => !_cancelled.Contains(s.Id))) await Move(one.Id);
        }

        private async Task Move(Guid one)
        {
            var to = new NewTime(new LocalDate(2060, random.Next(6, 9), random.Next(1, 28)) + new LocalTime(random.Next(8, 20), 0), 60);
            await new MoveSession(database, TimeProvider.System).Save(host, one, to);
        }
    }
}
