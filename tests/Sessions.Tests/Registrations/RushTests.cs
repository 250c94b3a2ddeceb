using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Web.Public;

namespace Sessions.Tests.Registrations;

/// <summary>A thousand people, a hundred places, one moment.</summary>
public sealed class RushTests
{
    private const int Places = 100;
    private const int People = 1_000;

    [Theory, EachDatabase]
    public async Task A_thousand_at_once_through_HTTP_fill_a_hundred_places_and_a_line(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1), with: s => s.Capacity = Places).Save();
        await using var app = new App(provider, test.ConnectionString);
        app.UseKestrel(0);
        app.StartServer();
        // A thousand visitors: no cookie of one is sent by the next.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        client.BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, People).Select(async i =>
        {
            using var form = new FormUrlEncodedContent([new("email", $"p{i}@example.org")]);
            using var answer = await client.PostAsync(new Uri("/series/weekly/one/sign-up", UriKind.Relative), form);
            return answer.StatusCode;
        }));

        var took = watch.Elapsed;
        Assert.Equal(People, answers.Count(a => a == HttpStatusCode.SeeOther));
        await using var db = test.Database.Read();
        var line = await db.Registrations.OrderBy(r => r.Order).ToListAsync();
        Assert.Equal(Enumerable.Range(1, People).Select(i => (long)i), line.Select(r => r.Order));
        Assert.All(line.Take(Places), r => Assert.Equal(RegistrationState.Confirmed, r.State));
        Assert.All(line.Skip(Places), r => Assert.Equal(RegistrationState.Waitlisted, r.State));
        Assert.Equal(People, line.DistinctBy(r => r.PersonId).Count());
        Assert.Equal(People, await db.Outbox.CountAsync(m => m.SessionId == samples.LastSession.Id));
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((Places, People - Places), (session.Confirmed, session.Waiting));
        Measurements.Note($"Sign-ups at once through HTTP, {provider}", $"{People:N0} for {Places} places: {session.Confirmed} confirmed, {session.Waiting} waiting in order, all answered after {took.TotalSeconds:N1} s");
    }

    [Theory, EachDatabase]
    public async Task Deciding_on_what_was_read_before_the_write_oversells(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1), with: s => s.Capacity = Places).Save();
        var sessionId = samples.LastSession.Id;
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);

        // Callers in groups that all have looked before the first of them writes, as happens when many press at once.
        foreach (var group in Enumerable.Range(0, 300).Chunk(32))
        {
            var looked = await Task.WhenAll(group.Select(_ => FreePlaces(test.Database)));
            await Task.WhenAll(group.Zip(looked, (i, free) => test.Database.Write(db =>
            {
                var asRead = new Session { SeriesId = Guid.Empty, Slug = "", When = SessionTime.Unknown("UTC"), Capacity = free > 0 ? 1 : 0 };
                var person = new Person { Address = $"p{i}@example.org", CreatedAt = now };
                var registration = new Registration { SessionId = sessionId, PersonId = person.Id, CreatedAt = now };
                registration.Enter(asRead, now);
                db.AddRange(person, registration);
                return Task.CompletedTask;
            })));
        }

        await using var db = test.Database.Read();
        var confirmed = await db.Registrations.CountAsync(r => r.State == RegistrationState.Confirmed);
        Assert.InRange(confirmed, Places + 1, 300);
        Measurements.Note($"Sign-ups that decide on what they read before the write (control), {provider}", $"{confirmed} confirmed for {Places} places");
    }

    private static async Task<int> FreePlaces(Database database)
    {
        await using var db = database.Read();
        return Places - await db.Registrations.CountAsync(r => r.State == RegistrationState.Confirmed);
    }

    private sealed class App(DatabaseProvider provider, string connectionString) : WebApplicationFactory<SignUpModel>
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Database:Provider", $"{provider}");
            builder.UseSetting("Database:ConnectionString", connectionString);
            builder.UseSetting("Files:Path", _folder.FullName);
            builder.UseSetting("Mail:PickupPath", Path.Combine(_folder.FullName, "mail"));
            builder.UseSetting("Site:PublicUrl", "https://sessions.example.org");
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }
}
