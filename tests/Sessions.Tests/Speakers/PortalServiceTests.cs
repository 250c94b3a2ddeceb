using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Speakers;

public sealed class PortalServiceTests
{
    private static readonly TalkForm Full = new("Kim Example", "Bees and buses", "What both have in common.", "Director", "Kim counts.", null, "CC-BY-4.0", MayRecord: true, MayPublish: true)
    {
        Organisation = "Example Trust",
        Pronouns = "she/her",
        NameSaid = "KIM ig-ZAM-pel",
        RoomNeeds = "A second microphone",
        ShowsPage = true,
    };

    [Theory, EachDatabase]
    public async Task Everything_more_that_is_typed_comes_back_and_role_and_organisation_make_the_line(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Talks.Accept(token);
        await stage.Talks.Save(token, Full);

        Assert.Equal(Full, (await stage.Page(token))!.Form);
        var line = (await stage.Queries.Programme(stage.Host, stage.SessionId)).Single();
        Assert.Equal(("she/her", "KIM ig-ZAM-pel", "A second microphone"), (line.Pronouns, line.NameSaid, line.RoomNeeds));
        var shown = (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.Speakers.Single();
        Assert.Equal(("Director, Example Trust", "she/her", true), (shown.Line, shown.Pronouns, shown.HasPage));
    }

    [Theory, EachDatabase]
    public async Task Another_date_is_kept_for_the_hosts_until_the_next_answer(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var later = await Later(stage);
        var (id, token) = await stage.Speaker();

        Assert.Equal(SpeakerRefusal.NoDateChosen, await Portal(stage).ProposeDate(token, [stage.SessionId, Guid.NewGuid()], " "));
        Assert.Null(await Portal(stage).ProposeDate(token, [later], "Or in March"));

        var other = (await stage.Queries.Programme(stage.Host, stage.SessionId)).Single().OtherDate!;
        Assert.Equal((later, "Or in March"), (other.Sessions.Single().Id, other.Note));
        Assert.Equal([later], (await stage.Page(token))!.OtherSessions.Select(s => s.Id));
        Assert.Contains(NeedKind.OtherDate, (await new TodayView(stage.Database).Read(stage.Host, stage.Time.Now())).Needs.Select(n => n.Kind));

        await stage.Talks.Accept(token);
        Assert.Null((await stage.Queries.Programme(stage.Host, stage.SessionId)).Single().OtherDate);
        await Portal(stage).ProposeDate(token, [later], null);
        Assert.Null(await stage.Speakers.AskAgain(stage.Host, id));
        Assert.Null((await stage.Page(token))!.OtherDate);
    }

    [Theory, EachDatabase]
    public async Task A_talk_that_goes_where_its_speaker_wanted_it_asks_no_longer(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var later = await Later(stage);
        var (id, token) = await stage.Speaker();
        await Portal(stage).ProposeDate(token, [later], null);

        Assert.True((await new MoveTalk(stage.Database, stage.Time).Save(stage.Host, id, later, TalkAudience.Nobody)).Ok);

        var line = (await stage.Queries.Programme(stage.Host, later)).Single();
        Assert.Equal((id, (OtherDateFacts?)null), (line.Id, line.OtherDate));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_brought_along_is_asked_with_the_words_of_the_talk_and_brings_nobody(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Talks.Save(token, Full);

        Assert.Null(await Portal(stage).BringAlong(token, "Kit Example", "kit@example.org"));
        Assert.Equal(SpeakerRefusal.AlreadyOnProgramme, await Portal(stage).BringAlong(token, "Kit Example", "kit@example.org"));
        Assert.Equal(SpeakerRefusal.NotAnAddress, await Portal(stage).BringAlong(token, "Kit Example", null));

        var beside = (await stage.Queries.Programme(stage.Host, stage.SessionId)).Single(l => l.Name == "Kit Example");
        Assert.Equal(("Bees and buses", "Kim Example", AppearanceState.Asked), (beside.TalkTitle, beside.InvitedBy, beside.State));
        Assert.Contains("speaker.asked kit@example.org", await stage.MailsOwed());
        Assert.Equal([null], (await stage.Page(token))!.Brought);
        await stage.Talks.Accept(await stage.Token(beside.Id));
        Assert.Equal(["Kit Example"], (await stage.Page(token))!.Brought);
        Assert.Equal(SpeakerRefusal.TooManyCoSpeakers, await Portal(stage).BringAlong(await stage.Token(beside.Id), "More", "more@example.org"));
        for (var i = 1; i < PortalService.MostCoSpeakers; i++) Assert.Null(await Portal(stage).BringAlong(token, "Kit Example", $"kit{i}@example.org"));
        Assert.Equal(SpeakerRefusal.TooManyCoSpeakers, await Portal(stage).BringAlong(token, "Kit Example", "one.too.many@example.org"));
    }

    [Theory, EachDatabase]
    public async Task A_link_tells_no_name_of_an_address_and_gives_nobody_one(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await new Samples(stage.Database).Add(new Person { Name = "Real Name", Address = "known@example.org", CreatedAt = stage.Time.Now() }).Add(new Person { Address = "nameless@example.org", CreatedAt = stage.Time.Now() }).Save();

        await Portal(stage).BringAlong(token, "x", "known@example.org");
        await Portal(stage).BringAlong(token, "You have won", "nameless@example.org");

        var page = (await stage.Page(token))!;
        Assert.Equal([null, null], page.Brought);
        Assert.Empty(page.With);
        await using var db = stage.Database.Read();
        Assert.Equal([null, "Real Name"], await db.People.Where(p => p.Address == "known@example.org" || p.Address == "nameless@example.org").OrderBy(p => p.Name != null).Select(p => p.Name).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_brought_to_a_day_that_is_not_known_and_no_other_date_is_named_once_it_is_over(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Talks.Accept(token);
        await stage.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == stage.SessionId);
            session.At(SessionTime.InMonth(new(2099, 10), "Europe/London"));
        });
        Assert.Equal(SpeakerRefusal.NotAsking, await Portal(stage).BringAlong(token, "Kit Example", "kit@example.org"));

        await stage.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == stage.SessionId);
            session.At(SessionTime.Exact(stage.Time.Now().InUtc().LocalDateTime.PlusDays(-1), "Etc/UTC", 60));
        });
        Assert.Equal(SpeakerRefusal.NotAsking, await Portal(stage).ProposeDate(token, [], "Next year"));
        Assert.Equal(AppearanceState.Accepted, (await stage.Page(token))!.State);
    }

    [Theory, EachDatabase]
    public async Task What_a_speaker_took_back_no_host_gives_again(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        var by = new ConsentService(stage.Database, stage.Time);
        Assert.Null(await by.Say(stage.Host, id, ConsentTo.Publish, isGiven: true, "By phone"));
        await stage.Talks.Save(token, Full with { MayPublish = false });

        Assert.Equal(SpeakerRefusal.TakenBack, await by.Say(stage.Host, id, ConsentTo.Publish, isGiven: true, "By phone"));
        await stage.Talks.Save(token, Full);
        Assert.True((await stage.Page(token))!.Form.MayPublish);
    }

    [Theory, EachDatabase]
    public async Task Each_consent_is_kept_with_its_sentence_given_or_taken_back(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        await stage.Talks.Save(token, Full);
        await stage.Talks.Save(token, Full);
        await stage.Talks.Save(token, Full with { MayRecord = false });
        var by = new ConsentService(stage.Database, stage.Time);
        Assert.Equal(SpeakerRefusal.NoteMissing, await by.Say(stage.Host, id, ConsentTo.Record, isGiven: true, " "));
        Assert.Equal(SpeakerRefusal.NotAllowed, await by.Say(stage.Stranger, id, ConsentTo.Record, isGiven: true, "By phone"));
        Assert.Null(await by.Say(stage.Host, id, ConsentTo.Record, isGiven: true, "By phone"));

        var record = (await new ConsentQueries(stage.Database).Of(stage.Host, stage.SessionId)).Reverse().Select(c => (c.To, c.IsGiven, c.Wording, c.Note));
        Assert.Equal([(ConsentTo.Record, true, ConsentWording.Record, null), (ConsentTo.Publish, true, ConsentWording.Publish, null), (ConsentTo.Record, false, ConsentWording.Record, null), (ConsentTo.Record, true, ConsentWording.Record, "By phone")], record);
        Assert.True((await stage.Page(token))!.Form.MayRecord);
        Assert.Empty(await new ConsentQueries(stage.Database).Of(stage.Stranger, stage.SessionId));
    }

    [Theory, EachDatabase]
    public async Task A_single_file_is_kept_back_or_released_and_nothing_is_public_once_all_is_taken_back(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Talks.Accept(token);
        foreach (var name in new[] { "one.pdf", "two.pdf" }) await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Pdf, name));
        var (one, two) = (await Item(stage, token, "one.pdf"), await Item(stage, token, "two.pdf"));

        Assert.Null(await Portal(stage).Release(token, one, isPublic: true));
        Assert.Equal(["one.pdf"], await Public(stage));
        await stage.Talks.Save(token, Full);
        Assert.Null(await Portal(stage).Release(token, two, isPublic: false));
        await stage.Talks.Save(token, Full with { Title = "Other words" });
        Assert.Equal(["one.pdf"], await Public(stage));

        await stage.Talks.Save(token, Full with { MayPublish = false });
        Assert.Empty(await Public(stage));
        await stage.Talks.Save(token, Full);
        Assert.Equal(["one.pdf"], await Public(stage));
        Assert.Equal(SpeakerRefusal.NotFound, await Portal(stage).Release(token, Guid.NewGuid(), isPublic: true));
    }

    [Theory, EachDatabase]
    public async Task A_speaker_with_an_address_has_a_page_only_when_they_want_one(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();
        await stage.Talks.Accept(token);
        await stage.Speaker("Named Only", address: null);
        var (view, session, now) = (new SpeakerView(stage.Database), new SessionView(stage.Database), stage.Time.Now());

        await stage.Talks.Save(token, Full with { ShowsPage = false });
        Assert.Null(await view.Read("kim-example", now));
        Assert.NotNull(await view.Read("named-only", now));
        Assert.Equal([("Kim Example", false), ("Named Only", true)], (await session.Read("open", "1", now))!.Speakers.Select(s => (s.Name, s.HasPage)));
        var hit = (await new ArchiveSearch(stage.Database).Read(new("Kim Example"), now)).Hits.Single();
        Assert.All(hit.Reasons, reason => Assert.Null(reason.Path));

        await stage.Talks.Save(token, Full);
        Assert.Equal("she/her", (await view.Read("kim-example", now))!.Pronouns);
        Assert.Equal("/people/kim-example", (await stage.Page(token))!.PagePath);
    }

    [Theory, EachDatabase]
    public async Task One_is_expected_before_the_start_as_the_series_says(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (_, token) = await stage.Speaker();

        Assert.Equal(Instant.FromUtc(2026, 11, 27, 11, 45), (await stage.Page(token))!.CallAt);
        await stage.Database.Write(async db => (await db.Series.SingleAsync()).Terms = new(CallMinutes: 40));
        Assert.Equal(Instant.FromUtc(2026, 11, 27, 11, 20), (await stage.Page(token))!.CallAt);
    }

    private static PortalService Portal(Stage stage) => new(stage.Database, stage.Links, stage.Time);

    private static async Task<Guid> Later(Stage stage)
    {
        var (now, when) = (stage.Time.Now(), SessionTime.Exact(new LocalDateTime(2026, 12, 4, 12, 0), "Europe/London", 60));
        var session = new Session { SeriesId = stage.SeriesId, Slug = "2", Title = "Second", When = when, CreatedAt = now, PublishedAt = now }.At(when);
        await new Samples(stage.Database).Add(session).Save();
        return session.Id;
    }

    private static async Task<Guid> Item(Stage stage, string token, string title) => (await stage.Page(token))!.Items.Single(i => i.Title == title).Id;

    private static async Task<IEnumerable<string>> Public(Stage stage) => (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!.Resources.Select(r => r.Title);
}
