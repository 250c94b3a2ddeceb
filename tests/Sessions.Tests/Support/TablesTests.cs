using Sessions.Scheduling;

namespace Sessions.Tests.Support;

public sealed class TablesTests
{
    [Theory]
    [InlineData("a title", null)]
    [InlineData("a\0title", "sessions.Title holds a NUL")]
    [InlineData("half a \ud83d", "sessions.Title holds half a character")]
    [InlineData(null, "sessions.Title holds 301 characters of 300")]
    public async Task What_PostgreSQL_would_refuse_is_seen_on_SQLite(string? title, string? unfit)
    {
        await using var test = await TestDatabase.Sqlite();
        await new Samples(test.Database).Series("weekly").Session("one", title: title ?? new('x', Session.LongestTitle + 1)).Save();

        await using var db = test.Database.Read();
        Assert.Equal(unfit is null ? [] : [unfit], await Tables.Unfit(db));
    }

    [Fact]
    public async Task The_hash_is_of_every_row_and_of_nothing_else()
    {
        await using var test = await TestDatabase.Sqlite();
        await using var db = test.Database.Read();
        await new Samples(test.Database).Series("weekly").Save();
        var before = await Tables.Hash(db);

        Assert.Equal(before, await Tables.Hash(db));
        await new Samples(test.Database).SiteText("about", "Us.").Save();
        Assert.NotEqual(before, await Tables.Hash(db));
    }
}
