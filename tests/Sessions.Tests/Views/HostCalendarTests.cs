using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class HostCalendarTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 10, 9, 0);
    private static readonly YearMonth March = new(2027, 3);
    private static readonly HostedFilter Any = new();

    private static readonly Actor Stranger = new(Guid.NewGuid(), "Somebody else", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.NewGuid() });
    private static readonly Actor Admin = new(Guid.NewGuid(), "An admin", IsAdmin: true, IsHost: false, new HashSet<Guid>());

    [Theory, EachDatabase]
    public async Task A_month_is_whole_weeks_from_Monday_on_and_crosses_the_end_of_the_year(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("eve", Samples.At(2027, 12, 31, 23, 30)).Session("new-year", Samples.At(2028, 1, 1)).Save();

        var december = await new HostCalendar(test.Database).Read(Admin, new(2027, 12), Any, Now);

        Assert.Equal((new LocalDate(2027, 11, 29), new LocalDate(2028, 1, 2), 35), (december.Days[0].Date, december.Days[^1].Date, december.Days.Count));
        Assert.Equal(["31: 1 of 2", "1: 2 of 2 until 00:30", "1: 1 of 1"], Written(december.Days));
        Assert.Equal(new LocalDate(2027, 12, 31), Assert.Single(december.Busy).Date);
    }

    [Theory, EachDatabase]
    public async Task Hours_are_those_of_one_zone_and_the_own_clock_is_said_where_it_differs(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("before", Samples.At(2027, 3, 25)).Session("after", Samples.At(2027, 4, 1))
            .Series("ny", with: s => s.Zone = "America/New_York")
            .Session("late", SessionTime.Exact(new(2027, 3, 24, 22, 0), "America/New_York", 60))
            .Series("other").Save();

        var all = await new HostCalendar(test.Database).Read(Admin, March, Any, Now);
        var ny = await new HostCalendar(test.Database).Read(Admin, March, new("ny"), Now);

        Assert.Equal(("Europe/London", "America/New_York"), (all.Zone, ny.Zone));
        var entries = all.Days.SelectMany(d => d.Entries.Select(e => (d.Date.Day, e.Starts, e.Own))).ToList();
        Assert.Equal([(25, new(2, 0), new LocalDateTime(2027, 3, 24, 22, 0)), (25, new(12, 0), null), (1, new(12, 0), null)], entries);
        Assert.Equal((24, null), ny.Days.SelectMany(d => d.Entries.Select(e => (d.Date.Day, e.Own))).Single());
    }

    [Theory, EachDatabase]
    public async Task Whole_days_stand_on_each_of_their_days_over_the_end_of_a_month(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly")
            .Session("sprint", SessionTime.Days(new(2027, 4, 29), new(2027, 5, 4), Samples.Zone), with: s => s.Kind = SessionKind.WorkingSession)
            .Session("long", SessionTime.Days(new(2027, 4, 1), new(2027, 5, 1), Samples.Zone))
            .Session("hour", Samples.At(2027, 5, 3, 9)).Save();
        var calendar = new HostCalendar(test.Database);

        var (april, may) = (await calendar.Read(Admin, new(2027, 4), Any, Now), await calendar.Read(Admin, new(2027, 5), Any, Now));
        var june = await calendar.Read(Admin, new(2027, 6), Any, Now);

        Assert.Equal([29, 30, 1, 2], april.Days.Where(d => d.Entries.Any(e => e.Session.Kind == SessionKind.WorkingSession)).Select(d => d.Date.Day));
        Assert.Equal([1, 2, 3, 4], may.Busy.Select(d => d.Date.Day));
        Assert.Equal(31, may.Days.Single(d => d.Date == new LocalDate(2027, 5, 1)).Entries.Min(e => e.Session.Kind == SessionKind.Session ? e.Day : 99));
        Assert.Equal([null, new LocalTime(9, 0)], may.Days.Single(d => d.Date == new LocalDate(2027, 5, 3)).Entries.Select(e => e.Starts));
        Assert.Empty(june.Busy);
    }

    [Theory, EachDatabase]
    public async Task What_has_no_day_yet_stands_beside_its_month_and_an_empty_month_names_the_next(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("vague", SessionTime.InMonth(new(2027, 4), Samples.Zone))
            .Session("by", SessionTime.NotAfter(new(2027, 4, 9), Samples.Zone)).Session("never", SessionTime.Unknown(Samples.Zone)).Save();
        var calendar = new HostCalendar(test.Database);

        var (march, april, may) = (await calendar.Read(Admin, null, Any, Now), await calendar.Read(Admin, new(2027, 4), Any, Now), await calendar.Read(Admin, new(2027, 5), Any, Now));

        Assert.Equal((March, new LocalDate(2027, 4, 9)), (march.Month, march.Next));
        Assert.Equal(2, april.WithoutDay.Count);
        Assert.Empty(april.Days.SelectMany(d => d.Entries));
        Assert.Null(may.Next);
    }

    [Theory, EachDatabase]
    public async Task Filters_leave_what_fits_and_a_host_of_another_series_sees_nothing(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("other").Session("theirs", Samples.At(2027, 3, 3)).Series("weekly")
            .Session("draft", Samples.At(2027, 3, 4), published: false).Session("table", Samples.At(2027, 3, 5), with: s => s.Kind = SessionKind.Roundtable)
            .Session("off", Samples.At(2027, 3, 6), with: s => s.Cancel(Guid.NewGuid(), null, Now)).Save();
        var host = new Actor(Guid.NewGuid(), "A host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });

        async Task<string> Days(Actor who, HostedFilter filter) =>
            string.Join(' ', (await new HostCalendar(test.Database).Read(who, March, filter, Now)).Busy.Select(d => d.Date.Day));

        Assert.Equal("3 4 5 6", await Days(Admin, Any));
        Assert.Equal("4 5 6", await Days(host, Any));
        Assert.Equal("3", await Days(Admin, new("other")));
        Assert.Equal("", await Days(host, new("other")));
        Assert.Equal("5", await Days(host, new(Kind: SessionKind.Roundtable)));
        Assert.Equal("4", await Days(host, new(State: HostedState.Draft)));
        Assert.Equal("5", await Days(host, new(State: HostedState.Published)));
        Assert.Equal("6", await Days(host, new(State: HostedState.Cancelled)));
        Assert.Equal("", await Days(Stranger, Any));
        Assert.Empty((await new HostCalendar(test.Database).Read(Stranger, March, Any, Now)).Series);
        Assert.Equal(0, (await new HostedList(test.Database).Find(Stranger, new(Any))).Page.Total);
    }

    [Theory, EachDatabase]
    public async Task The_list_finds_words_of_titles_and_days_latest_first(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2027, 3, 3), "Buses in the open").Session("two", Samples.At(2027, 3, 10), "The OPEN door")
            .Session("days", SessionTime.Days(new(2027, 3, 30), new(2027, 4, 2), Samples.Zone), "Öffnen wir uns").Session("never", SessionTime.Unknown(Samples.Zone), "100% _ open").Save();

        async Task<string> Found(string? words = null, LocalDate? from = null, LocalDate? until = null) =>
            string.Join(' ', (await new HostedList(test.Database).Find(Admin, new(Any, words, from, until))).Page.Sessions.Select(s => s.Slug));

        Assert.Equal("days two one never", await Found());
        Assert.Equal("two one never", await Found("open"));
        Assert.Equal("one", await Found("Open buses"));
        Assert.Equal("days", await Found("Öffnen"));
        Assert.Equal("never", await Found("0% _"));
        Assert.Equal("days", await Found(from: new(2027, 4, 2)));
        Assert.Equal("two one", await Found(until: new(2027, 3, 29)));
    }

    [Theory, EachDatabase]
    public async Task Three_fifty_and_five_hundred_sessions_cost_three_queries_at_most(DatabaseProvider provider)
    {
        var (three, fifty, many) = (await Queries(provider, 3), await Queries(provider, 50), await Queries(provider, 500));

        Assert.Equal((three, three), (fifty, many));
        Assert.InRange(three.Month, 1, 3);
        Assert.InRange(three.Empty, 1, 3);

        static async Task<(int Month, int Empty, int List)> Queries(DatabaseProvider provider, int sessions)
        {
            await using var test = await TestDatabase.Create(provider);
            var samples = new Samples(test.Database).Series("weekly");
            for (var n = 0; n < sessions; n++) samples.Session($"s{n}", Samples.At(2027, 3, 1 + (n % 31), n % 24));
            await samples.Save();
            using var month = new QueryCount(test);
            var facts = await new HostCalendar(test.Database).Read(Admin, March, Any, Now);
            var first = month.Commands;
            Assert.Equal(sessions, facts.Days.SelectMany(d => d.Entries).Select(e => e.Session.Id).Distinct().Count());
            using var empty = new QueryCount(test);
            await new HostCalendar(test.Database).Read(Admin, new(2027, 1), Any, Now);
            var second = empty.Commands;
            using var list = new QueryCount(test);
            await new HostedList(test.Database).Find(Admin, new(Any));
            return (first, second, list.Commands);
        }
    }

    private static IEnumerable<string> Written(IEnumerable<CalendarDay> days) => days.SelectMany(d => d.Entries
        .Select(e => $"{d.Date.Day}: {e.Day} of {e.Days}{(e is { Starts: null, Ends: { } ends } ? $" until {ends:HH:mm}" : "")}"));
}
