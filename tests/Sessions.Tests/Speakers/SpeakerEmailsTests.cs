using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Speakers;

public sealed class SpeakerEmailsTests
{
    private static readonly IStringLocalizer Words = new ResourceManagerStringLocalizerFactory(
        Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance).Create(typeof(SpeakerEmailsTests));

    [Theory, EachDatabase]
    public async Task The_mail_says_when_who_what_and_by_when_and_holds_one_secret_link(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        await using var db = stage.Database.Read();
        var facts = (await SpeakerEmails.Facts(db, stage.Links, new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"), id, stage.Time.Now()))!;
        var body = SpeakerEmails.Asked(facts, Words);
        var text = body.ToText();

        Assert.Equal("Open: will you speak on Friday 27 November 2026?", SpeakerEmails.Subject(facts, Words));
        Assert.Contains("12:00 to 13:00, Europe/London, GMT (UTC+00:00)", text, StringComparison.Ordinal);
        Assert.Contains("Hello Kim Example, the hosts of Open ask you", text, StringComparison.Ordinal);
        Assert.Contains("by Wednesday 25 November 2026", text, StringComparison.Ordinal);
        Assert.Contains($"https://sessions.example.org/speak/{token}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, body.Masked().ToText(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_chairs_opens_or_produces_is_asked_for_that_and_for_no_talk(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        foreach (var (role, subject, task) in new[]
        {
            (AppearanceRole.Chair, "Open: will you chair on Friday 27 November 2026?", "ask you to chair this session"),
            (AppearanceRole.Opener, "Open: will you open the session on Friday 27 November 2026?", "ask you to open this session with a few words"),
            (AppearanceRole.Producer, "Open: will you produce the session on Friday 27 November 2026?", "ask you to run the room of this session"),
        })
        {
            Assert.Null(await stage.Speakers.SetRole(stage.Host, id, role));
            await using var db = stage.Database.Read();
            var facts = (await SpeakerEmails.Facts(db, stage.Links, new SiteOptions(new Uri("https://sessions.example.org"), "Sessions"), id, stage.Time.Now()))!;
            var text = SpeakerEmails.Asked(facts, Words).ToText();

            Assert.Equal(subject, SpeakerEmails.Subject(facts, Words));
            Assert.Contains(task, text, StringComparison.Ordinal);
            Assert.Contains($"/speak/{token}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("What we need", text, StringComparison.Ordinal);
            Assert.DoesNotContain("slides", text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task There_is_nothing_to_ask_once_somebody_declined_or_the_hour_is_over(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        var site = new SiteOptions(new Uri("https://sessions.example.org"), "Sessions");
        await using var db = stage.Database.Read();
        Assert.Null(await SpeakerEmails.Facts(db, stage.Links, site, id, stage.Time.Now() + Duration.FromDays(8)));
        await stage.Talks.Decline(token, null);
        Assert.Null(await SpeakerEmails.Facts(db, stage.Links, site, id, stage.Time.Now()));
    }
}
