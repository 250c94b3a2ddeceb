using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Support.Samples;

namespace Sessions.Tests.Web.Commands;

/// <summary>SIGTERM, as systemd and Docker send it, lets a real process finish what it has begun.</summary>
public sealed class StoppingTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-stop-");
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Sqlite();
        await new Samples(_database.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1)).Save();
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_request_in_flight_is_answered_and_its_sign_up_kept()
    {
        await using var app = Start();
        var address = await app.Address();
        using var client = new TcpClient(address.Host, address.Port);
        var stream = client.GetStream();
        const string Body = "email=slow%40example.org";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"""
            POST /series/weekly/one/sign-up HTTP/1.1
            Host: {address.Authority}
            Content-Type: application/x-www-form-urlencoded
            Content-Length: {Body.Length}
            Connection: close


            """.ReplaceLineEndings("\r\n") + Body[..10]));
        await Task.Delay(500);

        app.Terminate();
        await Task.Delay(1000);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[10..]));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        await app.Exit();

        Assert.StartsWith("HTTP/1.1 303 ", answer, StringComparison.Ordinal);
        Assert.Equal(0, app.ExitCode);
        await using var db = _database.Database.Read();
        Assert.Equal("slow@example.org", (await db.Registrations.Include(r => r.Person).SingleAsync()).Person!.Address);
        Assert.Single(await db.Outbox.ToListAsync());
    }

    [Fact]
    public async Task A_mail_that_is_travelling_gets_its_outcome()
    {
        var arrived = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await using var server = new ScriptedSmtpServer(async mail =>
        {
            await mail.GreetAsync();
            await mail.HearMessageAsync();
            arrived.SetResult();
            await mayAnswer.Task;
            await mail.SayAsync("250 2.0.0 queued");
            await mail.WaitForTheEndAsync();
        });
        await using var app = Start(("Mail__Transport", "Smtp"), ("Mail__Smtp__Host", "127.0.0.1"), ("Mail__Smtp__Security", "None"), ("Mail__Smtp__Port", $"{server.Port}"));
        using var http = new HttpClient { BaseAddress = await app.Address() };
        using var form = new FormUrlEncodedContent([new("email", "ann@example.org")]);
        using var answer = await http.PostAsync(new Uri("/series/weekly/one/sign-up", UriKind.Relative), form);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

        app.Terminate();
        await Task.Delay(2000);
        Assert.False(app.HasExited);
        mayAnswer.SetResult();
        await app.Exit();

        Assert.Equal(0, app.ExitCode);
        await using var db = _database.Database.Read();
        Assert.Equal((OutboxState.Sent, 1), await db.Outbox.Select(m => new ValueTuple<OutboxState, int>(m.State, m.Attempts)).SingleAsync());
    }

    [Fact]
    public async Task A_mail_server_that_says_nothing_holds_the_stop_up_for_half_a_minute_at_most_and_the_mail_is_owed_still()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedSmtpServer(async mail =>
        {
            await mail.GreetAsync();
            await mail.HearMessageAsync();
            arrived.SetResult();
            await mail.WaitForTheEndAsync();
        });
        await using var app = Start(("Mail__Transport", "Smtp"), ("Mail__Smtp__Host", "127.0.0.1"), ("Mail__Smtp__Security", "None"), ("Mail__Smtp__Port", $"{server.Port}"));
        using var http = new HttpClient { BaseAddress = await app.Address() };
        using var form = new FormUrlEncodedContent([new("email", "ann@example.org")]);
        using var answer = await http.PostAsync(new Uri("/series/weekly/one/sign-up", UriKind.Relative), form);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var watch = Stopwatch.StartNew();
        app.Terminate();
        await app.Exit();

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(35));
        await using var db = _database.Database.Read();
        var row = await db.Outbox.SingleAsync();
        Assert.True(row.IsDue(TimeProvider.System.Now()));
    }

    private AppProcess Start(params (string Key, string Value)[] settings) =>
        AppProcess.Start(_folder.FullName, [], [("Database__ConnectionString", _database.ConnectionString), .. settings]);
}
