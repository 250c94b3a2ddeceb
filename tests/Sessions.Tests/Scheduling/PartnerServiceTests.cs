using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Scheduling;

public sealed class PartnerServiceTests
{
    [Theory, EachDatabase]
    public async Task A_page_names_the_partners_of_its_own_day_and_ends_when_another_one_comes(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = new PartnerService(stage.Database, stage.Time);
        await Save(new(PartnerKind.Partner, "Before", null, null, null, new LocalDate(2026, 11, 19)));
        await Save(new(PartnerKind.Sponsor, "Today only", "https://example.org", "Captions", new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 20)));
        await Save(new(PartnerKind.Partner, "On the day", null, null, new LocalDate(2026, 11, 27), null));
        await Save(new(PartnerKind.Partner, "Always", null, null, null, null));

        var series = (await new SeriesView(stage.Database).Read("open", stage.Time.Now()))!;
        var session = (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!;

        Assert.Equal(["Today only", "Always"], series.Partners.Select(p => p.Name));
        Assert.Equal(Instant.FromUtc(2026, 11, 21, 0, 0), series.ValidUntil);
        Assert.Equal(["Always", "On the day"], session.Partners.Select(p => p.Name));

        async Task Save(PartnerForm form) => Assert.True((await service.Save(stage.Host, stage.SeriesId, null, form)).Ok);
    }

    [Theory, EachDatabase]
    public async Task A_name_a_web_address_and_dates_in_order_are_asked_for(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = new PartnerService(stage.Database, stage.Time);
        var good = new PartnerForm(PartnerKind.Sponsor, "A sponsor", "https://example.org", null, new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

        Assert.Equal(PartnerRefusal.NameMissing, await No(good with { Name = " " }));
        Assert.Equal(PartnerRefusal.NotALink, await No(good with { Url = "javascript:alert(1)" }));
        Assert.Equal(PartnerRefusal.DatesReversed, await No(good with { To = new LocalDate(2025, 12, 31) }));
        Assert.Equal(PartnerRefusal.TooLong, await No(good with { What = new string('x', 301) }));
        Assert.Equal(PartnerRefusal.NotAllowed, (await service.Save(stage.Stranger, stage.SeriesId, null, good)).No);
        var id = (await service.Save(stage.Host, stage.SeriesId, null, good)).Value;
        Assert.Equal(PartnerRefusal.NotAllowed, await service.Remove(stage.Stranger, id));
        Assert.Equal(id, (await service.Save(stage.Host, stage.SeriesId, id, good with { Name = "Renamed" })).Value);
        Assert.Null(await service.Remove(stage.Host, id));
        Assert.Empty((await new PartnerQueries(stage.Database).ToEdit(stage.Host, "open"))!.Partners);

        async Task<PartnerRefusal?> No(PartnerForm form) => (await service.Save(stage.Host, stage.SeriesId, null, form)).No;
    }
}
