using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Speakers;

public sealed class ChaserTests
{
    private const string Kim = "kim@example.org";

    /// <summary>Ten sessions, one a week from 3 January 2024; the clock of the house starts on 20 October 2023.</summary>
    private static readonly LocalDate First = new(2024, 1, 3);

    [Theory, EachDatabase]
    public async Task A_series_of_ten_asks_for_what_is_missing_once_a_week_and_for_nothing_once_it_is_there(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s =>
        {
            for (var week = 0; week < 10; week++) s.Session($"s{week}", At(week), $"Session {week + 1}", week + 1);
        });
        var sessions = await Sessions(house);
        // Nobody, early, on the last days, never; two talks of one person; a cancelled one; no address; no; stopped such mail.
        await Ask(house, sessions[0], "never@example.org");
        var early = await Ask(house, sessions[1], "early@example.org");
        var slow = await Ask(house, sessions[2], "slow@example.org");
        var twice = (await Ask(house, sessions[3], "twice@example.org"), await Ask(house, sessions[4], "twice@example.org"));
        await Ask(house, sessions[5], "off@example.org");
        await Ask(house, sessions[6], null);
        var no = await Ask(house, sessions[7], "no@example.org");
        await Ask(house, sessions[8], "quiet@example.org");
        var half = await Ask(house, sessions[9], "half@example.org");
        await HandIn(house, early, Everything);
        await Change(house, no, a => a.Decline("Away", house.Time.Now()));
        await house.Database.Write(async db =>
        {
            (await db.Sessions.SingleAsync(s => s.Id == sessions[5])).Cancel(house.HostId, null, house.Time.Now());
            (await db.People.SingleAsync(p => p.Address == "quiet@example.org")).NewsStoppedAt = house.Time.Now();
        });
        await house.Deliver();

        var sent = new List<(OutboxMessage Row, string Text, Instant At)>();
        for (var day = new LocalDate(2023, 10, 21); day <= First.PlusWeeks(10); day = day.PlusDays(1))
        {
            // The slow one hands in a thing each time a mail came, the half one all but the photo, which a host excuses in January.
            if (day == new LocalDate(2024, 1, 10)) await HandIn(house, slow, Everything);
            if (day == new LocalDate(2024, 1, 15)) await HandIn(house, twice.Item1, Everything);
            if (day == new LocalDate(2024, 2, 1)) await HandIn(house, half, a => { Everything(a); a.Person!.PhotoTag = null; });
            if (day == new LocalDate(2024, 2, 24)) Assert.Null(await house.Speakers.Excuse(house.Host, half, TalkItem.Photo, isExcused: true));
            for (var hour = 0; hour < 24; hour += 3)
            {
                house.Time.MoveTo(new(day.Year, day.Month, day.Day, hour, 0, 0, TimeSpan.Zero));
                await house.Chaser.Run(CancellationToken.None);
                await house.Chaser.Run(CancellationToken.None);
                sent.AddRange((await house.Deliver()).Where(m => m.Row.Kind == ChaserRows.Kind).Select(m => (m.Row, m.Mail.Body.ToText(), house.Time.Now())));
            }
        }

        foreach (var mails in sent.GroupBy(m => m.Row.Recipient))
            Assert.All(mails.Zip(mails.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Duration.FromDays(7), $"{mails.Key}: {pair.First.At}, {pair.Second.At}"));
        Assert.All(sent, m => Assert.InRange(m.At.InUtc().Hour, 9, 17));
        var counts = sent.GroupBy(m => m.Row.Recipient).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(["half@example.org", "never@example.org", "slow@example.org", "twice@example.org"], counts.Keys.Order());

        // From three days before the answer is due (6 December) to the session, a week apart.
        var toNever = sent.Where(m => m.Row.Recipient == "never@example.org").ToList();
        Assert.Equal([(12, 3), (12, 10), (12, 17), (12, 24), (12, 31)], toNever.Select(m => (m.At.InUtc().Month, m.At.InUtc().Day)));
        Assert.Contains("your answer, yes or no, by Wednesday 6 December 2023", toNever[0].Text, StringComparison.Ordinal);
        Assert.Contains("your answer, yes or no (was due on Wednesday 6 December 2023)", toNever[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("slides", toNever[1].Text, StringComparison.Ordinal);
        Assert.All(TalkItems, words => Assert.Contains(words, toNever[^1].Text, StringComparison.Ordinal));

        Assert.All(sent.Where(m => m.Row.Recipient == "slow@example.org"), m => Assert.True(m.At < Instant.FromUtc(2024, 1, 10, 0, 0)));
        Assert.All(sent.Where(m => m.Row.Recipient == "half@example.org" && m.At > Instant.FromUtc(2024, 2, 1, 0, 0)), m =>
        {
            Assert.Contains("a photo of you", m.Text, StringComparison.Ordinal);
            Assert.Single(TalkItems, words => m.Text.Contains(words, StringComparison.Ordinal));
            Assert.True(m.At < Instant.FromUtc(2024, 2, 24, 0, 0));
        });
        Assert.Contains(sent, m => m.Row.Recipient == "half@example.org" && m.At > Instant.FromUtc(2024, 2, 1, 0, 0));

        // One mail names both talks, each with the link of its own page; once one is done it names the other alone.
        var both = sent.Where(m => m.Row.Recipient == "twice@example.org").ToList();
        Assert.Contains(both, m => m.Text.Contains("Session 4", StringComparison.Ordinal) && m.Text.Contains("Session 5", StringComparison.Ordinal) && m.Text.Split("/speak/").Length == 3);
        Assert.All(both.Where(m => m.At > Instant.FromUtc(2024, 1, 15, 0, 0)), m => Assert.DoesNotContain("Session 4", m.Text, StringComparison.Ordinal));
        Assert.All(sent, m => Assert.True(m.At < Instant.FromUtc(2024, 3, 6, 12, 0)));
    }

    [Theory, EachDatabase]
    public async Task What_was_handed_in_after_the_mail_was_owed_is_asked_for_by_none(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", At(0), "One", 1));
        var id = await Ask(house, house.SessionId, Kim);
        await house.Deliver();
        house.Time.MoveTo(new(2023, 12, 12, 12, 0, 0, TimeSpan.Zero));
        await house.Chaser.Run(CancellationToken.None);
        var owed = Assert.Single(await house.Owed());

        await HandIn(house, id, Everything);
        Assert.Empty(await house.Deliver());

        await using var db = house.Database.Read();
        Assert.Equal(OutboxState.Dropped, (await db.Outbox.SingleAsync(m => m.Id == owed.Id)).State);
        var gate = new ChaserGate(new Microsoft.Extensions.Localization.StringLocalizer<ChaserGate>(new Microsoft.Extensions.Localization.ResourceManagerStringLocalizerFactory(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.Extensions.Localization.LocalizationOptions()), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)));
        var written = new OutboxMessage { Key = "written", Kind = ChaserRows.Kind, SubjectId = owed.PersonId, PersonId = owed.PersonId, Recipient = Kim, SeriesId = owed.SeriesId, Lane = 1, DueAt = owed.DueAt, ExpiresAt = owed.ExpiresAt };
        written.Identify("Still missing", MessageId.FromKey("written", "example.org"));
        Assert.NotNull(await gate.Bar(db, written, house.Time.Now()));
        await Change(house, id, a => a.Talk.Title = null);
        await using var after = house.Database.Read();
        Assert.Null(await gate.Bar(after, written, house.Time.Now()));
    }

    [Theory, EachDatabase]
    public async Task A_paused_series_asks_nobody_and_one_that_goes_on_asks_again(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", At(0), "One", 1));
        await Ask(house, house.SessionId, Kim);
        await house.Deliver();
        house.Time.MoveTo(new(2023, 12, 12, 12, 0, 0, TimeSpan.Zero));
        await house.Database.Write(async db => (await db.Series.SingleAsync()).Pause("Until May", house.Time.Now()));
        await house.Chaser.Run(CancellationToken.None);
        Assert.Empty(await house.Owed());

        await house.Database.Write(async db => (await db.Series.SingleAsync()).Resume());
        await house.Chaser.Run(CancellationToken.None);
        Assert.Single(await house.Owed());
    }

    /// <summary>Hosts of one series read no mail about another.</summary>
    [Theory, EachDatabase]
    public async Task Who_speaks_in_two_series_hears_of_them_in_turns(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", At(0), "Bees", 1).Series("other", "Other").Session("two", At(0), "Buses", 1));
        foreach (var session in await Sessions(house)) await Ask(house, session, Kim);
        await house.Deliver();

        var about = new List<(int Day, Guid? Series, bool Bees, bool Buses)>();
        for (var day = 0; day < 21; day++)
        {
            house.Time.MoveTo(new DateTimeOffset(2023, 12, 11, 12, 0, 0, TimeSpan.Zero).AddDays(day));
            await house.Chaser.Run(CancellationToken.None);
            about.AddRange((await house.Deliver()).Select(m => (day, m.Row.SeriesId, m.Mail.Body.ToText().Contains("Bees", StringComparison.Ordinal), m.Mail.Body.ToText().Contains("Buses", StringComparison.Ordinal))));
        }

        Assert.Equal([0, 7, 14], about.Select(m => m.Day));
        Assert.Equal(2, about.Take(2).Select(m => m.Series).Distinct().Count());
        Assert.Equal(about[0].Series, about[2].Series);
        Assert.All(about, m => Assert.NotEqual(m.Bees, m.Buses));
    }

    [Theory, EachDatabase]
    public async Task An_excuse_is_a_hosts_stands_in_the_trail_and_can_be_taken_back(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();

        Assert.Equal(SpeakerRefusal.NotAllowed, await stage.Speakers.Excuse(stage.Stranger, id, TalkItem.Photo, isExcused: true));
        Assert.Equal(SpeakerRefusal.ItemUnknown, await stage.Speakers.Excuse(stage.Host, id, (TalkItem)9, isExcused: true));
        Assert.Contains(TalkItem.Photo, (await stage.Page(token))!.Missing);
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Null(await stage.Speakers.Excuse(stage.Host, id, TalkItem.Photo, isExcused: true));
        Assert.DoesNotContain(TalkItem.Photo, (await stage.Page(token))!.Missing);
        Assert.Equal(ItemState.Excused, (await stage.Page(token))!.Checklist.Single(line => line.Item == TalkItem.Photo).State);
        Assert.Null(await stage.Speakers.Excuse(stage.Host, id, TalkItem.Photo, isExcused: false));
        Assert.Contains(TalkItem.Photo, (await stage.Page(token))!.Missing);

        await using var db = stage.Database.Read();
        Assert.Equal(["Excused the photo of Kim Example", "Asks again for the photo of Kim Example"], await db.Audit.Where(a => a.Text.Contains("photo")).OrderBy(a => a.Id).Select(a => a.Text).ToListAsync());
    }

    private static readonly string[] TalkItems = ["your answer", "the title of your talk", "a few sentences about the talk", "sentences about you", "a photo of you", "what we may do with them", "your slides"];

    private static SessionTime At(int week)
    {
        var day = First.PlusWeeks(week);
        return Samples.At(day.Year, day.Month, day.Day);
    }

    private static async Task<List<Guid>> Sessions(House house)
    {
        await using var db = house.Database.Read();
        return await db.Sessions.OrderBy(s => s.SortDate).ThenBy(s => s.Slug).Select(s => s.Id).ToListAsync();
    }

    private static async Task<Guid> Ask(House house, Guid session, string? address) => (await house.Speakers.Add(house.Host, session, address?.Split('@')[0] ?? "Somebody", address)).Value;

    private static Task Change(House house, Guid id, Action<Appearance> change) =>
        house.Database.Write(async db => change(await db.Appearances.Include(a => a.Person).SingleAsync(a => a.Id == id)));

    private static Task HandIn(House house, Guid id, Action<Appearance> change) => house.Database.Write(async db =>
    {
        var appearance = await db.Appearances.Include(a => a.Person).SingleAsync(a => a.Id == id);
        change(appearance);
        db.Add(new Resource { SessionId = appearance.SessionId, AppearanceId = id, Title = "Slides", Url = "https://example.org/slides", CreatedAt = house.Time.Now() });
    });

    private static void Everything(Appearance appearance)
    {
        var now = Instant.FromUtc(2024, 1, 1, 0, 0);
        appearance.Accept(now);
        appearance.Talk = new() { Title = "Bees", Abstract = "What bees do.", Licence = "CC-BY-4.0", PublishConsentAt = now };
        (appearance.Person!.Bio, appearance.Person.PhotoTag) = ("Counts bees.", "1");
    }
}
