using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class MoveTalkTests
{
    [Theory, EachDatabase]
    public async Task The_talk_goes_with_speaker_files_and_minutes_and_each_person_gets_exactly_one_mail(DatabaseProvider provider)
    {
        await using var house = await TwoSessions(provider);
        var (from, to) = await Ids(house);
        var talk = await Told(house, from);
        foreach (var who in new[] { "one", "both" }) await house.Service.SignUp(from, $"{who}@example.org");
        await house.Service.SignUp(to, "both@example.org");
        await house.Service.SignUp(to, "other@example.org");
        await Hand(house, talk, from, to);
        await house.Deliver();
        var entry = await Entry(house, from);
        var move = new MoveTalk(house.Database, house.Time);

        var preview = (await move.Preview(house.Host, talk, to, TalkAudience.Asked)).Value!;
        var saved = (await move.Save(house.Host, talk, to, TalkAudience.Asked)).Value!;
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var owed = await house.Owed();
        var mails = await house.Deliver();

        Assert.Equal(["both@example.org", "kim@example.org", "one@example.org"], preview.Mails.Select(m => m.Recipient).Order(StringComparer.Ordinal));
        Assert.Equal(preview.Mails, saved.Mails);
        Assert.Equal(preview.Mails.Select(m => (m.Kind, m.Recipient)).Order(), owed.Select(m => (m.Kind, m.Recipient)).Order());
        Assert.Equal(3, mails.Count);
        var calendar = mails.Single(m => m.Row.Recipient == "kim@example.org").Mail.Calendar!;
        Assert.Equal("REQUEST", calendar.Method);
        Assert.Contains($"UID:{entry.Uid}", calendar.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/London:20231108T120000", calendar.Text, StringComparison.Ordinal);
        Assert.All(mails.Where(m => m.Row.Recipient != "kim@example.org"), m => Assert.Null(m.Mail.Calendar));
        await using var db = house.Database.Read();
        Assert.Equal(to, (await db.Appearances.SingleAsync(a => a.Id == talk)).SessionId);
        Assert.Equal(to, (await db.Resources.SingleAsync()).SessionId);
        Assert.Equal([RunningOrderKind.Welcome, RunningOrderKind.Talk, RunningOrderKind.Close], await Kinds(house, to));
        Assert.Equal([RunningOrderKind.Welcome], await Kinds(house, from));
        Assert.True((await db.Sessions.SingleAsync(s => s.Id == from)).SpeakersToBeConfirmed);
        var gone = Assert.Single((await new SessionView(house.Database).Read("weekly", "one", house.Time.Now()))!.MovedTalks);
        Assert.Equal(("Kim Example", "Bees", "/series/weekly/two"), (gone.Speaker, gone.Title, gone.To.Path));
    }

    [Theory, EachDatabase]
    public async Task Undone_within_the_minute_everything_is_where_it_was_and_nobody_hears_of_it(DatabaseProvider provider)
    {
        await using var house = await TwoSessions(provider);
        var (from, to) = await Ids(house);
        var talk = await Told(house, from);
        await house.Service.SignUp(from, "one@example.org");
        await Hand(house, talk, from, to);
        await house.Deliver();
        var who = house.Host;

        var saved = (await new MoveTalk(house.Database, house.Time).Save(who, talk, to, TalkAudience.Told)).Value!;
        Assert.Equal(new UndoResult(2, 0), (await new UndoChange(house.Database, house.Time).Save(who, saved.Undo!.Value)).Value);
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);

        Assert.Empty(await house.Deliver());
        await using var db = house.Database.Read();
        Assert.Equal(from, (await db.Appearances.SingleAsync(a => a.Id == talk)).SessionId);
        Assert.Equal(from, (await db.Resources.SingleAsync()).SessionId);
        Assert.Equal([RunningOrderKind.Welcome, RunningOrderKind.Talk], await Kinds(house, from));
        Assert.Equal([RunningOrderKind.Welcome, RunningOrderKind.Close], await Kinds(house, to));
        Assert.Empty(await db.TalkMoves.ToListAsync());
        Assert.Empty((await new SessionView(house.Database).Read("weekly", "one", house.Time.Now()))!.MovedTalks);
    }

    [Fact]
    public async Task Whoever_has_the_new_session_in_their_calendar_loses_the_old_entry_and_a_request_that_never_left_is_asked_anew()
    {
        await using var house = await TwoSessions(DatabaseProvider.Sqlite);
        var (from, to) = await Ids(house);
        var talk = await Told(house, from);
        await house.Service.SignUp(to, "kim@example.org");
        await house.Deliver();
        var unasked = (await house.Speakers.Add(house.Host, from, "Lee Example", "lee@example.org")).Value;
        var move = new MoveTalk(house.Database, house.Time);

        await move.Save(house.Host, talk, to, TalkAudience.Nobody);
        await move.Save(house.Host, unasked, to, TalkAudience.Nobody);
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await house.Notices.Run(CancellationToken.None);
        var mails = await house.Deliver();

        Assert.Equal(["kim@example.org", "lee@example.org"], mails.Select(m => m.Row.Recipient).Order(StringComparer.Ordinal));
        Assert.Equal("CANCEL", mails.Single(m => m.Row.Recipient == "kim@example.org").Mail.Calendar!.Method);
        Assert.Equal(ProgrammeWriter.AskedKind, mails.Single(m => m.Row.Recipient == "lee@example.org").Row.Kind);
    }

    [Fact]
    public async Task A_talk_goes_nowhere_it_can_not_go()
    {
        await using var house = await TwoSessions(DatabaseProvider.Sqlite);
        var (from, to) = await Ids(house);
        var talk = await Told(house, from);
        var move = new MoveTalk(house.Database, house.Time);
        var stranger = house.Host with { IsAdmin = false };

        Assert.Equal(TalkMoveRefusal.SameSession, (await move.Save(house.Host, talk, from, TalkAudience.Told)).No);
        Assert.Equal(TalkMoveRefusal.NotAllowed, (await move.Save(stranger, talk, to, TalkAudience.Told)).No);
        Assert.Equal(TalkMoveRefusal.NotFound, (await move.Save(house.Host, Guid.NewGuid(), to, TalkAudience.Told)).No);
        Assert.Equal(TalkMoveRefusal.AudienceUnknown, (await move.Save(house.Host, talk, to, (TalkAudience)9)).No);
        await house.Speakers.Add(house.Host, to, "Kim Example", "kim@example.org");
        Assert.Equal(TalkMoveRefusal.AlreadyOnProgramme, (await move.Save(house.Host, talk, to, TalkAudience.Told)).No);
        await new CancelSession(house.Database, house.Time).Save(house.Host, to, null);
        Assert.Equal(TalkMoveRefusal.NotAhead, (await move.Save(house.Host, talk, to, TalkAudience.Told)).No);
    }

    private static Task<House> TwoSessions(DatabaseProvider provider) => House.Create(provider, with: samples => samples
        .Session("two", Samples.At(2023, 11, 8), title: "Second", number: 2).Session("one", title: "First", number: 1));

    private static async Task<(Guid From, Guid To)> Ids(House house)
    {
        await using var db = house.Database.Read();
        return (house.SessionId, await db.Sessions.Where(s => s.Slug == "two").Select(s => s.Id).SingleAsync());
    }

    /// <summary>A speaker who was asked, has the entry in their calendar, and said yes.</summary>
    [Fact]
    public async Task A_session_named_after_its_one_talk_gives_its_name_to_where_the_talk_goes_and_takes_it_back()
    {
        await using var house = await House.Create(DatabaseProvider.Sqlite, with: s => s.Session("two", Samples.At(2023, 11, 8)).Session("one", Samples.At(2023, 11, 1), "Counting bees"));
        var (from, to) = await Ids(house);
        var talk = (await house.Speakers.Add(house.Host, from, "Kim Example", "kim@example.org")).Value;

        var saved = (await new MoveTalk(house.Database, house.Time).Save(house.Host, talk, to, TalkAudience.Nobody)).Value!;

        Assert.Equal((null, "Counting bees"), await Titles(house, from, to));
        await new UndoChange(house.Database, house.Time).Save(house.Host, saved.Undo!.Value);
        Assert.Equal(("Counting bees", null), await Titles(house, from, to));
    }

    private static async Task<(string?, string?)> Titles(House house, Guid from, Guid to)
    {
        await using var db = house.Database.Read();
        return ((await db.Sessions.SingleAsync(s => s.Id == from)).Title, (await db.Sessions.SingleAsync(s => s.Id == to)).Title);
    }

    private static async Task<Guid> Told(House house, Guid session)
    {
        var id = (await house.Speakers.Add(house.Host, session, "Kim Example", "kim@example.org")).Value;
        await house.Deliver();
        await house.Database.Write(async db =>
        {
            var appearance = await db.Appearances.SingleAsync(a => a.Id == id);
            appearance.Accept(house.Time.Now());
            appearance.Talk = new() { Title = "Bees" };
        });
        return id;
    }

    private static Task Hand(House house, Guid talk, Guid from, Guid to) => house.Database.Write(async db =>
    {
        var session = await db.Sessions.SingleAsync(s => s.Id == from);
        db.Add(new Resource { SessionId = from, Title = "Slides", Url = "https://example.org/slides", AppearanceId = talk, IsPublic = true, CreatedAt = House.Now });
        RunningOrderRows.Add(db, session.SeriesId, from, [new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Talk, 20, null, talk)]);
        RunningOrderRows.Add(db, session.SeriesId, to, [new(RunningOrderKind.Welcome, 5), new(RunningOrderKind.Close, 5)]);
    });

    private static async Task<Sessions.Invitations.CalendarEntry> Entry(House house, Guid session)
    {
        await using var db = house.Database.Read();
        return await db.CalendarEntries.SingleAsync(e => e.SessionId == session && db.People.Any(p => p.Id == e.PersonId && p.Address == "kim@example.org"));
    }

    private static async Task<IEnumerable<RunningOrderKind>> Kinds(House house, Guid session)
    {
        await using var db = house.Database.Read();
        return await db.RunningOrder.Where(i => i.SessionId == session).OrderBy(i => i.Position).Select(i => i.Kind).ToListAsync();
    }
}
