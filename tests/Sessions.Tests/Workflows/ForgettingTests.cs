using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class ForgettingTests : IDisposable
{
    private const string Ann = "ann.attends@example.org";
    private const string Name = "Ann Attends";

    private readonly string _folder = Directory.CreateTempSubdirectory("sessions-forgetting-").FullName;

    [Theory, EachDatabase]
    public async Task Who_asks_to_be_erased_after_a_fresh_proof_is_in_no_row_any_more(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1, asks: true);
        await house.Service.SignUp(house.SessionId, Ann, Name);
        await house.Service.SignUp(house.SessionId, "next@example.org");
        await house.Standing.Join(house.SeriesId, Ann);
        await house.Standing.Follow(house.SeriesId, Ann);
        await Held(house, Ann);
        var question = (await new QuestionService(house.Database, house.Time).Add(house.Host, house.SeriesId, null, new(QuestionKind.Choice, "Which?", "A\nB"))).Value;
        var (place, my) = (await house.Place(Ann), await house.MyToken(Ann));
        await new AnswerService(house.Database, house.Time, house.Links).Save(house.Links.Join(place, place.Person!), new Dictionary<Guid, IReadOnlyList<string>> { [question] = ["A"] });
        await house.Deliver();
        await house.Database.Write(db => Task.FromResult(db.Add(new AuditEntry { At = House.Now, SeriesId = house.SeriesId, Text = $"Offered a place out of turn to {Ann.ToUpperInvariant()} ({Name})" })));

        await house.Database.Write(db => Task.FromResult(db.Add(Resource(house, author: null, contact: $"Ann ({Ann})", credit: $"Ann <{Ann}>, 2023", source: Ann.ToUpperInvariant()))));
        var proof = await Proof(house, my);
        var facts = (await new OwnData(house.Database, house.Links).Read(proof, house.Time.Now()))!;
        Assert.Equal($"Ann ({Ann})", Assert.Single(facts.Resources).Contact);
        Assert.Equal((Ann, Name, 2, 1, 1, 1), (facts.Address, facts.Name, facts.Places.Count, facts.EverySession.Count, facts.Followed.Count, facts.Answers.Count));
        Assert.All(facts.Places, p => Assert.Equal(SignUpPurpose.Wording(SignUpPurpose.Current), p.Purpose.Wording));

        Assert.True((await Erase(house).Save(proof)).Ok);

        await using var db = house.Database.Read();
        Assert.Empty(await Tables.Holding(db, "ann.attends"));
        Assert.Empty(await Tables.Holding(db, Name));
        Assert.Empty(await Tables.Holding(db, place.PersonId));
        Assert.Equal(RegistrationState.Offered, (await house.Place("next@example.org")).State);
        Assert.Null(await house.My.My(my, house.Time.Now()));
        Assert.Equal(ErasureRefusal.LinkNotOpen, (await Erase(house).Save(proof)).No);
        Assert.Equal([RegistrationMail.Offered], (await house.Deliver()).Select(m => m.Row.Kind));
    }

    [Theory, EachDatabase]
    public async Task The_author_of_a_resource_stays_as_its_credit_without_the_way_to_their_mailbox(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, Ann);
        await house.Database.Write(async db =>
        {
            (await db.People.SingleAsync(p => p.Address == Ann)).Name = Name;
            return db.Add(Resource(house, author: Name, contact: $"{Name} ({Ann})", credit: "Somebody else", source: null));
        });
        var id = (await house.Place(Ann)).PersonId;

        Assert.True((await Erase(house).ByAdmin(new(Guid.NewGuid(), "Ada Admin", IsAdmin: true, IsHost: false, new HashSet<Guid>()), id)).Ok);

        await using var db = house.Database.Read();
        var left = await db.Resources.SingleAsync();
        Assert.Equal((Name, Name, "Somebody else"), (left.Author, left.Contact, left.Credit));
    }

    [Theory, EachDatabase]
    public async Task A_name_that_somebody_typed_touches_no_resource_and_no_history_of_a_namesake(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Database.Write(db =>
        {
            db.Add(Resource(house, author: Name, contact: Name, credit: $"jo{Ann}", source: $"https://example.org/{Ann}.uk"));
            db.Add(new AuditEntry { At = House.Now - NodaTime.Duration.FromDays(1), SeriesId = house.SeriesId, Text = $"Asked {Name}" });
            return Task.FromResult(db.Add(new AuditEntry { At = House.Now, SeriesId = house.SeriesId, Text = $"Asked Jo{Name} and jo{Ann}" }));
        });
        await house.Service.SignUp(house.SessionId, Ann, Name);
        var proof = await Proof(house, await house.MyToken(Ann));
        Assert.Empty((await new OwnData(house.Database, house.Links).Read(proof, house.Time.Now()))!.Resources);

        Assert.True((await Erase(house).Save(proof)).Ok);

        await using var db = house.Database.Read();
        var left = await db.Resources.SingleAsync();
        Assert.Equal((Name, Name, $"jo{Ann}", $"https://example.org/{Ann}.uk"), (left.Author, left.Contact, left.Credit, left.Source));
        Assert.Equal([$"Asked {Name}", $"Asked Jo{Name} and jo{Ann}"], await db.Audit.Where(a => a.Text.StartsWith("Asked")).OrderBy(a => a.At).Select(a => a.Text).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Whom_to_ask_goes_with_the_speaker_of_that_session(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var ahead = (await house.Speakers.Add(house.Host, house.SessionId, Name, Ann)).Value;
        await house.Database.Write(db => Task.FromResult(db.Add(Resource(house, author: Name, contact: Name, credit: null, source: null))));
        Guid person;
        await using (var db = house.Database.Read()) person = await db.Appearances.Where(a => a.Id == ahead).Select(a => a.PersonId).SingleAsync();

        Assert.True((await Erase(house).ByAdmin(house.Host, person)).Ok);

        await using var after = house.Database.Read();
        var left = await after.Resources.SingleAsync();
        Assert.Equal((Name, null), (left.Author, left.Contact));
    }

    [Theory, EachDatabase]
    public async Task A_talk_that_was_given_stays_with_its_name_and_one_to_come_goes_with_its_files(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var held = await Held(house, null);
        await using (var db = house.Database.Read()) Assert.Equal(2, await db.Sessions.CountAsync());
        var ahead = (await house.Speakers.Add(house.Host, house.SessionId, Name, Ann)).Value;
        var files = new FileStore(_folder);
        var saved = (await files.Save(new MemoryStream(Files.Samples.Pdf), "slides.pdf")).Value!;
        var talks = new TalkService(house.Database, files, house.Links, house.Time);
        var speak = (await SpeakerPath.Of(house.Database, house.Links, ahead))["/speak/".Length..];
        await talks.Accept(speak);
        await talks.AddFile(speak, saved);
        Guid person;
        await using (var db = house.Database.Read()) person = await db.People.Where(p => p.Address == Ann).Select(p => p.Id).SingleAsync();
        await house.Database.Write(async db =>
        {
            var given = db.Add(new Appearance { SessionId = held, PersonId = person, Position = 0, CreatedAt = House.Now }).Entity;
            given.Accept(House.Now);
            given.Talk.Title = "Bees and buses";
            var row = await db.People.SingleAsync(p => p.Id == person);
            (row.Bio, row.Links) = ("Ann counts bees.", "https://example.org/ann");
        });

        Assert.True((await Erase(house).ByAdmin(house.Host, person)).Ok);

        await using var after = house.Database.Read();
        var kept = await after.People.SingleAsync(p => p.Id == person);
        Assert.Equal((null, Name, null, null), (kept.Address, kept.Name, kept.Bio, kept.Links));
        Assert.Empty(await Tables.Holding(after, "ann.attends"));
        Assert.Equal("Bees and buses", (await after.Appearances.SingleAsync(a => a.SessionId == held)).Talk.Title);
        Assert.Equal(AppearanceState.Declined, (await after.Appearances.SingleAsync(a => a.Id == ahead)).State);
        Assert.False(await after.Files.AnyAsync());
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory, EachDatabase]
    public async Task Who_runs_a_series_is_taken_off_its_team_first_and_only_an_admin_erases_others(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, Ann, Name);
        var id = (await house.Place(Ann)).PersonId;
        await house.Database.Write(db => Task.FromResult(db.Add(new HostGrant { PersonId = id, SeriesId = house.SeriesId, Role = Role.Host, CreatedAt = House.Now })));

        Assert.Equal(ErasureRefusal.RunsSeries, (await Erase(house).ByAdmin(house.Host, id)).No);
        Assert.Equal(ErasureRefusal.NotAllowed, (await Erase(house).ByAdmin(house.Host with { IsAdmin = false, IsHost = true, Series = new HashSet<Guid> { house.SeriesId } }, id)).No);
        Assert.Equal(ErasureRefusal.NotFound, (await Erase(house).ByAdmin(house.Host, Guid.NewGuid())).No);
        Assert.Equal(Ann, (await house.Place(Ann)).Person!.Address);
    }

    [Theory, EachDatabase]
    public async Task A_year_after_their_last_session_people_are_forgotten_and_every_number_stays(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Standing.Join(house.SeriesId, "always@example.org");
        foreach (var who in new[] { Ann, "came@example.org", "left@example.org" }) await house.Service.SignUp(house.SessionId, who, who == Ann ? Name : null);
        await house.Service.Withdraw(await house.MyToken("left@example.org"), (await house.Place("left@example.org")).Id);
        house.Time.MoveTo(new(2023, 11, 1, 12, 5, 0, TimeSpan.Zero));
        foreach (var who in new[] { Ann, "always@example.org" }) await house.Personal.Join(house.Links.Join(await house.Place(who), (await house.Place(who)).Person!));
        house.Time.MoveTo(new(2023, 11, 1, 14, 0, 0, TimeSpan.Zero));
        await house.Attendance.Say(house.Links.Join(await house.Place(Ann), (await house.Place(Ann)).Person!), 5, "More of it");
        await house.Deliver();
        var (before, ann) = (await Numbers(house), await house.Place(Ann));

        await RunAt(house, new(2024, 10, 31, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(Ann, (await house.Place(Ann)).Person!.Address);
        await RunAt(house, new(2024, 11, 3, 12, 0, 0, TimeSpan.Zero));

        await using var db = house.Database.Read();
        foreach (var gone in new[] { Ann, Name, "came@", "left@" }) Assert.Empty(await Tables.Holding(db, gone));
        Assert.Empty(await Tables.Holding(db, ann.PersonId));
        Assert.Equal(["always@example.org"], await db.People.Where(p => p.Address != null).Select(p => p.Address).ToListAsync());
        Assert.Equal(before, await Numbers(house));
        Assert.Equal("More of it", (await db.Feedback.SingleAsync()).Comment);
        Assert.Equal(3, await db.Registrations.Where(r => r.Person!.ForgottenAt != null).Select(r => r.PersonId).Distinct().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Another_series_of_theirs_keeps_its_own_and_knows_nothing_of_the_first(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, Ann, Name);
        var other = await new Samples(house.Database).Series("other", "Other").Session("late", Samples.At(2024, 9, 4)).Save();
        await house.Service.SignUp(other.LastSession.Id, Ann);
        await house.Deliver();

        await RunAt(house, new(2024, 11, 3, 12, 0, 0, TimeSpan.Zero));

        await using var db = house.Database.Read();
        var rows = await db.Registrations.Include(r => r.Person).ToListAsync();
        Assert.Equal([(null, false), (Ann, true)], rows.OrderBy(r => r.Person!.Address is not null).Select(r => (r.Person!.Address, r.SessionId == other.LastSession.Id)));
        Assert.Equal([OutboxMessage.Forgotten, Ann], await db.Outbox.OrderBy(m => m.SeriesId == other.LastSeries.Id).Select(m => m.Recipient).ToListAsync());
        Assert.DoesNotContain(rows, r => r.Person!.ForgottenAt is not null && r.PersonId.Version == 7);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ErasePerson Erase(House house) => new(house.Database, house.Time, new FileStore(_folder));

    private static async Task<string> Proof(House house, string my)
    {
        Assert.True((await house.Personal.SendProof(my)).Ok);
        Assert.True((await house.Personal.SendProof(my)).Ok);
        var mail = Assert.Single((await house.Deliver()), m => m.Row.Kind == RegistrationMail.OwnData);
        var link = MailBodyText.Render(mail.Mail.Body).Split('\n').Single(l => l.Contains("/my-data/", StringComparison.Ordinal));
        return link.Trim()[(link.Trim().LastIndexOf('/') + 1)..];
    }

    private static Sessions.Archive.Resource Resource(House house, string? author, string? contact, string? credit, string? source) =>
        new() { SessionId = house.SessionId, Title = "Figures", Url = "https://example.org/figures", Author = author, Contact = contact, Credit = credit, Source = source, CreatedAt = House.Now };

    /// <summary>A session of two months ago, with a place of somebody's.</summary>
    private static async Task<Guid> Held(House house, string? address)
    {
        var when = Samples.At(2023, 8, 2);
        var session = new Sessions.Scheduling.Session { SeriesId = house.SeriesId, Slug = "held", Title = "Held", When = when, CreatedAt = House.Now, PublishedAt = House.Now }.At(when);
        await new Samples(house.Database).Add(session).Save();
        if (address is null) return session.Id;
        var person = (await house.Place(address)).PersonId;
        await house.Database.Write(async db => db.Add(new Registration { SessionId = session.Id, PersonId = person, CreatedAt = House.Now }).Entity
            .Enter(await db.Sessions.SingleAsync(s => s.Id == session.Id), House.Now));
        return session.Id;
    }

    private static async Task RunAt(House house, DateTimeOffset at)
    {
        house.Time.MoveTo(at);
        await new RetentionJob(house.Database, house.Time).Run(CancellationToken.None);
    }

    private static async Task<string> Numbers(House house)
    {
        var (people, said, list) = ((await new SeriesPeople(house.Database).Read(house.Host, "weekly", house.Time.Now()))!,
            (await new FeedbackView(house.Database).Read(house.Host, house.SessionId))!, (await new AttendeeList(house.Database).Read(house.Host, house.SessionId))!);
        await using var db = house.Database.Read();
        var session = await db.Sessions.SingleAsync(s => s.Id == house.SessionId);
        return string.Join('\n', people.Turnout, people.Standing, people.Followers, said.Places, said.Came, said.Mean, string.Join(',', list.People.Select(p => (p.State, p.Place, p.Since, p.JoinedAt))),
            (session.Confirmed, session.Waiting, session.Offered), await db.Outbox.CountAsync(m => m.SentAt != null));
    }
}
