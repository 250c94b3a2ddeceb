using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Speakers;

public sealed class ProposalTests
{
    private const string Kim = "kim@example.org";

    private static readonly ProposalForm Talk = new(ProposalKind.Talk, Kim, "Kim Example", "Bees and buses", "What both have in common.", "example.org/kim", "weekly");

    [Theory, EachDatabase]
    public async Task A_talk_that_is_offered_comes_to_the_hosts_and_its_sender_gets_one_mail(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);

        var sent = await Send(house).Save(Talk);
        await Send(house).Save(Talk);

        Assert.Empty(sent.Value!.Faults);
        var found = await Inbox(house).Find(house.Host, new());
        var line = Assert.Single(found.Proposals);
        Assert.Equal(("Bees and buses", "Kim Example", Kim, ProposalState.New), (line.Title, line.Name, line.Address, line.State));
        var mail = Assert.Single(await house.Deliver());
        Assert.Equal(ProposalMail.Received, mail.Row.Kind);
        Assert.Contains("/my-offer/", mail.Mail.Body.ToText(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Each_field_that_is_wrong_is_named_and_nothing_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);

        var sent = await Send(house).Save(new(ProposalKind.Talk, "nobody", " ", "", new string('a', 5001), "javascript:alert(1)", "weekly"));
        var topic = await Send(house).Save(new(ProposalKind.Topic, null, null, "Bees", null, null, ""));
        var unknown = await Send(house).Save(Talk with { Series = "nowhere", Kind = default });

        Assert.Equal([ProposalField.Name, ProposalField.Address, ProposalField.Title, ProposalField.About, ProposalField.Links], sent.Value!.Faults.Select(f => f.Field));
        Assert.Empty(topic.Value!.Faults);
        Assert.Equal([ProposalField.Kind, ProposalField.Series], unknown.Value!.Faults.Select(f => f.Field));
        Assert.Equal("Bees", Assert.Single((await Inbox(house).Find(house.Host, new())).Proposals).Title);
        Assert.Empty(await house.Owed());
    }

    [Theory, EachDatabase]
    public async Task A_series_that_takes_none_says_so(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Database.Write(async db => (await db.Series.SingleAsync()).Terms = new(TakesProposals: false));

        Assert.Equal(ProposalRefusal.Closed, (await Send(house).Save(Talk)).No);
        Assert.Empty(await new ProposalPages(house.Database, house.Links).Open());
    }

    [Theory, EachDatabase]
    public async Task An_address_that_never_answered_gets_one_mail_a_day_and_none_of_a_strangers_words(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);

        for (var i = 0; i < 5; i++)
        {
            await Send(house).Save(Talk with { Title = $"Talk {i}" });
            house.Time.MoveTo(house.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        }

        var mail = Assert.Single(await house.Deliver()).Mail;
        Assert.DoesNotContain("Talk 0", mail.Subject + mail.Body.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("What both have in common", mail.Body.ToText(), StringComparison.Ordinal);
        Assert.Equal(5, (await Inbox(house).Find(house.Host, new())).Proposals.Count);
    }

    [Theory, EachDatabase]
    public async Task An_address_that_is_proven_gets_three_a_day_and_its_own_mails_wait_for_none_of_them(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await new Samples(house.Database).Add(new Person { Address = Kim, ProvenAt = House.Now, CreatedAt = House.Now }).Save();

        for (var i = 0; i < 5; i++) await Send(house).Save(Talk with { Title = $"Talk {i}" });

        Assert.Equal(3, (await house.Deliver()).Count);
        Assert.Empty(await house.Owed());
    }

    [Theory, EachDatabase]
    public async Task Topics_that_nobody_stands_behind_fill_no_inbox(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var topic = new ProposalForm(ProposalKind.Topic, null, null, "Bees", null, null, null);

        for (var i = 0; i < 30; i++) Assert.True((await Send(house).Save(topic with { Title = $"Bees {i}" })).Ok);

        Assert.Equal(ProposalRefusal.Closed, (await Send(house).Save(topic)).No);
        Assert.True((await Send(house).Save(Talk)).Ok);
        house.Time.MoveTo(house.Time.GetUtcNow() + TimeSpan.FromMinutes(61));
        Assert.True((await Send(house).Save(topic)).Ok);
    }

    [Theory, EachDatabase]
    public async Task Hosts_see_what_is_for_their_series_and_for_any_and_no_more(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await new Samples(house.Database).Series("other", "Other").Save();
        await Send(house).Save(Talk);
        await Send(house).Save(Talk with { Series = "other", Title = "Elsewhere" });
        await Send(house).Save(Talk with { Series = null, Title = "Anywhere" });

        Actor Of(params Guid[] series) => new(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: series.Length > 0, series.ToHashSet());
        async Task<string[]> Seen(Actor who) => [.. (await Inbox(house).Find(who, new())).Proposals.Select(p => p.Title).Order()];

        Assert.Equal(["Anywhere", "Bees and buses"], await Seen(Of(house.SeriesId)));
        Assert.Equal(["Anywhere", "Bees and buses", "Elsewhere"], await Seen(house.Host));
        Assert.Empty(await Seen(Of()));
        Assert.Empty(await Seen(Of() with { Helps = new HashSet<Guid> { house.SeriesId } }));
        var elsewhere = (await Inbox(house).Find(house.Host, new(Words: "elsewhere"))).Proposals.Single().Id;
        Assert.Equal(ProposalRefusal.NotFound, await Service(house).Take(Of(house.SeriesId), elsewhere));
        Assert.Null(await Inbox(house).Read(Of(house.SeriesId), elsewhere, House.Now));
    }

    [Theory, EachDatabase]
    public async Task A_talk_that_is_accepted_is_on_the_programme_with_its_words_and_its_speaker_is_asked(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var id = await Sent(house);
        var accept = new AcceptProposal(house.Database, house.Composer, house.Time);

        var ahead = (await accept.Preview(house.Host, id, new(house.SessionId))).Value!;
        Assert.Empty((await new SpeakerQueries(house.Database, house.Links).Programme(house.Host, house.SessionId)));
        var done = (await accept.Save(house.Host, id, new(house.SessionId))).Value!;

        Assert.Equal([(ProgrammeWriter.AskedKind, Kim)], ahead.Mails.Select(m => (m.Kind, m.Recipient)));
        Assert.Contains("Be there at 11:45", ahead.Look!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the title of your talk", ahead.Look.Text, StringComparison.Ordinal);
        Assert.Equal(ahead.Mails, done.Mails);
        var line = Assert.Single(await new SpeakerQueries(house.Database, house.Links).Programme(house.Host, house.SessionId));
        Assert.Equal(("Kim Example", Kim, "Bees and buses", AppearanceState.Asked), (line.Name, line.Address, line.TalkTitle, line.State));
        Assert.Equal(ProposalRefusal.Decided, (await accept.Save(house.Host, id, new(house.SessionId))).No);
        Assert.Equal(house.SessionId, (await Inbox(house).Read(house.Host, id, House.Now))!.SessionId);
    }

    [Theory, EachDatabase]
    public async Task A_decision_that_nobody_was_told_of_is_taken_back_and_one_that_left_stays(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var id = await Sent(house);
        var accept = new AcceptProposal(house.Database, house.Composer, house.Time);
        await accept.Save(house.Host, id, new(house.SessionId));

        Assert.Null(await Service(house).Reopen(house.Host, id));
        Assert.Empty(await new SpeakerQueries(house.Database, house.Links).Programme(house.Host, house.SessionId));
        Assert.DoesNotContain(await house.Deliver(), m => m.Row.Kind == ProgrammeWriter.AskedKind);

        await accept.Save(house.Host, id, new(house.SessionId));
        await house.Deliver();
        Assert.Equal(ProposalRefusal.MailGone, await Service(house).Reopen(house.Host, id));
    }

    [Theory, EachDatabase]
    public async Task A_kind_no_goes_out_as_it_was_seen_and_answers_go_to_the_host(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await new Samples(house.Database).Add(new Person { Id = house.HostId, Name = "Hanna Host", Address = "hanna@example.org", CreatedAt = House.Now }).Save();
        var id = await Sent(house);
        await house.Deliver();
        var answer = new AnswerProposal(house.Database, house.Composer, house.Time);

        var ahead = (await answer.Preview(house.Host, id, "Not this time.\n\nWrite again.", isDecline: true)).Value!;
        Assert.Equal(ProposalState.New, (await Inbox(house).Read(house.Host, id, House.Now))!.Line.State);
        Assert.Null(await answer.Decline(house.Host, id, "Not this time.\n\nWrite again."));

        var (row, mail) = Assert.Single(await house.Deliver());
        Assert.Equal((ProposalMail.Declined, ahead.Subject, "hanna@example.org"), (row.Kind, mail.Subject, $"{mail.ReplyTo}"));
        Assert.Equal(ahead.Look!.Text, mail.Body.Masked().ToText());
        Assert.Contains("Not this time.", ahead.Look.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalState.Declined, (await Inbox(house).Read(house.Host, id, House.Now))!.Line.State);
        Assert.Equal(ProposalRefusal.Decided, await answer.Decline(house.Host, id, "Once more."));
    }

    [Theory, EachDatabase]
    public async Task Its_sender_withdraws_it_by_their_link_until_it_is_decided(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (first, second) = (await Sent(house), await Sent(house, Talk with { Title = "Another" }));
        var tokens = await Tokens(house);
        await new AnswerProposal(house.Database, house.Composer, house.Time).Decline(house.Host, second, null);

        Assert.Null(await Service(house).Withdraw(tokens[first]));
        Assert.Equal(ProposalRefusal.Decided, await Service(house).Withdraw(tokens[second]));
        Assert.Equal(ProposalRefusal.LinkNotOpen, await Service(house).Withdraw(tokens[first][..^4] + "AAAA"));
        Assert.Equal(ProposalState.Withdrawn, (await new ProposalPages(house.Database, house.Links).Own(tokens[first]))!.State);
    }

    [Theory, EachDatabase]
    public async Task What_was_proposed_and_who_sent_it_are_forgotten_when_its_time_is_over(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await Send(house).Save(Talk with { Series = null });
        await Send(house).Save(Talk with { Address = "else@example.org", Title = "Another" });
        await house.Deliver();

        house.Time.MoveTo(house.Time.GetUtcNow() + TimeSpan.FromDays(360));
        await new RetentionJob(house.Database, house.Time).Run(CancellationToken.None);
        Assert.Equal(2, (await Inbox(house).Find(house.Host, new())).Count);
        house.Time.MoveTo(house.Time.GetUtcNow() + TimeSpan.FromDays(10));
        await new RetentionJob(house.Database, house.Time).Run(CancellationToken.None);

        await using var db = house.Database.Read();
        Assert.Empty(await db.Proposals.ToListAsync());
        Assert.Empty(await db.People.Where(p => p.Address != null).ToListAsync());
        Assert.DoesNotContain(await db.Outbox.Select(m => m.Recipient).ToListAsync(), to => to.EndsWith("@example.org", StringComparison.Ordinal));
    }

    private static SendProposal Send(House house) => new(house.Database, house.Time);

    private static ProposalInbox Inbox(House house) => new(house.Database);

    private static ProposalService Service(House house) => new(house.Database, house.Links, house.Time);

    private static async Task<Guid> Sent(House house, ProposalForm? form = null)
    {
        await Send(house).Save(form ?? Talk);
        return (await Inbox(house).Find(house.Host, new(Words: (form ?? Talk).Title))).Proposals.Single().Id;
    }

    private static async Task<Dictionary<Guid, string>> Tokens(House house)
    {
        await using var db = house.Database.Read();
        return (await db.Proposals.Include(p => p.Person).ToListAsync()).ToDictionary(p => p.Id, p => house.Links.Link(p, p.Person!)["/my-offer/".Length..]);
    }
}
