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
}
