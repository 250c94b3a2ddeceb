using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Speakers;

public sealed class SpeakerServiceTests
{
    [Theory, EachDatabase]
    public async Task A_speaker_with_an_address_is_asked_by_one_mail_and_a_name_alone_by_none(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await stage.Speaker();
        await stage.Speaker("Lee Example", address: null);

        Assert.Equal(["speaker.asked kim@example.org"], await stage.MailsOwed());
        var programme = await stage.Queries.Programme(stage.Host, stage.SessionId);
        Assert.Equal([("Kim Example", AppearanceState.Asked), ("Lee Example", AppearanceState.Named)], programme.Select(p => (p.Name!, p.State)));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_mailed_before_the_session_is_published_or_after_it_is_over(DatabaseProvider provider)
    {
        await using var draft = await Stage.Set(provider, published: false);
        var (id, _) = await draft.Speaker();
        Assert.Empty(await draft.MailsOwed());
        Assert.Equal(SpeakerRefusal.NotAsking, await draft.Speakers.AskAgain(draft.Host, id));

        await using var over = await Stage.Set(provider);
        over.Time.Advance(TimeSpan.FromDays(30));
        await over.Speaker();
        Assert.Empty(await over.MailsOwed());
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_with_a_new_speaker_is_named(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        async Task<SpeakerRefusal?> Add(string? name, string? address) => (await stage.Speakers.Add(stage.Host, stage.SessionId, name, address)).No;

        Assert.Equal(SpeakerRefusal.NameMissing, await Add(" ", null));
        Assert.Equal(SpeakerRefusal.NameTooLong, await Add(new string('a', 201), null));
        Assert.Equal(SpeakerRefusal.NotAnAddress, await Add("Kim", "kim.example.org"));
        Assert.Null(await Add("Kim", "kim@example.org"));
        Assert.Equal(SpeakerRefusal.AlreadyOnProgramme, await Add("Kim again", "Kim@Example.org"));
    }

    [Theory, EachDatabase]
    public async Task A_host_of_another_series_changes_and_sees_nothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();

        Assert.Equal(SpeakerRefusal.NotAllowed, (await stage.Speakers.Add(stage.Stranger, stage.SessionId, "Max", null)).No);
        Assert.Equal(SpeakerRefusal.NotAllowed, await stage.Speakers.Remove(stage.Stranger, id));
        Assert.Equal(SpeakerRefusal.NotAllowed, await stage.Speakers.AskAgain(stage.Stranger, id));
        Assert.Equal(SpeakerRefusal.NotAllowed, await stage.Speakers.RevokeLink(stage.Stranger, id));
        Assert.Empty(await stage.Queries.Programme(stage.Stranger, stage.SessionId));
        Assert.NotNull(await stage.Page(token));
    }

    [Theory, EachDatabase]
    public async Task Asking_again_supersedes_the_unsent_mail_and_keeps_the_link(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();
        await stage.Talks.Decline(token, "Holidays");
        stage.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await stage.Speakers.AskAgain(stage.Host, id));
        Assert.Single(await stage.MailsOwed());
        Assert.Equal(AppearanceState.Asked, (await stage.Page(token))?.State);
    }

    [Theory, EachDatabase]
    public async Task A_speaker_taken_off_is_not_mailed_and_the_link_is_dead(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var (id, token) = await stage.Speaker();

        Assert.Null(await stage.Speakers.Remove(stage.Host, id));
        Assert.Empty(await stage.MailsOwed());
        Assert.Null(await stage.Page(token));
        Assert.Equal(SpeakerRefusal.NotFound, await stage.Speakers.Remove(stage.Host, id));
    }

    [Theory, EachDatabase]
    public async Task Two_people_of_one_name_get_two_public_addresses(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await stage.Speaker("Zoë Łukasz", "a@example.org");
        await stage.Speaker("Zoë Łukasz", "b@example.org");
        await stage.Speaker("王昭", "c@example.org");

        await using var db = stage.Database.Read();
        Assert.Equal(["speaker", "zoe-lukasz", "zoe-lukasz-2"], await db.People.OrderBy(p => p.Slug).Select(p => p.Slug!).ToListAsync());
    }
}
