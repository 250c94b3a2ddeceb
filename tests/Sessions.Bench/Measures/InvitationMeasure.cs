using System.Diagnostics;
using System.Globalization;
using System.Text;
using MimeKit;
using Sessions.Bench.Http;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;
using Sessions.ICalendar;

namespace Sessions.Bench.Measures;

/// <summary>Invitations written and handed on by the app, answers to them taken in, and what a long queue does to the pages.</summary>
internal static class InvitationMeasure
{
    private const int PerRound = 1_000, Queued = 10_000;
    private const double Slower = 3;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3), Patience = TimeSpan.FromMinutes(5);

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var places = await bench.Site.Crowd.Invite(SeededSite.OpenPage, PerRound * bench.Options.Rounds);
        await Compose(bench, table, places);
        var files = Invitations(bench.Published.Pickup);
        if (files.Count < places.Count)
        {
            table.Add(Row.Missing("Invitations", $"{files.Count} of {places.Count} mails carry an entry with its zone and two bodies", "all"));
            return;
        }

        await RelayMeasure.Run(bench, table, files);
        await Reply(bench, table, files);
        await WhileQueued(bench, table);
    }

    private static async Task Compose(Workbench bench, ReportTable table, IReadOnlyList<Guid> places)
    {
        var (rates, cpu) = (new List<double>(), new List<double>());
        foreach (var part in places.Chunk(PerRound))
        {
            await bench.Site.Crowd.Drained(Patience);
            var sent = await bench.Site.Crowd.Sent();
            await bench.Site.Crowd.Owe(part, ":composed");
            while (await bench.Site.Crowd.Sent() == sent) await Task.Delay(10);
            var (first, before, watch) = (await bench.Site.Crowd.Sent(), bench.App.Cpu, Stopwatch.StartNew());
            while (await bench.Site.Crowd.Sent() < sent + part.Length && watch.Elapsed < Patience) await Task.Delay(50);
            var rest = await bench.Site.Crowd.Sent() - first;
            rates.Add(rest / watch.Elapsed.TotalSeconds);
            cpu.Add((bench.App.Cpu - before).TotalMicroseconds / rest);
        }

        table.Add(new("Invitations composed, kept and written into a folder: two bodies, entry, VTIMEZONE", $"{Median.Of(rates):N0}/s, {Median.Of(cpu):N0} µs CPU each", null, null, null, null));
    }

    /// <summary>Every other one is a no.</summary>
    private static async Task Reply(Workbench bench, ReportTable table, IReadOnlyList<string> files)
    {
        const string what = "Answers from calendars taken in, 4 at a time";
        var (rates, cpu, declined) = (new List<double>(), new List<double>(), 0);
        var (confirmed, _) = await bench.Site.Registered(SeededSite.OpenPage);
        foreach (var part in files.Chunk(PerRound))
        {
            var requests = part.Select((file, n) => Request(bench.App, file, n % 2 == 0 ? "ACCEPTED" : "DECLINED")).ToList();
            declined += part.Length / 2;
            var (before, watch) = (bench.App.Cpu, Stopwatch.StartNew());
            await Parallel.ForEachAsync(requests.Chunk(part.Length / 4), async (own, _) =>
            {
                await using var connection = await HttpConnection.Open(bench.App.Port);
                foreach (var request in own)
                    if (await connection.Send(request) is var status and not 200) throw new InvalidOperationException($"An answer was met with {status}");
            });
            rates.Add(part.Length / watch.Elapsed.TotalSeconds);
            cpu.Add((bench.App.Cpu - before).TotalMicroseconds / part.Length);
        }

        var left = confirmed - (await bench.Site.Registered(SeededSite.OpenPage)).Confirmed;
        table.Add(left == declined
            ? new(what, $"{Median.Of(rates):N0}/s, {Median.Of(cpu):N0} µs CPU each", null, null, null, null)
            : Row.Missing(what, $"{left} places were given up of {declined}", "all"));
    }

    private static async Task WhileQueued(Workbench bench, ReportTable table)
    {
        var page = RawRequest.Get(bench.App, $"/series/{SeededSite.Sixty}", "Cookie: visitor=bench");
        Task<Answered> Pages() => Callers.Rate(bench.App, _ => page, 1, Round);
        await bench.Site.Crowd.Seed();
        await bench.Site.Crowd.Drained(Patience);
        await Warming.UntilSteady("Series page, 60 sessions", bench.App, async () => (await Pages()).Cpu);
        var (idle, busy, waiting) = (new List<Answered>(), new List<Answered>(), new List<double>());
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            idle.Add(await Pages());
            for (var owed = 0; owed < Queued; owed += Crowd.People) await bench.Site.Crowd.Owe(Crowd.People);
            busy.Add(await Pages());
            waiting.Add(await bench.Site.Crowd.Due());
            await bench.Site.Crowd.Drained(Patience);
        }

        table.Add(Row.AtMost($"Series page, 60 sessions, from the database, while {Queued:N0} mails leave", $"p99 {Median.Of(busy.Select(b => b.P99)):N0} ms, {Median.Of(busy.Select(b => b.Rate)):N0}/s, {Median.Of(waiting):N0} still waiting",
            $"idle, p99 {Median.Of(idle.Select(i => i.P99)):N0} ms, {Median.Of(idle.Select(i => i.Rate)):N0}/s", Median.Of(busy.Select(b => b.P99)) / Median.Of(idle.Select(i => i.P99)), Slower));
    }

    private static List<string> Invitations(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.eml").Where(file => File.ReadAllText(file) is var text && text.Contains("guest", StringComparison.Ordinal) && text.Contains("multipart/alternative", StringComparison.Ordinal) && Entry(file).Contains("BEGIN:VTIMEZONE", StringComparison.Ordinal))];

    private static byte[] Request(ServerProcess server, string file, string answer)
    {
        var reply = Encoding.UTF8.GetBytes(Answer(file, answer));
        return [.. Encoding.ASCII.GetBytes($"POST /mail/receive HTTP/1.1\r\nHost: localhost:{server.Port}\r\nAuthorization: Bearer {PublishedApp.InboundSecret}\r\nContent-Type: message/rfc822\r\nContent-Length: {reply.Length}\r\n\r\n"), .. reply];
    }

    private static string Answer(string file, string answer)
    {
        var asked = CalendarReader.Read(Entry(file)).Components[0].Components.Single(part => part.Name == "VEVENT");
        string Of(string name) => asked.Property(name)!.Value.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        var attendee = Of("ATTENDEE");
        return string.Join("\r\n",
        [
            $"From: {attendee}", $"To: {Of("ORGANIZER")}", $"Subject: {answer}", $"Message-ID: <{answer}.{attendee}>", "MIME-Version: 1.0", "Content-Type: text/calendar; method=REPLY; charset=UTF-8", "",
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//EN", "METHOD:REPLY", "BEGIN:VEVENT", $"UID:{Of("UID")}", $"DTSTAMP:{DateTimeOffset.UtcNow.AddSeconds(1).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"SEQUENCE:{Of("SEQUENCE")}", $"ORGANIZER:mailto:{Of("ORGANIZER")}", $"ATTENDEE;PARTSTAT={answer}:mailto:{attendee}", "END:VEVENT", "END:VCALENDAR", "",
        ]);
    }

    private static string Entry(string file)
    {
        using var message = MimeMessage.Load(file);
        return message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))?.Text ?? "";
    }
}
