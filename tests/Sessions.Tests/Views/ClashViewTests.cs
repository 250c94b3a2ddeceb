using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class ClashViewTests
{
    private static readonly HolidayCalendar Holidays = HolidayFile.Read(["[GB] Britain", "06-01; A free day"]);

    [Theory, EachDatabase]
    public async Task A_move_hears_of_hours_speakers_and_holidays_in_any_series(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("other", "Other").Session("there", Samples.At(2027, 6, 1)).Speaker("Kim Example", person: p => p.Address = "kim@example.org");
        var kim = samples.LastAppearance.PersonId;
        samples.Series("own", "Own", with: s => s.Region = "GB").Session("here", Samples.At(2027, 2, 1)).Again(kim);
        var (series, session) = (samples.LastSeries.Id, samples.LastSession.Id);
        await samples.Save();
        var view = new ClashView(test.Database, Holidays);
        var host = new Actor(Guid.NewGuid(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { series });

        var clash = Assert.Single(await view.Read(host, series, [(session, Samples.At(2027, 6, 1))], name => $"a draft of {name}"));

        Assert.Equal(["Same hour as Other.", "Kim Example speaks there too: Other.", "1 June is a public holiday: A free day."], clash.Notes.Select(n => n.ToString()));
        Assert.Empty(await view.Read(host, series, [(session, Samples.At(2027, 6, 2))], name => name));
        Assert.Empty(await view.Read(host with { Series = new HashSet<Guid>() }, series, [(session, Samples.At(2027, 6, 1))], name => name));
    }

    [Theory, EachDatabase]
    public async Task Elsewhere_only_what_anybody_may_see_is_told(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("other", "Other").Session("draft", Samples.At(2027, 6, 1), published: false)
            .Session("public", Samples.At(2027, 6, 2)).Speaker("Kim Example", with: a => a.Ask(Samples.At(2027, 1, 1).Start!.Value), person: p => p.Address = "kim@example.org");
        var kim = samples.LastAppearance.PersonId;
        samples.Series("own", "Own").Session("here", Samples.At(2027, 2, 1)).Again(kim);
        var (series, session) = (samples.LastSeries.Id, samples.LastSession.Id);
        await samples.Save();
        var view = new ClashView(test.Database, Holidays);
        var host = new Actor(Guid.NewGuid(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { series });

        Assert.Empty(await view.Read(host, series, [(session, Samples.At(2027, 6, 1))], name => name));
        var clash = Assert.Single(await view.Read(host, series, [(session, Samples.At(2027, 6, 2))], name => name));
        Assert.Equal(["Same hour as Other."], clash.Notes.Select(n => n.ToString()));
        var admin = host with { IsAdmin = true };
        Assert.Equal(2, (await view.Read(admin, series, [(session, Samples.At(2027, 6, 2))], name => name))[0].Notes.Count);
        Assert.Single(await view.Read(admin, series, [(session, Samples.At(2027, 6, 1))], name => name));
    }
}
