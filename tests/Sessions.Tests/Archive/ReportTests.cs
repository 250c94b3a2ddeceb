using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Registrations;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Archive;

public sealed class ReportTests
{
    private static readonly ReportForm Ours = new(ReportKind.Consent, "At 12:30 my screen is seen.\0", ReplyTo: "Kim@Example.org");

    [Theory, EachDatabase]
    public async Task A_report_is_for_the_hosts_alone_and_taking_down_closes_it_in_one_step(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = Of(stage);
        var slides = (await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Resource, "https://example.org/a", new("Slides"))).Value;

        Assert.Empty((await service.Send("open", "1", Ours with { Item = slides.ToString() })).Value!.Faults);
        Assert.Empty((await service.Send("open", "1", Ours with { Item = slides.ToString() })).Value!.Faults);
        var report = Assert.Single((await queries.Of(stage.Host, stage.SessionId))!);

        Assert.Null(await queries.Of(stage.Stranger, stage.SessionId));
        Assert.Equal(("Slides", "At 12:30 my screen is seen.", "kim@example.org", true), (report.ItemTitle, report.Words, report.ReplyTo, report.MayTakeDown));
        Assert.Equal(ReportRefusal.NotFound, await service.TakeDown(stage.Stranger, stage.SessionId, report.Id));
        Assert.Equal(ReportRefusal.NotFound, await service.Close(stage.Stranger, stage.SessionId, report.Id, true));
        Assert.Null(await service.TakeDown(stage.Host, stage.SessionId, report.Id));
        Assert.Empty((await Page(stage)).Resources);
        Assert.Equal((ReportState.Accepted, false), Assert.Single((await queries.Of(stage.Host, stage.SessionId))!) is var closed ? (closed.State, closed.MayTakeDown) : default);
        Assert.Equal(ReportRefusal.AlreadyClosed, await service.TakeDown(stage.Host, stage.SessionId, report.Id));
        Assert.Null(await service.Reopen(stage.Host, stage.SessionId, report.Id));
        Assert.Equal(ReportRefusal.NothingToTakeDown, await service.TakeDown(stage.Host, stage.SessionId, report.Id));
        await using var db = stage.Database.Read();
        Assert.Contains("Took down \"Slides\": consent was withdrawn", await db.Audit.Select(a => a.Text).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Each_field_that_is_wrong_is_named_and_what_is_hidden_can_not_be_pointed_at(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = Of(stage);
        var hidden = (await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Resource, "https://example.org/a", new("Hidden"))).Value;
        await new TakedownService(stage.Database, stage.Time).TakeDown(stage.Host, stage.SessionId, hidden, TakedownReason.Other, null);

        var sent = await service.Send("open", "1", new(default, " ", "no id", "javascript:alert(1)", "nobody"));
        var about = await service.Send("open", "1", new(ReportKind.Broken, new('a', Report.LongestWords + 1), hidden.ToString()));

        Assert.Equal([ReportField.Kind, ReportField.Item, ReportField.Words, ReportField.Url, ReportField.ReplyTo], sent.Value!.Faults.Select(f => f.Field));
        Assert.Equal([(ReportField.Words, ReportFaultKind.TooLong), (ReportField.Item, ReportFaultKind.Unknown)], about.Value!.Faults.Select(f => (f.Field, f.Kind)));
        Assert.Equal(ReportRefusal.NotFound, (await service.Send("open", "nowhere", Ours)).No);
        Assert.Empty((await queries.Page("open", "1"))!.Items);
        Assert.Empty((await queries.Of(stage.Host, stage.SessionId))!);
    }

    [Theory, EachDatabase]
    public async Task A_use_is_counted_on_the_page_when_a_host_says_so_and_not_before(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = Of(stage);
        foreach (var words in new[] { "A lesson", "An article" }) await service.SendById(stage.SessionId, new(ReportKind.Used, words, Url: "example.org/lesson"));
        var (first, second) = (await queries.Of(stage.Host, stage.SessionId))! is [var one, var two] ? (one, two) : default;

        Assert.Equal(0, (await Page(stage)).ReportedUses);
        Assert.Null(await service.Close(stage.Host, stage.SessionId, first!.Id, accepted: true));
        Assert.Null(await service.Close(stage.Host, stage.SessionId, second!.Id, accepted: false));
        Assert.Equal(1, (await Page(stage)).ReportedUses);
        Assert.Null(await service.Reopen(stage.Host, stage.SessionId, first.Id));
        Assert.Equal(ReportRefusal.NotClosed, await service.Reopen(stage.Host, stage.SessionId, first.Id));
        Assert.Equal(0, (await Page(stage)).ReportedUses);
        Assert.Equal("https://example.org/lesson", first.Url);
    }

    [Theory, EachDatabase]
    public async Task A_crowd_of_reports_closes_its_own_form_and_not_the_other(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var service = Of(stage).Service;
        for (var i = 0; i < ReportService.MostOpen; i++) Assert.Empty((await service.Send("open", "1", new(ReportKind.Used, $"Use {i}"))).Value!.Faults);

        Assert.Equal(ReportRefusal.Full, (await service.Send("open", "1", new(ReportKind.Used, "One more"))).No);
        Assert.Empty((await service.Send("open", "1", Ours)).Value!.Faults);
    }

    [Theory, EachDatabase]
    public async Task Hosts_are_told_once_a_day_without_a_word_of_the_stranger_and_not_of_what_they_have_seen_to(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (service, queries) = (new ReportService(house.Database, house.Time), new ReportQueries(house.Database));
        await Hosted(house);

        for (var i = 0; i < 3; i++) await service.SendById(house.SessionId, Ours with { Words = $"Buy this now {i}" });
        await service.SendById(house.SessionId, new(ReportKind.Used, "A lesson"));
        var mail = Assert.Single(await house.Deliver());

        Assert.Equal(ArchiveNoticeWriter.Kind, mail.Row.Kind);
        Assert.Contains("3 reports", mail.Mail.Body.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Buy this", mail.Mail.Body.ToText(), StringComparison.Ordinal);
        await service.SendById(house.SessionId, Ours with { Words = "One more" });
        Assert.Empty(await house.Deliver());
        foreach (var open in (await queries.Of(house.Host, house.SessionId))!.Where(r => r.State == ReportState.New)) await service.Close(house.Host, house.SessionId, open.Id, true);
        house.Time.MoveTo(house.Time.GetUtcNow() + TimeSpan.FromDays(1));
        await service.SendById(house.SessionId, Ours);
        await service.Close(house.Host, house.SessionId, (await queries.Of(house.Host, house.SessionId))![0].Id, false);
        Assert.Empty(await house.Deliver());
    }

    [Theory, EachDatabase]
    public async Task Hosts_are_told_when_a_speaker_takes_consent_back_and_something_was_public(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await Hosted(house);
        var now = house.Time.Now();
        await house.Database.Write(async db =>
        {
            var resource = db.Add(new Resource { SessionId = house.SessionId, Title = "Slides", IsPublic = true, CreatedAt = now }).Entity;
            resource.Withdraw(now);
            await db.OweArchiveNotice((await db.Sessions.SingleAsync(s => s.Id == house.SessionId)).SeriesId, house.SessionId, now);
        });

        var mail = Assert.Single(await house.Deliver());
        Assert.StartsWith("Consent taken back:", mail.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("one file or link was taken down at once", mail.Mail.Body.ToText(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Addresses_go_a_month_after_a_report_was_closed_and_the_report_after_a_year(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = Of(stage);
        var job = new ReportJob(stage.Database, stage.Time);
        await service.SendById(stage.SessionId, Ours);
        await service.SendById(stage.SessionId, new(ReportKind.Used, "A lesson", ReplyTo: "kim@example.org"));
        foreach (var open in (await queries.Of(stage.Host, stage.SessionId))!) await service.Close(stage.Host, stage.SessionId, open.Id, accepted: true);

        await After(29);
        Assert.All((await queries.Of(stage.Host, stage.SessionId))!, r => Assert.NotNull(r.ReplyTo));
        await After(2);
        Assert.All((await queries.Of(stage.Host, stage.SessionId))!, r => Assert.Null(r.ReplyTo));
        await After(340);
        Assert.Equal(ReportKind.Used, Assert.Single((await queries.Of(stage.Host, stage.SessionId))!).Kind);
        Assert.Equal(1, (await Page(stage)).ReportedUses);

        Task After(int days)
        {
            stage.Time.MoveTo(stage.Time.GetUtcNow() + TimeSpan.FromDays(days));
            return job.Run(CancellationToken.None);
        }
    }

    [Theory, EachDatabase]
    public async Task An_erased_person_leaves_no_report_and_a_counted_use_stays_a_number(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (service, queries) = Of(stage);
        await service.SendById(stage.SessionId, Ours);
        await service.SendById(stage.SessionId, new(ReportKind.Used, "A lesson of Kim's", Url: "example.org/kim", ReplyTo: "kim@example.org"));
        await service.Close(stage.Host, stage.SessionId, (await queries.Of(stage.Host, stage.SessionId))!.Single(r => r.Kind == ReportKind.Used).Id, accepted: true);
        var kim = await stage.Database.Write(db => PersonRows.ByAddress(db, Mail("kim@example.org"), "Kim Example", stage.Time.Now()));

        Assert.True((await new ErasePerson(stage.Database, stage.Time, stage.Files).ByAdmin(new(Guid.NewGuid(), "Ada Admin", IsAdmin: true, IsHost: false, new HashSet<Guid>()), kim.Id)).Value);

        var left = Assert.Single((await queries.Of(stage.Host, stage.SessionId))!);
        Assert.Equal(("", null, null), (left.Words, left.Url, left.ReplyTo));
        Assert.Equal(1, (await Page(stage)).ReportedUses);
    }

    private static async Task Hosted(House house) => await house.Database.Write(async db =>
    {
        var host = await PersonRows.ByAddress(db, Mail("host@example.org"), "Hanna Host", house.Time.Now());
        db.Add(new HostGrant { PersonId = host.Id, SeriesId = (await db.Series.SingleAsync()).Id, Role = Role.Host, CreatedAt = house.Time.Now() });
    });

    private static Sessions.Mail.EmailAddress Mail(string text) => Sessions.Mail.EmailAddress.TryParse(text, out var address, out _) ? address : throw new FormatException(text);

    private static (ReportService Service, ReportQueries Queries) Of(Stage stage) => (new(stage.Database, stage.Time), new(stage.Database));

    private static async Task<SessionFacts> Page(Stage stage) => (await new SessionView(stage.Database).Read("open", "1", stage.Time.Now()))!;
}
