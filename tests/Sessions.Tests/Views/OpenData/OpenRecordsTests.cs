using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Views.OpenData;

namespace Sessions.Tests.Views.OpenData;

public sealed class OpenRecordsTests
{
    [Theory, EachDatabase]
    public async Task The_record_is_read_with_as_many_questions_for_three_sessions_as_for_one(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var records = new OpenRecords(test.Database);
        await Add(test, "one");
        var one = await Count(test, records);

        await Add(test, "two");
        await Add(test, "three");
        var three = await Count(test, records);

        Assert.Equal((1, 3), (one.Sessions, three.Sessions));
        Assert.Equal(one.Commands, three.Commands);
    }

    [Theory, EachDatabase]
    public async Task Sessions_come_latest_first_in_batches_without_a_gap_and_with_what_is_theirs(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("weekly");
        for (var n = 1; n <= 450; n++) samples.Session($"s{n}", Samples.At(2020 + (n / 360), 1 + (n / 30 % 12), 1 + (n % 28)), number: n).Speaker($"Speaker {n}", talk: $"Talk {n}");
        await samples.Save();
        var records = new OpenRecords(test.Database);

        var read = await records.Sessions().ToListAsync();
        var latest = await records.Sessions(samples.LastSeries.Id, most: 10).ToListAsync();

        Assert.Equal(450, read.Select(s => s.Id).Distinct().Count());
        Assert.Equal(read.OrderByDescending(s => s.When.Date), read);
        Assert.All(read, s => Assert.Equal($"Speaker {s.Number}", Assert.Single(s.Speakers).Name));
        Assert.Equal(read.Take(10).Select(s => s.Id), latest.Select(s => s.Id));
        Assert.Equal(901, await new OpenAddresses(test.Database).Count());
        Assert.Equal(901, await new OpenAddresses(test.Database).All().Select(a => a.Path).Distinct().CountAsync());
    }

    private static Task<Samples> Add(TestDatabase test, string slug) => new Samples(test.Database).Series(slug).Session("one").Speaker($"Speaker {slug}").RecordingAt("https://video.example.org/1")
        .ResourceAt("Slides", "https://example.org/slides").WriteUp("Well.").Save();

    private static async Task<(int Commands, int Sessions)> Count(TestDatabase test, OpenRecords records)
    {
        using var count = new QueryCount(test);
        var sessions = await records.Sessions().ToListAsync();
        return (count.Commands, sessions.Count);
    }
}
