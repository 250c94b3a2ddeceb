using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Invitations;

/// <summary>Hosts' own words in the mails of their series, in real mails and in those that are shown before.</summary>
public sealed class WordingTests
{
    private const string Confirmed = "registration.confirmed";
    private const string Kim = "kim@example.org";

    [Theory, EachDatabase]
    public async Task Every_mail_that_takes_words_shows_them_between_greeting_and_closing(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await Save(house, WordingSlots.Greeting, "Hello {name},");
        await Save(house, WordingSlots.Closing, "Yours,\n{hosts} of {series}");

        foreach (var slot in WordingSlots.All)
        {
            var look = (await house.Previews.Run(house.Host, house.SeriesId, slot.Key, "Mind the {series}: " + string.Join(" / ", slot.Placeholders.Select(p => $"{{{p}}}")), hasName: true)).Value;
            Assert.True(look is not null, slot.Key);
            var words = look.Look.Text.IndexOf("Mind the Open data: ", StringComparison.Ordinal);
            Assert.True(words > 0, $"{slot.Key}: {look.Look.Text}");
            Assert.All([look.Look.Light, look.Look.Dark], html => Assert.Contains("<p>Mind the Open data: Kim Example / ", html, StringComparison.Ordinal));
            Assert.DoesNotContain(look.Look.Text, letter => letter is '{' or '}' or (>= '\uE000' and <= '\uE00F'));
            if (slot.Group == WordingGroup.EveryMail) continue;
            Assert.Equal(slot.Key != "speaker.asked", look.Look.Text.IndexOf("Hello Kim Example,\n", StringComparison.Ordinal) is > 0 and var hello && hello < words);
            Assert.InRange(look.Look.Text.IndexOf("Yours,\nthe hosts of Open data", StringComparison.Ordinal), words, look.Look.Text.IndexOf("----", StringComparison.Ordinal));
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_shown_is_what_leaves_for_the_same_facts(DatabaseProvider provider)
    {
        await Same(provider, Confirmed, _ => Task.CompletedTask);
        await Same(provider, "registration.withdrawn", async house => await house.Service.Withdraw(await house.MyToken(Kim), (await house.Place(Kim)).Id));
        await Same(provider, "registration.reminder", house => RunAt(house, Start - Duration.FromDays(1)));
        await Same(provider, WordingSlots.Missed, house => RunAt(house, Start + Duration.FromHours(80)));
        await Same(provider, "session.moved", house => Change(house, s => s.Move(Samples.At(2023, 11, 2), house.Time.Now())));
        await Same(provider, "session.cancelled", house => Change(house, s => s.Cancel(house.HostId, null, house.Time.Now())));
        await Same(provider, "standing.left", async house => await house.Standing.Leave(await house.MyToken(Kim), await Standing(house)), isStanding: true);
    }

    [Theory, EachDatabase]
    public async Task A_preview_leaves_nothing_behind(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var before = await Counts(house);

        foreach (var slot in WordingSlots.All) await house.Previews.Run(house.Host, house.SeriesId, slot.Key, "Hello", hasName: false);

        Assert.Equal(before, await Counts(house));
        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((0, 0, 0L), (session.Confirmed, session.Waiting, session.LastOrder));
    }

    [Theory, EachDatabase]
    public async Task Words_are_escaped_and_a_strangers_name_leads_nowhere(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", title: "Bees {name} <i>& more</i>"));
        await Save(house, Confirmed, "<b>Bold</b> & {{so}}: {session}, {name}.\0");
        await house.Service.SignUp(house.SessionId, "one@example.org", "Win https://example.net");
        await house.Service.SignUp(house.SessionId, "two@example.org", "<script>alert(1)</script>");

        var mails = (await house.Deliver()).ToDictionary(m => m.Row.Recipient, m => m.Mail);

        Assert.Contains("<b>Bold</b> & {so}: Bees {name} <i>& more</i>.\n", mails["one@example.org"].Body.ToText());
        Assert.Contains("&lt;b&gt;Bold&lt;/b&gt; &amp; {so}: Bees {name} &lt;i&gt;&amp; more&lt;/i&gt;.", mails["one@example.org"].Body.ToHtml());
        Assert.DoesNotContain("example.net", mails["one@example.org"].Body.ToText());
        Assert.DoesNotContain("<script", mails["two@example.org"].Body.ToHtml());
    }

    [Theory, EachDatabase]
    public async Task Only_hosts_write_words_and_what_is_wrong_is_not_kept(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var stranger = new Actor(Guid.CreateVersion7(), "A host elsewhere", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.NewGuid() });
        var helper = stranger with { Helps = new HashSet<Guid> { house.SeriesId } };
        await Save(house, Confirmed, "Bring a pen, {name}.");

        Assert.All([await house.Wording.Save(stranger, house.SeriesId, Confirmed, "Mine"), await house.Wording.Save(helper, house.SeriesId, Confirmed, "Mine")], no => Assert.Equal(WordingRefusal.NotAllowed, no));
        Assert.Equal(WordingRefusal.NotAllowed, (await house.Previews.Run(helper, house.SeriesId, Confirmed, "Mine", hasName: true)).No);
        Assert.Equal(WordingRefusal.NotFound, await house.Wording.Save(house.Host, house.SeriesId, "registration.unknown", "Mine"));
        Assert.Equal(WordingRefusal.NotFound, await house.Wording.Save(house.Host, Guid.NewGuid(), Confirmed, "Mine"));
        Assert.Equal(WordingRefusal.WrongPlaceholder, await house.Wording.Save(house.Host, house.SeriesId, Confirmed, "Hello {nmae}"));
        Assert.Equal(WordingRefusal.TooLong, await house.Wording.Save(house.Host, house.SeriesId, Confirmed, new string('x', 10_000)));
        Assert.Equal(WordingRefusal.WrongPlaceholder, (await house.Previews.Run(house.Host, house.SeriesId, Confirmed, "Hello {nmae}", hasName: true)).No);
        Assert.Equal("Bring a pen, {name}.", (await new WordingQueries(house.Database).Read(house.Host, "weekly"))!.Own[Confirmed]);
        Assert.Null(await new WordingQueries(house.Database).Read(helper, "weekly"));

        await Save(house, Confirmed, "Bring a pen, {name}.");
        await Save(house, Confirmed, " \0 ");
        Assert.Empty((await new WordingQueries(house.Database).Read(house.Host, "weekly"))!.Own);
        await using var db = house.Database.Read();
        Assert.Equal(["Changed the words in mails: Confirmation", "Took away the words in mails: Confirmation"], (await db.Audit.Where(a => a.SeriesId == house.SeriesId).ToListAsync()).OrderBy(a => a.Text).Select(a => a.Text));
    }

    [Theory, EachDatabase]
    public async Task A_mail_of_several_dates_leaves_out_words_that_name_one(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await Save(house, "session.moved", "See you on {when}.");
        await Save(house, WordingSlots.Closing, "The hosts of {series}");
        var writer = house.OwnWords;
        var row = new OutboxMessage { Key = "one", Kind = "session.moved", SubjectId = house.SessionId, PersonId = Guid.NewGuid(), Recipient = "one@example.org", SeriesId = house.SeriesId, SessionId = house.SessionId, Lane = 1, DueAt = House.Now, ExpiresAt = House.Now };
        var mail = new ComposedMail("Changed", new("Changed", [new MailBlock.Heading("Changed")]));

        await using var db = house.Database.Read();
        Assert.Contains("See you on Wednesday 1 November 2023", (await writer.Put(db, row, mail)).Body.ToText());
        var several = (await writer.Put(db, row, mail with { IsOfSeveral = true })).Body.ToText();
        Assert.DoesNotContain("See you", several);
        Assert.Contains("The hosts of Open data", several);
        var ours = mail with { Says = "" };
        Assert.Same(ours, await writer.Put(db, row, ours));
    }

    [Theory, EachDatabase]
    public async Task A_sister_series_takes_the_words_over(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await Save(house, WordingSlots.Greeting, "Hello {name},");
        await new Samples(house.Database).Add(new Person { Id = house.HostId, CreatedAt = House.Now }).Save();

        var sister = (await new DuplicateSeries(house.Database, house.Time).Save(house.Host, house.SeriesId, "Open data two", null)).Value!;

        Assert.Equal("Hello {name},", (await new WordingQueries(house.Database).Read(house.Host, sister.Slug))!.Own[WordingSlots.Greeting]);
    }

    [Fact]
    public async Task Every_kind_of_mail_takes_words_or_is_named_here_with_the_reason()
    {
        await using var house = await House.Create(DatabaseProvider.Sqlite);
        Dictionary<string, string> without = new()
        {
            ["registration.offer-declined"] = "only takes an entry out of a calendar: they said no themselves",
            ["registration.moved-over"] = "goes to an address that is given up",
            ["registration.link"] = "is of the site, not of a series",
            ["account.own-data"] = "is of the site, and private",
            ["archive.notice"] = "goes to the hosts",
            ["inbound.letter"] = "goes to the hosts",
            ["proposal.received"] = "may be of no series",
            ["proposal.message"] = "is a host's own words from the start",
            ["proposal.declined"] = "is a host's own words from the start",
            ["group.message"] = "is the hosts' own words from the start",
        };

        var kinds = house.Composers.SelectMany(c => c.Kinds).ToHashSet();
        var slots = WordingSlots.All.Where(s => s.Group != WordingGroup.EveryMail && s.Key != WordingSlots.Missed).Select(s => s.Key).ToHashSet();

        Assert.Empty(slots.Except(kinds));
        Assert.Equal(without.Keys.Order(StringComparer.Ordinal), kinds.Except(slots).Order(StringComparer.Ordinal));
    }

    private static Instant Start => Instant.FromUtc(2023, 11, 1, 12, 0);

    private static async Task Save(House house, string slot, string text) => Assert.Null(await house.Wording.Save(house.Host, house.SeriesId, slot, text));

    /// <summary>Somebody with the name and address of the made-up person goes the way that the preview only tries.</summary>
    private static async Task Same(DatabaseProvider provider, string slot, Func<House, Task> act, bool isStanding = false)
    {
        await using var house = await House.Create(provider);
        await Save(house, WordingSlots.Greeting, "Hello {name},");
        var words = $"{slot}: {string.Join(", ", WordingSlots.Find(slot)!.Placeholders.Select(p => $"{{{p}}}"))}.\n\nSee https://example.org/map.";
        await Save(house, slot, words);
        var shown = (await house.Previews.Run(house.Host, house.SeriesId, slot, words, hasName: true)).Value!;

        if (isStanding) await house.Standing.Join(house.SeriesId, Kim, "Kim Example");
        else await house.Service.SignUp(house.SessionId, Kim, "Kim Example");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var mails = slot == Confirmed ? [] : await house.Deliver();
        await act(house);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        mails = await house.Deliver();
        var mail = mails.First(m => slot.StartsWith(m.Row.Kind, StringComparison.Ordinal)).Mail;

        Assert.Equal(mail.Subject, shown.Subject);
        Assert.Equal(mail.Body.Masked().ToText(), shown.Look.Text);
        Assert.Equal(mail.Body.Masked().ToHtml().Replace("@media (prefers-color-scheme: dark)", "@media not all", StringComparison.Ordinal), shown.Look.Light);
        Assert.Equal(mail.Body.Masked().ToHtml().Replace("@media (prefers-color-scheme: dark)", "@media all", StringComparison.Ordinal), shown.Look.Dark);
        Assert.Equal(mail.Calendar is not null, shown.HasEntry);
    }

    private static async Task RunAt(House house, Instant at)
    {
        house.Time.MoveTo(at.ToDateTimeOffset());
        await house.Reminders.Run(default);
        await house.Notices.Run(default);
    }

    private static async Task Change(House house, Action<Session> change)
    {
        await house.Database.Write(async db =>
        {
            var session = await db.Sessions.SingleAsync();
            change(session);
            await SessionChangeWriter.Announce(db, session.Id, session.When.Start, house.Time.Now());
        });
        await house.Database.Write(async db => await new SessionChangeSpreader().Spread(db, await db.Notices.SingleAsync(n => n.DoneAt == null), house.Time.Now()));
    }

    private static async Task<Guid> Standing(House house)
    {
        await using var db = house.Database.Read();
        return await db.Standing.Select(s => s.Id).SingleAsync();
    }

    private static async Task<string> Counts(House house)
    {
        await using var db = house.Database.Read();
        return $"{await db.People.CountAsync()} {await db.Registrations.CountAsync()} {await db.Sessions.CountAsync()} {await db.CalendarEntries.CountAsync()} {await db.Outbox.CountAsync()} {await db.Wordings.CountAsync()} {await db.Appearances.CountAsync()} {await db.Standing.CountAsync()} {await db.Audit.CountAsync()}";
    }
}
