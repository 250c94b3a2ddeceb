using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Uploads;

/// <summary>The promise: four films at once, twenty cuts, three times <c>kill -9</c>, and what arrives is what was sent. Alone, because it measures memory.</summary>
[CollectionDefinition(nameof(KilledUploadsTests), DisableParallelization = true), Collection(nameof(KilledUploadsTests))]
public sealed class KilledUploadsTests
{
    private const int AtOnce = 4;
    private const int Cuts = 20;
    private const int Kills = 3;
    private const long MostGrowth = 64L * 1024 * 1024;

    private static readonly long Length = (Scale.IsLong ? 2000L : 40L) * 1024 * 1024;

    [Fact]
    public async Task Four_films_at_once_cut_and_killed_arrive_as_they_were_and_memory_stays_flat()
    {
        await using var server = await UploadServer.Start(AtOnce);
        var run = new Run(server);
        await run.Warm();
        var clock = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var watch = run.Watch(over.Token);
        var films = Enumerable.Range(0, AtOnce).Select(i => new LongFilm(Length + i, i)).ToList();
        await Task.WhenAll(films.Select((film, i) => run.Send(film, new TusSender(server.Client, $"{server.Talks[i]}/uploads"), summed: i % 2 == 1)));
        var took = clock.Elapsed;
        await over.CancelAsync();
        await watch;

        Assert.Equal((Cuts, Kills), (run.Cut, run.Killed));
        Assert.Equal(films.Select(f => (f.Sha256(), f.Length)).Order(), (await server.Stored()).Select(f => (f.Sha256, f.Length)).Order());
        foreach (var (id, sha256, _) in await server.Stored())
        {
            await using var file = File.OpenRead(Path.Combine(server.StoredFiles, $"{id:n}"));
            Assert.Equal(sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        }
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(server.StoredFiles, "uploads")), f => f.EndsWith(".part", StringComparison.Ordinal));
        Assert.InRange(run.Growth, 1, MostGrowth);
        Measurements.Note("Resumable uploads at once, cut and killed: sums equal, server memory grows",
            string.Create(CultureInfo.InvariantCulture, $"{AtOnce} × {Length / 1024 / 1024} MiB, {run.Cut} cuts, {run.Killed} kills, {run.Growth / 1024.0 / 1024.0:0} MiB growth, {took.TotalSeconds:0} s"));
    }

    [NeedsFact(Component.TusJsClient)]
    public async Task Tus_js_client_goes_on_through_a_killed_server_an_abort_and_a_new_process()
    {
        await using var server = await UploadServer.Start(2);
        var folder = Directory.CreateTempSubdirectory("sessions-tus-");
        try
        {
            var film = new LongFilm(60L * 1024 * 1024, 7);
            var path = Path.Combine(folder.FullName, "talk.mp4");
            await using (var file = File.Create(path))
                for (var at = 0L; at < film.Length; at += 1024 * 1024)
                {
                    var piece = new byte[1024 * 1024];
                    film.Read(at, piece);
                    await file.WriteAsync(piece);
                }
            var aborted = Peer(server, 0, path, new { abortAt = 10 * 1024 * 1024, store = Path.Combine(folder.FullName, "urls.json") });
            Assert.Equal("aborted", aborted.End);
            var going = Task.Run(() => Peer(server, 0, path, new { store = Path.Combine(folder.FullName, "urls.json"), chunk = 4 * 1024 * 1024 }));
            await Eventually.Holds(() => Task.FromResult(Kept(server) > 24L * 1024 * 1024), TimeSpan.FromSeconds(60));
            await server.Restart();
            var ended = await going;

            Assert.Equal(("done", aborted.Url), (ended.End, ended.Url));
            Assert.InRange(ended.StartedAt, 1, film.Length - 1);
            Assert.Equal((film.Sha256(), film.Length), (await server.Stored()).Select(f => (f.Sha256, f.Length)).Single());
            Assert.Equal("terminated", Peer(server, 1, path, new { abortAt = 10 * 1024 * 1024, terminate = true }).End);
            Assert.Equal(413, Peer(server, 1, path, new { size = 6L * 1024 * 1024 * 1024 }).Status);
            Assert.Equal(0, Kept(server));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [NeedsFact(Component.SmallDisk)]
    public async Task A_full_disk_is_507_and_the_upload_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk(400);
        await using var server = await UploadServer.Start(2, Path.Combine(disk.Path, "data"));
        var (first, second) = (new TusSender(server.Client, $"{server.Talks[0]}/uploads"), new TusSender(server.Client, $"{server.Talks[1]}/uploads"));
        var film = new LongFilm(100L * 1024 * 1024, 3);
        var (one, other) = (await first.Begin(film.Length), await second.Begin(film.Length));
        using (var no = await first.Create(300L * 1024 * 1024)) Assert.Equal(507, (int)no.StatusCode);
        Assert.Equal(204, (int)(await first.Patch(one, 0, new FilmContent(film, 0, film.Length - 10, null, _ => { }))).StatusCode);

        using var full = await second.Patch(other, 0, new FilmContent(film, 0, film.Length, null, _ => { }));
        Assert.Equal(507, (int)full.StatusCode);
        Assert.Contains("What arrived is kept", JsonDocument.Parse(await full.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var kept = (await second.Offset(other))!.Value;
        Assert.InRange(kept, 16L * 1024 * 1024, 60L * 1024 * 1024);
        Assert.Equal(200, (int)(await server.Client.GetAsync(new Uri(server.Talks[1], UriKind.Relative))).StatusCode);

        Assert.Equal(204, (int)(await first.Delete(one)).StatusCode);
        Assert.Equal(204, (int)(await second.Patch(other, kept, new FilmContent(film, kept, film.Length, null, _ => { }))).StatusCode);
        Assert.Equal(film.Sha256(), (await server.Stored()).Single().Sha256);
    }

    private static PeerEnd Peer(UploadServer server, int talk, string file, object how) => PeerProcess.Run<PeerEnd>("send-tus.mjs",
        JsonSerializer.SerializeToUtf8Bytes(new { endpoint = new Uri(server.Address, $"{server.Talks[talk]}/uploads"), file, how }));

    /// <summary>Bytes of what is on its way.</summary>
    private static long Kept(UploadServer server) => new DirectoryInfo(Path.Combine(server.StoredFiles, "uploads")).EnumerateFiles("*.part").Sum(f => f.Length);

    private sealed record PeerEnd(string End, string? Url, long StartedAt, int? Status);

    /// <summary>Sends, cuts and kills.</summary>
    private sealed class Run(UploadServer server)
    {
        private readonly Lock _gate = new();
        private readonly Random _random = new(11);
        private readonly Dictionary<LongFilm, long> _sent = [];

        /// <summary>Nobody sends before it: what is measured are the bytes.</summary>
        private Task _warm = Task.CompletedTask;
        private long _before;

        public int Cut { get; private set; }

        public int Killed { get; private set; }

        /// <summary>Of one process, from when it had taken one small upload to its most.</summary>
        public long Growth { get; private set; }

        public async Task Send(LongFilm film, TusSender tus, bool summed)
        {
            var upload = await tus.Begin(film.Length);
            for (var cuts = 0; ;)
            {
                try
                {
                    await _warm;
                    if (await tus.Offset(upload) is not { } from) throw new InvalidOperationException("The upload is lost.");
                    if (from == film.Length) return;
                    // Five cuts each, spread over the whole; what a cut threw back is sent up to the next of them and no further.
                    var (isLeft, next) = (cuts < Cuts / AtOnce, film.Length / 7 * cuts);
                    var to = summed ? Math.Min(film.Length, from + (8 * 1024 * 1024)) : isLeft && from < next ? next : film.Length;
                    long? cut = isLeft && from >= next ? from + 1 + _random.NextInt64(Math.Min(to - from, film.Length / 7) - 1) : null;
                    if (cut is not null) cuts++;
                    await Piece(film, tus, upload, from, to, cut, summed);
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
                {
                    await Task.Delay(100);
                }
            }
        }

        /// <summary>Kills when a quarter, a half and three quarters are through.</summary>
        public async Task Watch(CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                if (_warm.IsCompleted) Growth = Math.Max(Growth, server.Memory() - _before);
                long through;
                lock (_gate) through = _sent.Values.Sum();
                if (Killed < Kills && through > AtOnce * Length / (Kills + 1) * (Killed + 1))
                {
                    var warm = new TaskCompletionSource();
                    _warm = warm.Task;
                    await server.Restart();
                    Killed++;
                    await Warm();
                    warm.SetResult();
                }
                await Task.Delay(100, CancellationToken.None);
            }
        }

        /// <summary>A page and a small upload that is given up, and what happens by itself after a start: so that what is measured then are the bytes and not the code.</summary>
        public async Task Warm()
        {
            using var page = await server.Client.GetAsync(new Uri(server.Talks[0], UriKind.Relative));
            var tus = new TusSender(server.Client, $"{server.Talks[0]}/uploads");
            var film = new LongFilm(4L * 1024 * 1024, 99);
            var upload = await tus.Begin(film.Length);
            foreach (var summed in new[] { true, false }) await Piece(film, tus, upload, (await tus.Offset(upload))!.Value, summed ? film.Length / 2 : film.Length - 1, null, summed);
            using var ended = await tus.Delete(upload);
            lock (_gate) _sent.Remove(film);
            for (var (last, still) = (0L, 0); still < 6;)
            {
                await Task.Delay(500);
                _before = server.Memory();
                (last, still) = _before > last + 512 * 1024 ? (_before, 0) : (last, still + 1);
            }
        }

        private async Task Piece(LongFilm film, TusSender tus, string upload, long from, long to, long? cut, bool summed)
        {
            (string, string)[] sum = [];
            if (summed)
            {
                var bytes = new byte[to - from];
                film.Read(from, bytes);
                sum = [("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes))}")];
            }
            try
            {
                using var answer = await tus.Patch(upload, from, new FilmContent(film, from, to, cut, at => { lock (_gate) _sent[film] = at; }), sum);
                // What a cut left is perhaps still being written down while its successor begins: it asks again where it stands.
                Assert.Contains((int)answer.StatusCode, new[] { 204, 409, 423 });
            }
            finally
            {
                if (cut is not null) lock (_gate) Cut++;
            }
        }
    }
}
