using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Views;

/// <summary>What goes out comes in again: the file of an import is the file it came from.</summary>
public sealed partial class SessionSheetTests
{
    private static readonly FakeTime Time = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "UTC"];

    private static readonly string[] Texts =
    [
        "Plain", "With, a comma; and \"quotes\"", "=1+1", "'=1+1", "-", "@home", "+44", "'", "Größe 🎉 — déjà vu", "\\n is no line end", "a\tb", "100 %", new string('x', 300), "<b>x</b>", "2026-12-02",
        "Kim <kim@example.org>", "A & B and C", "日本語のタイトル", "x^'y", "{\"a\": 1}", "BEGIN:VEVENT",
    ];

    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Json)]
    [InlineData(SheetFormat.Ics)]
    public Task An_export_read_into_an_empty_series_exports_the_same_file(SheetFormat format) => ComesBack(format, DatabaseProvider.Sqlite);

    [PostgresFact]
    public Task An_export_read_into_an_empty_series_on_PostgreSQL_exports_the_same_file() => ComesBack(SheetFormat.Json, DatabaseProvider.Postgres);

    private static async Task ComesBack(SheetFormat format, DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var random = new Random(20261128);
        for (var round = 0; round < 25; round++)
        {
            var samples = new Samples(test.Database).Series($"from-{round}", "One name");
            for (var (i, count) = (0, random.Next(1, 30)); i < count; i++) Generate(samples, random, i);
            await samples.Save();
            var empty = await new Samples(test.Database).Series($"to-{round}", "One name", s => s.Zone = Zones[random.Next(Zones.Length)]).Save();
            var sheet = new SessionSheet(test.Database, new(new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"), Words<SessionEvents>()));
            var first = await Text(sheet, $"from-{round}", format);

            var answer = await new ImportSessions(test.Database, Time).Save(Admin, new(empty.LastSeries.Id, Encoding.UTF8.GetBytes(first), null, Publish: round % 2 == 0, AllOrNothing: true));

            if (answer.No == ImportRefusal.NothingInIt) continue;
            Assert.True(answer.Value!.IsSaved, string.Join('\n', answer.Value.Rows.Where(r => r.Fault is not null).Select(r => $"{r.Line} {r.Fault}")));
            Assert.Equal(first, await Text(sheet, $"to-{round}", format));
        }
    }

    [Fact]
    public async Task A_host_takes_it_along_and_neither_helper_nor_stranger_does()
    {
        await using var test = await TestDatabase.Sqlite();
        var samples = await new Samples(test.Database).Series("weekly").Session("1").Speaker("Kim Example", person: p => p.Address = "kim@example.org").Save();
        var sheet = new SessionSheet(test.Database, new(new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"), Words<SessionEvents>()));
        var nobody = Admin with { IsAdmin = false };
        var helper = nobody with { Helps = new HashSet<Guid> { samples.LastSeries.Id } };
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            Assert.Contains("kim@example.org", await Text(sheet, "weekly", format), StringComparison.Ordinal);
            Assert.Null(await sheet.Read(helper, "weekly", format));
            Assert.Null(await sheet.Read(nobody, "weekly", format));
        }
    }

    /// <summary>Two programs of others read the calendar, days and hours alike.</summary>
    [Fact]
    public async Task Peers_read_the_calendar_as_it_was_written()
    {
        await using var test = await TestDatabase.Sqlite();
        var (random, samples) = (new Random(7), new Samples(test.Database).Series("weekly"));
        for (var i = 0; i < 40; i++) Generate(samples, random, i);
        await samples.Save();
        var sheet = new SessionSheet(test.Database, new(new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"), Words<SessionEvents>()));
        var bytes = (await sheet.Read(Admin, "weekly", SheetFormat.Ics))!.Content;

        var (net, js) = (Assert.Single(IcalNetReader.Parse([bytes])), PeerParsers.ParseWithIcalJs(bytes));

        Assert.NotEmpty(net.Events);
        Assert.Equal(js.Events.Select(e => (e.Uid, e.Start, e.End, e.Summary)), net.Events.Select(e => (e.Uid, e.Start, e.End, e.Summary)));
    }

    private static Actor Admin => new(Guid.NewGuid(), "Ada", IsAdmin: true, IsHost: false, new HashSet<Guid>());

    private static void Generate(Samples samples, Random random, int i)
    {
        string? Maybe(Func<string> text) => random.Next(2) == 0 ? text() : null;
        string Any() => Texts[random.Next(Texts.Length)];
        samples.Session($"s{i}", When(random), Maybe(() => Sessions.TypedText.Line(Any())!), random.Next(3) == 0 ? i + 1 : null, s =>
        {
            s.Kind = (SessionKind)random.Next(5);
            s.Announcement = Maybe(() => $"{Any()}\n\n{Any()}");
            s.OwnVenue = new(Maybe(() => "https://room.example.org"), Maybe(() => "https://stream.example.org/?a=1,2;3"), Maybe(() => "Hall 1, \"Main\"; Leeds"));
            s.DurationMinutes = s.When is { Start: { } from, End: { } to } ? (int)(to - from).TotalMinutes : 60;
            if (random.Next(4) == 0) s.Cancel(Guid.NewGuid(), Maybe(() => Sessions.TypedText.Line(Any())!), Time.Now());
        }, published: random.Next(2) == 0);
        for (var speakers = random.Next(3); speakers > 0; speakers--)
        {
            // Of two namesakes without an address in one session no file can tell one from the other.
            var name = Sessions.TypedText.Line($"{Sessions.TypedText.Cut(Any(), 12)} {speakers}")!;
            var unique = $"{Guid.NewGuid():n}";
            samples.Speaker(name, person: p => (p.Slug, p.Address) = (unique, random.Next(2) == 0 ? $"{unique}@example.org" : null));
        }
        if (random.Next(3) == 0) samples.RecordingAt("https://video.example.org/watch?v=1&t=2");
        if (random.Next(3) == 0) samples.WriteUp(url: "https://notes.example.org/a,b");
    }

    private static SessionTime When(Random random)
    {
        var (zone, day) = (Zones[random.Next(Zones.Length)], new LocalDate(2019, 1, 1).PlusDays(random.Next(4000)));
        // Both nights of the year on which hours are left out or come twice.
        if (random.Next(4) == 0) day = new[] { new LocalDate(2026, 3, 29), new(2026, 10, 25), new(2026, 11, 1), new(2026, 3, 8), new(2026, 4, 5) }[random.Next(5)];
        return random.Next(7) switch
        {
            0 => SessionTime.Unknown(zone),
            1 => SessionTime.InMonth(day.ToYearMonth(), zone),
            2 => SessionTime.NotAfter(day, zone),
            3 => SessionTime.Days(day, day.PlusDays(random.Next(4)), zone),
            _ => SessionTime.Exact(day + new LocalTime(random.Next(24), random.Next(4) * 15, random.Next(5) == 0 ? 30 : 0), zone, random.Next(1, 1441)),
        };
    }

    /// <summary>Without what names the rows of one site: the identities and versions of calendar entries.</summary>
    private static async Task<string> Text(SessionSheet sheet, string slug, SheetFormat format) =>
        SiteOwn().Replace(Encoding.UTF8.GetString((await sheet.Read(Admin, slug, format))!.Content), "");

    private static StringLocalizer<T> Words<T>() =>
        new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    [GeneratedRegex(@"^(UID|DTSTAMP|SEQUENCE):.*\r\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SiteOwn();
}
