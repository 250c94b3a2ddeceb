using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Invitations;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Tests.Workflows;
using Sessions.Workflows;

namespace Sessions.Tests.Invitations;

/// <summary>Everything that can happen to a series and to the people in it, at random; and what the mails of each person say, step by step.</summary>
internal sealed class CalendarLife(House house, Random random)
{
    public static readonly string[] People = ["ann@example.org", "ben@example.org", "cat@example.org"];

    private static readonly string[] Rules = ["FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=1TH", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=2TU,4TU"];
    private static readonly string[] Zones = [Samples.Zone, "Europe/Warsaw", "America/New_York", "Africa/Casablanca"];

    private readonly Dictionary<string, List<string>> _messages = People.ToDictionary(p => p, _ => new List<string>());
    private int _strangers;

    private Instant Now => Instant.FromDateTimeOffset(house.Time.GetUtcNow());

    public string Last { get; private set; } = "";

    /// <summary>Of each person what came since the last look, as a calendar reads it: iTIP text, or "DECLINE uid [occurrence]" by the person.</summary>
    public IReadOnlyDictionary<string, List<string>> Messages => _messages;

    /// <summary>Weekly on Thursdays, of which some are planned.</summary>
    public static Task<House> Create() => House.Create(Sessions.Data.DatabaseProvider.Sqlite, with: samples =>
    {
        var series = samples.LastSeries;
        (series.Rule, series.RuleFrom, series.LocalStart, series.Aim) = (Rules[0], new LocalDate(2023, 10, 19), new LocalTime(12, 0), "Open data that saves lives");
        for (var week = 0; week < 7; week++)
        {
            var day = new LocalDate(2023, 10, 26).PlusWeeks(week);
            samples.Session($"s{week}", Samples.At(day.Year, day.Month, day.Day), $"Title {week}");
        }
    }, asks: true, reads: true);

    public async Task Step()
    {
        foreach (var messages in _messages.Values) messages.Clear();
        Last = "nothing to do";
        await Act();
        // Who never answered gets three mails a day at most, and the rest the day after.
        await house.Database.Write(async db => (await db.People.Where(p => p.ProvenAt == null).ToListAsync()).ForEach(p => p.Answered(Now)));
        // Beyond the time in which a host may think again.
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Reminders.Run(CancellationToken.None);
        for (var mails = 1; mails > 0;)
        {
            await house.Notices.Run(CancellationToken.None);
            var sent = await house.Deliver();
            mails = sent.Count;
            foreach (var (row, mail) in sent.Where(m => m.Mail.Calendar is not null && _messages.ContainsKey(m.Row.Recipient))) _messages[row.Recipient].Add(mail.Calendar!.Text);
        }
    }

    /// <summary>What the page of each person shows as theirs, and in their calendar: places and offers that no mail has still to bring.</summary>
    public async Task<IReadOnlyList<string>> Shows(string person)
    {
        if (await Token(person) is not { } token) return [];
        var page = await house.My.My(token, Now);
        return [.. page!.Coming.Where(p => p is { IsCancelled: false, EntryComesAt: null, State: RegistrationState.Confirmed or RegistrationState.Offered } && p.When.Start > Now)
            .Select(p => $"{Text(p.When.Start!.Value)} {Text(p.When.End!.Value)}").Order(StringComparer.Ordinal)];
    }

    public static string Text(Instant at) => at.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task Act()
    {
        var ahead = await Ahead();
        var person = People[random.Next(People.Length)];
        var one = ahead.Count == 0 ? null : ahead[random.Next(ahead.Count)];
        switch (random.Next(20))
        {
            case < 3:
                Last = $"{person} joins the series";
                await house.Standing.Join(house.SeriesId, person);
                break;
            case 3 when one is not null:
                Last = $"{person} signs up for {one.When.Start}";
                await house.Service.SignUp(one.Id, person);
                break;
            case 4:
                await LeaveSeries(person);
                break;
            case 5:
                await GiveUp(person);
                break;
            case 6 when one is not null:
                await Move(one, EditScope.This);
                break;
            case 7 when one is not null:
                await Move(one, EditScope.LaterUnedited);
                break;
            case 8 when one is not null:
                Last = $"cancel {one.When.Start}";
                await new CancelSession(house.Database, house.Time).Save(house.Host, one.Id, "Holidays");
                break;
            case 9 when one is not null:
                Last = $"retitle {one.When.Start}";
                await new EditSession(house.Database, house.Time).Save(house.Host, one.Id, new($"Title {random.Next(100)}", null, one.Number, one.Capacity, one.OwnVenue, false));
                break;
            case 10 or 11:
                await Replan(ahead);
                break;
            case 12 when one is not null:
                await Fill(one);
                break;
            case 13:
                await PlanMore();
                break;
            case 14 or 15:
                await Answer(person, "DECLINED", wholly: random.Next(3) == 0);
                break;
            case 16:
                await Answer(person, "ACCEPTED", wholly: random.Next(2) == 0);
                break;
            case 17:
                await ClaimOrPass(person);
                break;
            default:
                var hours = random.Next(1, 24 * 6);
                Last = $"{hours} hours pass";
                house.Time.Advance(TimeSpan.FromHours(hours));
                break;
        }
    }

    private async Task<List<Session>> Ahead()
    {
        await using var db = house.Database.Read();
        var soon = Now + Duration.FromHours(1);
        return await db.Sessions.Include(s => s.Series).Where(s => s.CancelledAt == null && s.When.Start > soon).OrderBy(s => s.When.Start).ThenBy(s => s.Slug).ToListAsync();
    }

    private async Task<string?> Token(string address)
    {
        await using var db = house.Database.Read();
        return await db.People.FirstOrDefaultAsync(p => p.Address == address) is { } person ? house.Links.My(person) : null;
    }

    private async Task LeaveSeries(string address)
    {
        await using var db = house.Database.Read();
        if (await db.Standing.FirstOrDefaultAsync(s => s.Person!.Address == address && s.LeftAt == null) is not { } standing) return;
        Last = $"{address} leaves the series";
        await house.Standing.Leave((await Token(address))!, standing.Id);
    }

    private async Task GiveUp(string address)
    {
        await using var db = house.Database.Read();
        var now = Now;
        var places = await db.Registrations.Include(r => r.Session).Where(r => r.Person!.Address == address && r.State != RegistrationState.Withdrawn && r.Session!.When.Start > now).OrderBy(r => r.Session!.When.Start).ThenBy(r => r.Session!.Slug).ToListAsync();
        if (places.Count == 0) return;
        var place = places[random.Next(places.Count)];
        Last = $"{address} gives up {place.Session!.When.Start}";
        await house.Service.Withdraw((await Token(address))!, place.Id);
    }

    private async Task Move(Session session, EditScope scope)
    {
        var to = new NewTime(session.When.Date!.Value.PlusDays(random.Next(-3, 9)) + new LocalTime(random.Next(8, 20), 0), random.Next(3) == 0 ? 90 : session.DurationMinutes);
        Last = $"move {scope} of {session.When.Start} to {to}";
        await new MoveSession(house.Database, house.Time).Save(house.Host, session.Id, to, scope);
    }

    private async Task Replan(List<Session> ahead)
    {
        await using var db = house.Database.Read();
        var form = SeriesForm.Of(await db.Series.FirstAsync(s => s.Id == house.SeriesId));
        var changed = form with
        {
            Rule = random.Next(2) == 0 ? Rules[random.Next(Rules.Length)] : form.Rule,
            Zone = random.Next(3) == 0 ? Zones[random.Next(Zones.Length)] : form.Zone,
            LocalStart = random.Next(3) == 0 ? new(random.Next(9, 20), 30) : form.LocalStart,
        };
        var choices = ahead.ToDictionary(s => s.Id, _ => random.Next(8) switch { 0 => MisfitChoice.Cancel, 1 => MisfitChoice.Keep, _ => MisfitChoice.Move });
        Last = $"replan as {changed.Rule} {changed.LocalStart} {changed.Zone}";
        await new ChangeSeries(house.Database, house.Time).Save(house.Host, house.SeriesId, changed, new(choices));
    }

    private async Task Fill(Session session)
    {
        Last = $"fill up {session.When.Start}";
        var places = session.Confirmed + random.Next(0, 2);
        await new EditSession(house.Database, house.Time).Save(house.Host, session.Id, new(session.Title, null, session.Number, Math.Max(1, places), session.OwnVenue, false));
        for (var at = 0; at < 2; at++) await house.Service.SignUp(session.Id, $"p{_strangers++}@example.org");
    }

    private async Task PlanMore()
    {
        await using var db = house.Database.Read();
        var series = await db.Series.FirstAsync(s => s.Id == house.SeriesId);
        var last = await db.Sessions.Where(s => s.When.Start != null).MaxAsync(s => s.SortDate);
        var dates = RecurrencePlan.Of(SeriesForm.Of(series)).After(Now).SkipWhile(d => d.Date <= last).Take(random.Next(1, 4)).ToList();
        if (dates.Count == 0 || dates[^1].Date > new LocalDate(2024, 8, 1)) return;
        Last = $"plan {string.Join(", ", dates)}";
        await new PlanSessions(house.Database, house.Time).Save(house.Host, new(series.Id, series.Zone, null, null, Publish: true, [.. dates.Select(d => new PlannedSession(d, series.DurationMinutes, null, []))]));
    }

    private async Task ClaimOrPass(string address)
    {
        await using var db = house.Database.Read();
        var place = await db.Registrations.Include(r => r.Person).FirstOrDefaultAsync(r => r.Person!.Address == address && r.State == RegistrationState.Offered);
        if (place is null) return;
        var takes = random.Next(2) == 0;
        Last = $"{address} {(takes ? "takes" : "passes on")} an offer";
        var token = house.Links.Join(place, place.Person!);
        if (takes) await house.Offers.Accept(token);
        else await house.Offers.Decline(token);
    }

    /// <param name="wholly">To a recurring entry as a whole.</param>
    private async Task Answer(string address, string answer, bool wholly)
    {
        await using var db = house.Database.Read();
        var now = Now;
        var entries = await db.CalendarEntries.Include(e => e.Recurring).Where(e => db.People.Any(p => p.Id == e.PersonId && p.Address == address) && e.Told!.Start > now
            && (e.Told.State == SlotState.Held || e.Told.State == SlotState.Declined) && (!wholly || e.RecurringId != null)).OrderBy(e => e.Told!.Start).ThenBy(e => e.Occurrence).ToListAsync();
        if (entries.Count == 0) return;
        var entry = entries[random.Next(entries.Count)];
        Last = $"{address} says {answer} to {(wholly ? "all" : entry.Told!.Start)}";
        var slot = wholly ? null : entry.Occurrence;
        var result = await house.Mails.Run(new ReplyMail
        {
            Uid = entry.Uid,
            To = entry.Organizer,
            Attendee = address,
            From = address,
            Answer = answer,
            Sequence = wholly ? entry.Recurring!.Sequence : entry.Told!.Sequence,
            Start = Ical(entry.Told!.Start),
            Stamp = Ical(now),
            Lines = slot is { } at ? $"RECURRENCE-ID:{Ical(at)}" : "",
        }.Bytes, InboundWay.Imap);
        Last += $": {result[0].Effect} {result[0].Refusal}";
        if (answer == "DECLINED") _messages[address].Add($"DECLINE {entry.Uid}{(slot is { } one ? $" {Text(one)}" : "")}");
    }

    private static string Ical(Instant at) => at.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
