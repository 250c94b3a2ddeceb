using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers.Proposals;
using Sessions.Views;

namespace Sessions.Workflows;

/// <summary>Anybody offers a talk or suggests a topic. What is answered never depends on who sent it.</summary>
public sealed class SendProposal
{
    /// <summary>The same once more within this time is a second press of the button.</summary>
    private static readonly Duration Same = Duration.FromHours(1);

    private static readonly Duration MailLife = Duration.FromDays(2);

    /// <summary>Unread, over all series: more than that no hosts read, so that the form closes until they did.</summary>
    private const int MostUnread = 1000;

    /// <summary>In an hour, of topics that nobody stands behind with an address.</summary>
    private const int MostNameless = 30;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SendProposal(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Saves all of it or, where a field has a fault, nothing.</summary>
    public async Task<Answer<ProposalSent, ProposalRefusal>> Save(ProposalForm form)
    {
        var faults = ProposalRules.Check(form);
        var sender = await Known(form);
        return await _database.Write<Answer<ProposalSent, ProposalRefusal>>(async db =>
        {
            var now = _time.Now();
            var wanted = TypedText.Line(form.Series);
            var open = await ProposalPages.Open(db).ToListAsync();
            if (open.Count == 0 || await IsFull(db, form, now)) return ProposalRefusal.Closed;
            var series = open.Find(s => s.Slug == wanted);
            if (wanted is not null && series is null) return await db.Series.AnyAsync(s => s.Slug == wanted && s.PublishedAt != null)
                ? ProposalRefusal.Closed
                : new ProposalSent([.. faults, new(ProposalField.Series, ProposalFaultKind.Unknown)]);
            if (faults.Count > 0) return new ProposalSent(faults);
            await Keep(db, form, series?.Id, now);
            return new ProposalSent([]);
        }, sender is { } person ? RowLocks.Person(person) : default);
    }

    private async Task<Guid?> Known(ProposalForm form)
    {
        if (!EmailAddress.TryParse(form.Address, out var address, out _)) return null;
        await using var db = _database.Read();
        return await db.People.Where(p => p.Address == address.Key).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
    }

    private static async Task<bool> IsFull(SessionsDb db, ProposalForm form, Instant now)
    {
        if (await db.Proposals.CountAsync(p => p.State == ProposalState.New) >= MostUnread) return true;
        var hour = now - Duration.FromHours(1);
        return TypedText.Line(form.Address) is null && await db.Proposals.CountAsync(p => p.PersonId == null && p.CreatedAt > hour) >= MostNameless;
    }

    private static async Task Keep(SessionsDb db, ProposalForm form, Guid? seriesId, Instant now)
    {
        var person = EmailAddress.TryParse(form.Address, out var address, out _) ? await PersonRows.ByAddress(db, address, null, now) : null;
        if (person?.BlockedAt is not null) return;
        var (id, title, since) = (person?.Id, TypedText.Line(form.Title)!, now - Same);
        if (await db.Proposals.AnyAsync(p => p.PersonId == id && p.Title == title && p.Kind == form.Kind && p.SeriesId == seriesId && p.CreatedAt > since)) return;
        var proposal = db.Add(new Proposal
        {
            Kind = form.Kind,
            SeriesId = seriesId,
            PersonId = id,
            Name = TypedText.Line(form.Name),
            Title = title,
            About = TypedText.Lines(form.About),
            Links = ProposalRules.Links(form.Links),
            CreatedAt = now,
        }).Entity;
        if (person is null || await HadEnough(db, person, now)) return;
        await db.Owe(new($"proposal:{proposal.Id}:received", ProposalMail.Received, proposal.Id, person.Id, person.Address!, now + MailLife)
        {
            SeriesId = seriesId,
        }, now);
    }

    /// <summary>Anybody may type any address and any title. This mail is a courtesy: it neither comes again and again nor stands in the way of those that matter.</summary>
    private static async Task<bool> HadEnough(SessionsDb db, Person person, Instant now)
    {
        var (day, most) = (now - Duration.FromHours(24), person.ProvenAt is null ? 1 : UnprovenAddressQueries.MailsPerDay);
        return await db.Proposals.CountAsync(p => p.PersonId == person.Id && p.CreatedAt > day) >= most || await UnprovenAddressQueries.NextMail(db, person, now) is not null;
    }
}

/// <param name="Faults">None where it was taken.</param>
public sealed record ProposalSent(IReadOnlyList<ProposalFault> Faults);
