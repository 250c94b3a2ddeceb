using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class ViewTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 1, 9, 0);

    [Theory, EachDatabase]
    public async Task The_home_page_tells_what_is_next_and_what_was_lately(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly")
            .Session("later", Samples.At(2023, 12, 1)).Session("next", Samples.At(2023, 11, 1)).Session("draft", Samples.At(2023, 10, 20), published: false)
            .Session("off", Samples.At(2023, 10, 15), with: s => s.Cancel(Guid.NewGuid(), null, Now))
            .Session("a", Samples.At(2023, 9, 13)).Session("b", Samples.At(2023, 6, 21)).Session("c", Samples.At(2023, 5, 10)).Session("d", Samples.At(2023, 3, 1))
            .Series("hidden", published: false).Session("secret", Samples.At(2023, 10, 10)).Save();

        var home = await new HomeView(test.Database).Read(Now);

        Assert.Equal(["next", "later"], home.Next.Select(s => s.Slug));
        Assert.Equal(["a", "b", "c"], home.Lately.Select(s => s.Slug));
        var series = Assert.Single(home.Series);
        Assert.Equal(new LocalDate(2023, 11, 1), series.Next);
        Assert.Equal(new LocalDate(2023, 3, 1), home.Earliest);
    }

    [Theory, EachDatabase]
    public async Task A_session_moves_from_next_to_held_when_its_last_minute_is_over(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2023, 11, 1)).Save();
        var view = new SeriesView(test.Database);

        var before = await view.Read("weekly", Instant.FromUtc(2023, 11, 1, 12, 59, 59));
        var after = await view.Read("weekly", Instant.FromUtc(2023, 11, 1, 13, 0));

        Assert.Single(before!.Next);
        Assert.Equal(Instant.FromUtc(2023, 11, 1, 13, 0), before.ValidUntil);
        Assert.Single(after!.Held);
        Assert.Null(after.ValidUntil);
    }

    [Theory, EachDatabase]
    public async Task Vague_times_are_over_when_their_last_possible_day_is(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly")
            .Session("month", SessionTime.InMonth(new YearMonth(2023, 10), Samples.Zone)).Session("by", SessionTime.NotAfter(new(2023, 9, 30), Samples.Zone))
            .Session("days", SessionTime.Days(new(2023, 9, 30), new(2023, 10, 2), Samples.Zone)).Session("some-day", SessionTime.Unknown(Samples.Zone)).Save();

        var series = await new SeriesView(test.Database).Read("weekly", Now);

        Assert.Equal(["days", "month", "some-day"], series!.Next.Select(s => s.Slug));
        Assert.Equal(["by"], series.Held.Select(s => s.Slug));
        Assert.Equal(Instant.FromUtc(2023, 10, 2, 23, 0), series.ValidUntil);
    }

    [Theory, EachDatabase]
    public async Task Speakers_who_have_not_answered_are_counted_and_not_named(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one")
            .Speaker("Ada Example", "Professor", "On engines", a => a.Accept(Now)).Speaker("Asked Example", with: a => a.Ask(Now))
            .Speaker("Gone Example", with: a => a.Decline("ill", Now)).Speaker(null, person: p => p.Address = "nobody@example.org").Save();

        var session = await new SessionView(test.Database).Read("weekly", "one", Now);

        Assert.Equal(["Ada Example"], session!.Speakers.Select(s => s.Name));
        Assert.Equal(2, session.SpeakersOpen);
    }

    [Theory, EachDatabase]
    public async Task A_session_page_holds_its_archive_but_never_the_room_or_what_is_not_public(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly", with: s => s.Venue = new("https://room.example.org/secret", null, "Hall"))
            .Session("one", Samples.At(2023, 9, 1)).RecordingAt("https://video.example.org/1").ResourceAt("Slides", "https://example.org/s")
            .ResourceAt("Draft", "https://example.org/d", isPublic: false).WriteUp("It went *well*.").Session("two", Samples.At(2023, 11, 1)).Save();

        var session = await new SessionView(test.Database).Read("weekly", "one", Now);

        Assert.Equal("https://video.example.org/1", Assert.Single(session!.Recordings).Url);
        Assert.Equal("Slides", Assert.Single(session.Resources).Title);
        Assert.Equal("It went *well*.", session.WriteUp!.Text);
        Assert.Equal("Hall", session.Address);
        Assert.Equal("two", session.NextInSeries!.Slug);
        Assert.True(session.IsOver);
        Assert.DoesNotContain("room.example.org", session.ToString(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_speakers_page_exists_only_for_who_is_on_a_public_programme(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one").Speaker("Ada Example", talk: "On engines", person: p => p.Links = "https://example.org\njavascript:alert(1)")
            .Speaker("Asked Example", with: a => a.Ask(Now)).Session("draft", published: false).Speaker("Draft Example").Save();
        var view = new SpeakerView(test.Database);

        var ada = await view.Read("ada-example", Now);

        Assert.Equal("On engines", Assert.Single(ada!.Talks).Title);
        Assert.Equal("https://example.org/", Assert.Single(ada.Links).AbsoluteUri);
        Assert.Null(await view.Read("asked-example", Now));
        Assert.Null(await view.Read("draft-example", Now));
    }

    [Theory, EachDatabase]
    public async Task The_archive_is_read_in_pages(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("weekly");
        for (var i = 0; i < 61; i++) samples.Session($"s{i}", SessionTime.Exact(new LocalDate(2022, 1, 5).PlusDays(7 * i).At(new(12, 0)), Samples.Zone, 60));
        await samples.Save();
        var view = new ArchiveView(test.Database);

        var first = await view.Read(1, Now);
        var second = await view.Read(2, Now);

        Assert.Equal((60, true), (first.Held.Count, first.HasOlder));
        Assert.Equal("s60", first.Held[0].Slug);
        Assert.Equal(("s0", false), (Assert.Single(second.Held).Slug, second.HasOlder));
    }
}
