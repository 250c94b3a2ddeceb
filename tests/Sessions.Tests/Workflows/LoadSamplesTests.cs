using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class LoadSamplesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task The_record_is_loaded_once_with_its_gaps_and_owes_no_mail(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var load = new LoadSamples(test.Database, new FileStore(_folder.FullName), TimeProvider.System);

        Assert.True(await load.IntoEmpty());
        Assert.False(await load.IntoEmpty());

        await using var db = test.Database.Read();
        var record = await db.Sessions.Where(s => !s.Series!.IsSample).ToListAsync();
        Assert.Equal(21, record.Count);
        Assert.Equal(1, record.Count(s => s.When.Precision == Precision.Month));
        Assert.Equal(5, record.Count(s => s.When.Precision == Precision.NotAfter));
        Assert.Equal(4, record.Count(s => s.When.Precision == Precision.Exact));
        Assert.Equal(11, record.Count(s => s.When.Precision == Precision.Days));
        Assert.Equal("Health Inequalities", record.Single(s => s.Number == 35).Title);
        Assert.Null(record.Single(s => s.Number == 40).Title);
        Assert.True(record.Single(s => s.Number == 40).SpeakersToBeConfirmed);
        Assert.Equal("Tools & Methods in Open Health Data", record.Single(s => s.Number == 41).Title);
        Assert.Equal("2020-03-26T11:00:00Z", record.Single(s => s.SeriesId == record.Single(x => x.Number == 41).SeriesId && s.Number == 1).When.Start.ToString());
        Assert.Empty(await db.People.Where(p => p.Address != null).ToListAsync());
        Assert.Empty(await db.Outbox.ToListAsync());
        Assert.Equal(6, await db.Sessions.CountAsync(s => s.Series!.IsSample));
        Assert.Equal("video/mp4", (await db.Files.SingleAsync()).MediaType);
        Assert.Single(_folder.GetFiles());
    }

    [Theory, EachDatabase]
    public async Task A_name_that_spoke_before_in_the_series_is_the_same_speaker(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new LoadSamples(test.Database, new FileStore(_folder.FullName), TimeProvider.System).IntoEmpty();

        await using var db = test.Database.Read();
        var slugs = await db.People.Select(p => p.Slug).ToListAsync();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.DoesNotContain(null, slugs);
    }
}
