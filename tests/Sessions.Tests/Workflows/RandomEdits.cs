using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

/// <summary>A weekly series full of people, and a host who changes something else each time.</summary>
internal sealed class RandomEdits(House house, Random random)
{
    private static readonly string[] Zones = ["Europe/London", "Europe/Warsaw", "America/New_York"];
    private static readonly string?[] Rules = ["FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=MONTHLY;BYDAY=1WE", null];

    private int _people;

    public Actor Who { get; } = house.Host;

    /// <summary>What was done last, for a failing test to name.</summary>
    public string Last { get; private set; } = "";

    public EditScope Scope { get; private set; }

    /// <summary>Sessions to which the last change of the series was told to move.</summary>
    public HashSet<Guid> ToldToMove { get; } = [];

    /// <summary>The session an edit started from.</summary>
    public Guid? Anchor { get; private set; }

    public Guid SeriesId => house.Samples.LastSeries.Id;

    public async Task<IReadOnlyList<Session>> Sessions()
    {
        await using var db = house.Database.Read();
        return await db.Sessions.Where(s => s.SeriesId == SeriesId).OrderBy(s => s.SortDate).ThenBy(s => s.Id).ToListAsync();
    }

    public async Task<Series> Series()
    {
        await using var db = house.Database.Read();
        return await db.Series.SingleAsync(s => s.Id == SeriesId);
    }

    /// <summary>Plans more where few are left, each with two places taken and two in the line.</summary>
    public async Task Refill()
    {
        if ((await Sessions()).Count(s => !s.IsCancelled) >= 6) return;
        var plan = RecurrencePlan.Of(SeriesForm.Of(await Series()));
        var taken = (await Sessions()).Select(s => s.When.Date).ToHashSet();
        var dates = plan.NamesDates ? plan.After(house.Time.Now()) : Enumerable.Range(3, 400).Select(d => house.Time.Now().InUtc().Date.PlusDays(d) + plan.Start);
        var planned = dates.Where(d => !taken.Contains(d.Date)).Take(6).Select(d => new PlannedSession(d, random.Next(2) * 30 + 60, null, [])).ToList();
        var made = await new PlanSessions(house.Database, house.Time).Save(Who, new(SeriesId, plan.Zone, 2, null, Publish: true, planned));
        foreach (var id in made.Value!.Ids) await Fill(id);
    }

    /// <summary>One act, first as a preview.</summary>
    public async Task<(IReadOnlyList<MailAhead> Ahead, ChangeResult Done)?> Act()
    {
        ToldToMove.Clear();
        (Anchor, Scope) = (null, (EditScope)random.Next(3));
        var ahead = (await Sessions()).Where(s => !s.IsCancelled).ToList();
        var one = ahead[random.Next(Math.Min(4, ahead.Count))];
        return random.Next(10) switch
        {
            < 5 => await Edit(one),
            < 7 => await Move(one),
            < 8 => await Cancel(one),
            _ => await Replan(ahead),
        };
    }

    private async Task<(IReadOnlyList<MailAhead>, ChangeResult)?> Edit(Session s)
    {
        Anchor = s.Id;
        var form = new SessionForm(Maybe(s.Title, $"Title {random.Next(9)}"), Maybe(s.Announcement, $"Come {random.Next(9)}"), s.Number, Maybe(s.Capacity, random.Next(1, 5)),
            new(Maybe(s.OwnVenue.RoomLink, $"https://room.example.org/{random.Next(9)}"), Maybe(s.OwnVenue.StreamLink, "https://stream.example.org"), Maybe(s.OwnVenue.Address, $"Hall {random.Next(3)}")),
            s.SpeakersToBeConfirmed, random.Next(4) == 0 ? (SessionKind)random.Next(5) : s.Kind);
        Last = $"edit {Scope} of {s.When.Date}: {form}";
        var edit = new EditSession(house.Database, house.Time);
        return Both(await edit.Preview(Who, s.Id, form, Scope), await edit.Save(Who, s.Id, form, Scope));
    }

    private async Task<(IReadOnlyList<MailAhead>, ChangeResult)?> Move(Session s)
    {
        Anchor = s.Id;
        var to = new NewTime(s.When.Date!.Value.PlusDays(random.Next(3)) + new LocalTime(random.Next(8, 20), 0), random.Next(1, 5) * 30);
        Last = $"move {Scope} of {s.When.Date} {s.When.LocalStart} to {to}";
        var move = new MoveSession(house.Database, house.Time);
        return Both(await move.Preview(Who, s.Id, to, Scope), await move.Save(Who, s.Id, to, Scope));
    }

    private async Task<(IReadOnlyList<MailAhead>, ChangeResult)?> Cancel(Session s)
    {
        (Anchor, Scope, Last) = (s.Id, EditScope.This, $"cancel {s.When.Date}");
        var cancel = new CancelSession(house.Database, house.Time);
        return Both(await cancel.Preview(Who, s.Id), await cancel.Save(Who, s.Id, "Holidays"));
    }

    private async Task<(IReadOnlyList<MailAhead>, ChangeResult)?> Replan(List<Session> ahead)
    {
        Scope = EditScope.LaterUnedited;
        var form = SeriesForm.Of(await Series());
        form = form with
        {
            Rule = Maybe(form.Rule, Rules[random.Next(Rules.Length)]),
            Zone = random.Next(4) == 0 ? Zones[random.Next(Zones.Length)] : form.Zone,
            LocalStart = random.Next(3) == 0 ? new(random.Next(9, 20), 30) : form.LocalStart,
            DurationMinutes = random.Next(4) == 0 ? random.Next(1, 4) * 30 : form.DurationMinutes,
            Capacity = Maybe(form.Capacity, random.Next(1, 6)),
            SkippedDates = random.Next(4) == 0 ? DateList.Of([ahead[0].When.Date!.Value]) : form.SkippedDates,
        };
        var choices = ahead.ToDictionary(s => s.Id, _ => random.Next(6) switch { 0 => MisfitChoice.Cancel, < 4 => MisfitChoice.Move, _ => MisfitChoice.Keep });
        ToldToMove.UnionWith(choices.Where(c => c.Value != MisfitChoice.Keep).Select(c => c.Key));
        Last = $"replan to {form}";
        var change = new ChangeSeries(house.Database, house.Time);
        var told = new PlannedChoices(choices, random.Next(2) == 0);
        var (preview, saved) = (await change.Preview(Who, SeriesId, form, told), await change.Save(Who, SeriesId, form, told));
        return preview.Value is { } before && saved.Value is { } after ? (before.Result.Mails, after.Result) : null;
    }

    private static (IReadOnlyList<MailAhead>, ChangeResult)? Both<TNo>(Answer<ChangeResult, TNo> preview, Answer<ChangeResult, TNo> saved) where TNo : struct, Enum
    {
        Assert.Equal(preview.No, saved.No);
        return saved.Value is { } done ? (preview.Value!.Mails, done) : null;
    }

    private T Maybe<T>(T now, T other) => random.Next(4) == 0 ? other : now;

    private async Task Fill(Guid sessionId)
    {
        for (var at = 0; at < 4; at++) await house.Service.SignUp(sessionId, $"p{_people++}@example.org");
    }
}
