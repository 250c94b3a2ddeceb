using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

/// <summary>The real executable, killed in the middle of a rush and started again: who got an answer has a place or stands in the line.</summary>
public sealed partial class KilledRushTests : IDisposable
{
    private static readonly int People = Scale.Of(200, 1_000);
    private static readonly int Places = People / 10;
    private static readonly int Kills = Scale.Of(2, 20);
    private const int Callers = 32;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Nobody_is_lost_or_counted_twice_when_the_server_is_killed_again_and_again(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1), with: s => s.Capacity = Places).Save();
        var answered = new ConcurrentBag<string>();
        var waiting = new ConcurrentQueue<string>(Enumerable.Range(0, People).Select(i => $"p{i}@example.org"));

        // Each server lives until so many are answered; the last one until all are.
        var random = new Random(20261125);
        var ends = Enumerable.Range(1, Kills).Select(n => ((n - 1) * People / Kills) + random.Next(1, People / Kills)).Append(People);
        foreach (var end in ends)
        {
            await FreeClaims(test.Database);
            await using var server = Serve(provider, test);
            await SignUp(await server.Address(), waiting, answered, end);
            if (end == People) await Eventually.Holds(() => AllSent(test.Database), TimeSpan.FromMinutes(3));
        }

        Assert.Equal(People, answered.Distinct().Count());
        await using var db = test.Database.Read();
        var line = await db.Registrations.OrderBy(r => r.Order).ToListAsync();
        Assert.Equal(Enumerable.Range(1, People).Select(i => (long)i), line.Select(r => r.Order));
        Assert.Equal(People, line.DistinctBy(r => r.PersonId).Count());
        Assert.All(line.Take(Places), r => Assert.Equal(RegistrationState.Confirmed, r.State));
        Assert.All(line.Skip(Places), r => Assert.Equal(RegistrationState.Waitlisted, r.State));
        await AssertMails(db);
        Measurements.Note($"Sign-ups while the server is killed (SIGKILL) and started again, {provider}",
            $"{People:N0} for {Places} places, killed {Kills} times: {Places} confirmed, {People - Places:N0} waiting in order, none lost or twice, one mail each");
    }

    private AppProcess Serve(DatabaseProvider provider, TestDatabase test) => AppProcess.Start(_folder.FullName, [],
        ("Database__Provider", $"{provider}"), ("Database__ConnectionString", test.ConnectionString), ("Files__Path", _folder.FullName), ("Mail__PickupPath", Mails));

    private string Mails => Path.Combine(_folder.FullName, "mail");

    /// <summary>Returns once so many are answered, with others still on their way: the server is killed then.</summary>
    private static async Task SignUp(Uri server, ConcurrentQueue<string> waiting, ConcurrentBag<string> answered, int until)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (!enough.Task.IsCompleted && waiting.TryDequeue(out var address))
            {
                if (!await IsAnswered(client, address)) waiting.Enqueue(address);
                else
                {
                    answered.Add(address);
                    if (answered.Count >= until) enough.TrySetResult();
                }
            }
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(callers));
        if (until == People) await Task.WhenAll(callers);
        // Those on their way are cut off by the kill and come again.
        else _ = Task.WhenAll(callers);
    }

    private static async Task<bool> IsAnswered(HttpClient client, string address)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("email", address)]);
            using var answer = await client.PostAsync(new Uri("/series/weekly/one/sign-up", UriKind.Relative), form);
            return answer.StatusCode == HttpStatusCode.SeeOther;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>What a killed server had claimed is free only some minutes later; here that time has passed.</summary>
    private static Task FreeClaims(Database database) => database.Write(async db =>
    {
        foreach (var row in await db.Outbox.Where(m => m.State == OutboxState.Sending).ToListAsync())
            row.Claim(Instant.FromUtc(2020, 1, 1, 0, 0));
    });

    private static async Task<bool> AllSent(Database database)
    {
        await using var db = database.Read();
        return !await db.Outbox.AnyAsync(m => m.State != OutboxState.Sent);
    }

    /// <summary>Everybody got the one mail that was owed.</summary>
    private async Task AssertMails(SessionsDb db)
    {
        var files = await Task.WhenAll(Directory.GetFiles(Mails, "*.eml").Select(file => File.ReadAllTextAsync(file)));
        var owed = await db.Outbox.Select(m => m.MessageId!).ToListAsync();
        Assert.Equal(People, owed.Count);
        Assert.Equal(owed.Order(StringComparer.Ordinal), files.Select(text => MessageId().Match(text).Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(?<=^Message-ID: <)[^>]+", RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
