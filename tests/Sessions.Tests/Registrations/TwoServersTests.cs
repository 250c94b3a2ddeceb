using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Registrations;

/// <summary>Two processes of the real executable on one PostgreSQL: what one may do once, both together do once.</summary>
public sealed class TwoServersTests : IDisposable
{
    private static readonly int People = Scale.Of(200, 1_000);
    private static readonly int Places = People / 10;
    private static readonly int Crowd = Scale.Of(120, 500);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-two-");
    private readonly StandingLinks _links = new(new byte[32]);

    public void Dispose() => _folder.Delete(recursive: true);

    [PostgresFact]
    public async Task A_rush_at_both_fills_the_places_once_and_their_jobs_send_each_mail_once()
    {
        await using var test = await TestDatabase.Postgres();
        var samples = new Samples(test.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1), with: s => s.Capacity = Places).Session("two", Samples.At(2060, 6, 8));
        await samples.Save();
        Guid series, one, two;
        await using (var db = test.Database.Read())
        {
            var sessions = await db.Sessions.OrderBy(s => s.Slug).ToListAsync();
            (series, one, two) = (sessions[0].SeriesId, sessions[0].Id, sessions[1].Id);
        }

        await test.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == two)).PublishedAt = null);
        var standing = new StandingService(test.Database, TimeProvider.System, _links);
        await using var first = Serve(test);
        await using var second = Serve(test);
        var addresses = new[] { await first.Address(), await second.Address() };
        for (var i = 0; i < Crowd; i++) await standing.Follow(series, $"f{i}@example.org");
        // Something for each job meanwhile: a session that is announced and opened to those of every session, and places that come free.
        var rush = SignUp(addresses);
        for (var i = 0; i < Crowd; i++) await standing.Join(series, $"every{i}@example.org");
        var published = await new PublishSession(test.Database, TimeProvider.System).Save(new(Guid.NewGuid(), "Admin", IsAdmin: true, IsHost: false, new HashSet<Guid>()), two);
        Assert.True(published.Ok);
        await rush;
        await Withdraw(test.Database, one);
        await Eventually.Holds(() => Quiet(test.Database), TimeSpan.FromMinutes(3));
        // Followers are told once for all that is announced in some minutes; here those are over.
        await test.Database.Write(async db =>
        {
            foreach (var notice in await db.Notices.Where(n => n.DoneAt == null).ToListAsync()) notice.DueAt = TimeProvider.System.Now();
        });
        await Eventually.Holds(() => Quiet(test.Database), TimeSpan.FromMinutes(3));

        await using var after = test.Database.Read();
        var line = await after.Registrations.Include(r => r.Person).Where(r => r.SessionId == one && r.State != RegistrationState.Withdrawn).OrderBy(r => r.Order).ToListAsync();
        Assert.Equal(Places, line.Count(r => r.State is RegistrationState.Confirmed or RegistrationState.Offered));
        Assert.All(line.Take(Places), r => Assert.NotEqual(RegistrationState.Waitlisted, r.State));
        Assert.Equal(line.Count, line.DistinctBy(r => r.PersonId).Count());
        Assert.Equal(Crowd, await after.Registrations.CountAsync(r => r.SessionId == two && r.State == RegistrationState.Confirmed));
        Assert.Equal(Enumerable.Range(1, Crowd).Select(i => (long)i), await after.Registrations.Where(r => r.SessionId == two).OrderBy(r => r.Order).Select(r => r.Order).ToListAsync());
        var sent = await after.Outbox.Where(m => m.State == OutboxState.Sent).Select(m => m.MessageId!).ToListAsync();
        var files = await Task.WhenAll(Directory.GetFiles(Mails, "*.eml").Select(f => File.ReadAllTextAsync(f)));
        Assert.Equal(sent.Order(StringComparer.Ordinal), files.Select(Id).Order(StringComparer.Ordinal));
        Assert.Equal(Crowd, await after.Outbox.CountAsync(m => m.Kind == RegistrationMail.Announced && m.State == OutboxState.Sent));
        Measurements.Note("Two processes on one PostgreSQL", $"{People + Crowd:N0} sign-ups for {Places} places, {Crowd} placed in a new session, {Crowd} told of it: {sent.Count:N0} mails, each once");
    }

    private AppProcess Serve(TestDatabase test) => AppProcess.Start(_folder.FullName, [],
        ("Database__Provider", "Postgres"), ("Database__ConnectionString", test.ConnectionString), ("Files__Path", _folder.FullName), ("Mail__PickupPath", Mails));

    private string Mails => Path.Combine(_folder.FullName, "mail");

    private static async Task SignUp(Uri[] servers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, stop) =>
        {
            using var form = new FormUrlEncodedContent([new("email", $"p{i}@example.org")]);
            using var answer = await client.PostAsync(new Uri(servers[i % servers.Length], "/series/weekly/one/sign-up"), form, stop);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        });
    }

    /// <summary>Some with a place and some from the line, all at once.</summary>
    private async Task Withdraw(Database database, Guid session)
    {
        List<Registration> places;
        await using (var db = database.Read())
            places = await db.Registrations.Include(r => r.Person).Where(r => r.SessionId == session).OrderBy(r => r.Order).Take(Places * 2).ToListAsync();
        var service = new RegistrationService(database, TimeProvider.System, _links, NullLogger<RegistrationService>.Instance);
        await Task.WhenAll(places.Where((_, i) => i % 4 == 0).Select(p => service.Withdraw(_links.My(p.Person!), p.Id)));
    }

    /// <summary>Nothing is owed any more that is due now.</summary>
    private static async Task<bool> Quiet(Database database)
    {
        var now = TimeProvider.System.Now();
        await using var db = database.Read();
        return !await db.Outbox.AnyAsync(m => (m.State == OutboxState.Waiting || m.State == OutboxState.Sending) && m.DueAt <= now) && !await db.Notices.AnyAsync(n => n.DoneAt == null && n.DueAt <= now);
    }

    private static string Id(string mail) => System.Text.RegularExpressions.Regex.Match(mail, "(?<=^Message-ID: <)[^>]+", System.Text.RegularExpressions.RegexOptions.Multiline).Value;
}
