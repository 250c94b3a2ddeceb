using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class MergePeopleTests
{
    private const string Work = "ann@work.example";
    private const string Home = "ann@home.example";

    [Theory, EachDatabase]
    public async Task Two_addresses_become_one_person_and_both_calendars_are_put_right(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, Home, "Ann");
        await house.Standing.Follow(house.SeriesId, Work);
        await house.Deliver();
        var (kept, other) = await Ids(house);
        var join = house.Links.Join(await house.Place(Home), (await house.Place(Home)).Person!);
        var merge = new MergePeople(house.Database, house.Time);

        var ahead = (await merge.Preview(house.Host, kept, other)).Value!;
        Assert.Equal(other, (await house.Place(Home)).PersonId);
        Assert.Equal(ahead, (await merge.Save(house.Host, kept, other)).Value);

        Assert.Equal((Work, Home, 1, 2), (ahead.Kept, ahead.Other, ahead.Places, ahead.Mails));
        var mails = await house.Deliver();
        Assert.Equal([(Home, "CANCEL"), (Work, "REQUEST")], mails.Select(m => (m.Row.Recipient, m.Mail.Calendar!.Method)).Order());
        Assert.NotEqual(Uid(mails[0].Mail), Uid(mails[1].Mail));
        Assert.Equal((kept, "Ann"), ((await house.Place(Work)).PersonId, (await house.Place(Work)).Person!.Name));
        // Links in mails of before: the place opens, the page of the other does not.
        Assert.NotNull(await house.My.Join(join, house.Time.Now()));
        Assert.Null(await house.My.My(house.Links.Token(LinkPurpose.My, other, 0), house.Time.Now()));
        Assert.Null(await house.My.My(house.Links.Token(LinkPurpose.My, other, 1), house.Time.Now()));

        // The other address leads here from now on.
        house.Time.Advance(TimeSpan.FromHours(25));
        await house.Standing.Join(house.SeriesId, Home);
        Assert.Equal([Work], (await house.Deliver()).Select(m => m.Row.Recipient));
        await house.Personal.SendLink(Home);
        Assert.Equal([Work], (await house.Deliver()).Select(m => m.Row.Recipient));
    }

    [Theory, EachDatabase]
    public async Task Where_both_have_a_place_the_better_one_stays_and_the_other_passes_on(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 2);
        foreach (var who in new[] { Home, "full@example.org", Work, "next@example.org" }) await house.Service.SignUp(house.SessionId, who);
        foreach (var who in new[] { Home, Work }) await house.Standing.Join(house.SeriesId, who);
        await house.Deliver();
        var (kept, other) = await Ids(house);

        Assert.True((await new MergePeople(house.Database, house.Time).Save(house.Host, kept, other)).Ok);

        await using var db = house.Database.Read();
        var rows = await db.Registrations.Include(r => r.Person).OrderBy(r => r.Order).Select(r => new { r.Person!.Address, r.State, r.StandingId }).ToListAsync();
        Assert.Equal([(Work, RegistrationState.Confirmed), ("full@example.org", RegistrationState.Confirmed), ("next@example.org", RegistrationState.Waitlisted)], rows.Select(r => (r.Address!, r.State)));
        var standing = await db.Standing.ToListAsync();
        Assert.Equal((2, 1), (standing.Count(s => s.PersonId == kept), standing.Count(s => s.LeftAt is null)));
        Assert.Equal(standing.Single(s => s.LeftAt is null).Id, rows[0].StandingId);
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((2, 1), (session.Confirmed, session.Waiting));
    }

    [Theory, EachDatabase]
    public async Task Who_can_not_be_put_together_stays_apart_and_the_reason_is_named(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        foreach (var who in new[] { Home, Work, "blocked@example.org" }) await house.Service.SignUp(house.SessionId, who);
        var (kept, other) = await Ids(house);
        var blocked = await house.Place("blocked@example.org");
        await house.Personal.Disown(house.Links.Token(LinkPurpose.NotMe, blocked.PersonId, 0));
        var merge = new MergePeople(house.Database, house.Time);

        Assert.Equal(MergeRefusal.NotAllowed, (await merge.Save(house.Host with { IsAdmin = false }, kept, other)).No);
        Assert.Equal(MergeRefusal.SamePerson, (await merge.Save(house.Host, kept, kept)).No);
        Assert.Equal(MergeRefusal.NotFound, (await merge.Save(house.Host, kept, Guid.NewGuid())).No);
        Assert.Equal(MergeRefusal.Blocked, (await merge.Save(house.Host, kept, blocked.PersonId)).No);
        await new HostRow(house, other).Add();
        Assert.Equal(MergeRefusal.RunsSeries, (await merge.Save(house.Host, kept, other)).No);
        Assert.Equal((kept, other), await Ids(house));
    }

    [Theory, EachDatabase]
    public async Task Erased_with_one_address_is_erased_with_both_and_their_notes(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        foreach (var who in new[] { Home, Work }) await house.Service.SignUp(house.SessionId, who, "Ann Attends");
        await house.Deliver();
        var (kept, other) = await Ids(house);
        Assert.True((await new NotePerson(house.Database, house.Time).Add(house.Host, kept, house.SeriesId, "Ann Attends prefers mornings.")).Ok);
        await new MergePeople(house.Database, house.Time).Save(house.Host, kept, other);
        var folder = Directory.CreateTempSubdirectory("sessions-merged-").FullName;

        Assert.True((await new ErasePerson(house.Database, house.Time, new(folder)).ByAdmin(house.Host, kept)).Ok);

        Directory.Delete(folder);
        await using var db = house.Database.Read();
        foreach (var word in new object[] { Home, Work, "Ann Attends", kept, other }) Assert.Empty(await Tables.Holding(db, word));
    }

    [Theory, EachDatabase]
    public async Task Hosts_find_whom_their_own_series_met_and_their_notes_stay_with_their_series(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, Home, "Ann Ährlich");
        var elsewhere = await new Samples(house.Database).Series("other", "Other").Session("late", Samples.At(2024, 9, 4)).Save();
        await house.Service.SignUp(elsewhere.LastSession.Id, Work, "Bo");
        var (view, notes) = (new PeopleView(house.Database), new PersonNotes(house.Database));
        var host = house.Host with { IsAdmin = false, IsHost = true, Series = new HashSet<Guid> { house.SeriesId } };
        var stranger = host with { Series = new HashSet<Guid> { elsewhere.LastSeries.Id } };
        var service = new NotePerson(house.Database, house.Time);
        var ann = (await house.Place(Home)).PersonId;

        Assert.Equal(["Ann Ährlich"], (await view.Find(host, "Ährlich")).People.Select(p => p.Name));
        Assert.Equal([Home], (await view.Find(host, "HOME.exa")).People.Select(p => p.Address));
        Assert.Empty((await view.Find(host, "bo")).People);
        Assert.Equal(3, (await view.Find(house.Host, "ann")).Count + (await view.Find(house.Host, "Bo")).Count);
        Assert.Empty((await view.Find(host with { IsHost = false, Series = new HashSet<Guid>(), Helps = new HashSet<Guid> { house.SeriesId } }, "")).People);

        var note = (await service.Add(host, ann, house.SeriesId, " Prefers mornings. ")).Value;
        Assert.Equal(NoteRefusal.NotAllowed, (await service.Add(stranger, ann, house.SeriesId, "Mine")).No);
        Assert.Equal(NoteRefusal.NotFound, (await service.Add(stranger, ann, elsewhere.LastSeries.Id, "Never met")).No);
        Assert.Equal(["Prefers mornings."], (await notes.Read(host, ann))!.Notes.Select(n => n.Text));
        Assert.Null(await notes.Read(stranger, ann));
        Assert.Equal(NoteRefusal.NotAllowed, await service.Remove(stranger, note));
        Assert.Null(await service.Remove(host, note));
    }

    private static async Task<(Guid Kept, Guid Other)> Ids(House house)
    {
        await using var db = house.Database.Read();
        return (await db.People.Where(p => p.Address == Work).Select(p => p.Id).SingleAsync(), await db.People.Where(p => p.Address == Home).Select(p => p.Id).SingleAsync());
    }

    private static string Uid(Sessions.Outbox.ComposedMail mail) => mail.Calendar!.Text.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));

    private sealed record HostRow(House House, Guid Person)
    {
        public Task Add() => House.Database.Write(db => Task.FromResult(db.Add(new HostGrant { PersonId = Person, SeriesId = House.SeriesId, Role = Role.Host, CreatedAt = House.Time.Now() })));
    }
}
