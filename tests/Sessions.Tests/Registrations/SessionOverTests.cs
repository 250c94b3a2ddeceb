using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

public sealed class SessionOverTests
{
    private static readonly Duration Life = Duration.FromDays(30);

    [Theory, EachDatabase]
    public async Task Nothing_about_a_session_leaves_once_it_ended_also_what_was_written_before_it_moved_nearer(DatabaseProvider provider)
    {
        await using var rig = await MessageRig.Create(provider);
        await Write(rig);
        await rig.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == rig.Later)).Move(Samples.At(2026, 12, 1), rig.Rig.Now));

        rig.Rig.Time.MoveTo(new(2026, 12, 1, 13, 0, 0, TimeSpan.Zero));
        await rig.Rig.Deliver();

        Assert.Equal(["registration.follow-up"], rig.Transport.Recipients);
        await using var db = rig.Database.Read();
        foreach (var row in await db.Outbox.Where(m => m.Kind != RegistrationMail.FollowUp).ToListAsync())
        {
            Assert.Equal(OutboxState.Dropped, row.State);
            Assert.Contains("session ended", row.LastError, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task All_of_it_leaves_in_the_last_minute_of_the_session(DatabaseProvider provider)
    {
        await using var rig = await MessageRig.Create(provider);
        await Write(rig);

        rig.Rig.Time.MoveTo(new(2026, 12, 8, 12, 59, 0, TimeSpan.Zero));
        await rig.Rig.Deliver();

        Assert.Equal(RegistrationMail.UntilTheEnd.Append(RegistrationMail.FollowUp).Order(), rig.Transport.Recipients.Order());
    }

    /// <summary>A new kind of mail has to say which it is.</summary>
    [Fact]
    public async Task Every_kind_of_mail_ends_with_its_session_or_is_named_here_with_its_reason()
    {
        var others = new Dictionary<string, string>
        {
            [RegistrationMail.FollowUp] = "is sent after it",
            [RegistrationMail.FreshLink] = "opens the personal page",
            [RegistrationMail.OwnData] = "opens what is kept of somebody",
            [RegistrationMail.StandingConfirmed] = "is about a whole series",
            [RegistrationMail.StandingLeft] = "is about a whole series",
            [RegistrationMail.Following] = "is about a whole series",
            [RegistrationMail.Announced] = "is about several dates",
            [GroupMessage.MailKind] = "has an end of its own and GroupMessageGate",
            [Sessions.Speakers.Proposals.ProposalMail.Received] = "belongs to no session",
            [Sessions.Speakers.Proposals.ProposalMail.Message] = "belongs to no session",
            [Sessions.Speakers.Proposals.ProposalMail.Declined] = "belongs to no session",
            [Sessions.Archive.Reports.ArchiveNoticeWriter.Kind] = "tells hosts of what was shown",
            [Sessions.Invitations.LetterEmails.Kind] = "tells hosts what somebody wrote",
            [Sessions.People.SignInEmails.Kind] = "belongs to no session",
            [Sessions.Tests.Outbox.OutboxRig.Kind] = "is no mail of the product",
        };
        await using var rig = await MessageRig.Create(DatabaseProvider.Sqlite);
        var kinds = rig.Rig.Get<IEnumerable<IMailComposer>>().SelectMany(c => c.Kinds).ToHashSet();

        Assert.Superset(RegistrationMail.UntilTheEnd.ToHashSet(), kinds);
        Assert.Equal(others.Keys.Order(), kinds.Except(RegistrationMail.UntilTheEnd).Order());
    }

    /// <summary>One written mail of each kind, with more time than its session has.</summary>
    private static Task Write(MessageRig rig) => rig.Database.Write(db =>
    {
        var composer = rig.Rig.Get<OutboxComposer>();
        foreach (var kind in RegistrationMail.UntilTheEnd.Append(RegistrationMail.FollowUp))
        {
            var row = new OutboxMessage
            {
                Key = kind,
                Kind = kind,
                SubjectId = Guid.CreateVersion7(),
                PersonId = Guid.CreateVersion7(),
                Recipient = $"{kind}@example.org",
                SeriesId = rig.Series.Id,
                SessionId = rig.Later,
                Lane = 1,
                DueAt = rig.Rig.Now,
                ExpiresAt = rig.Rig.Now + Life,
                CreatedAt = rig.Rig.Now,
            };
            var mail = new ComposedMail(kind, new(kind, [new MailBlock.Heading(kind)]));
            db.Add(new OutboxBody { Id = row.Id, Bytes = composer.Write(row, mail, composer.IdOf(row), rig.Rig.Now), Preview = kind });
            row.Identify(kind, composer.IdOf(row));
            db.Add(row);
        }
        return Task.CompletedTask;
    });
}
