using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Workflows;
using static Sessions.Invitations.InboundEffect;
using static Sessions.Invitations.ReplyRefusal;

namespace Sessions.Tests.Workflows;

/// <summary>What comes back by mail: an answer becomes a place, or is refused with a reason that is kept.</summary>
public sealed class TakeMailTests
{
    [Theory, EachDatabase]
    public async Task An_invitation_asks_for_an_answer_at_an_address_of_its_own_where_a_mailbox_is_read(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Service.SignUp(house.SessionId, "lee@example.org");

        var calendars = (await house.Deliver()).Select(m => m.Mail.Calendar!.Text.Replace("\r\n ", "", StringComparison.Ordinal)).ToList();

        Assert.All(calendars, text => Assert.Matches(@"ORGANIZER;CN=""Open data"":mailto:rsvp\+[a-z2-7]{32}@example\.org", text));
        Assert.All(calendars, text => Assert.Contains("PARTSTAT=ACCEPTED;RSVP=TRUE", text, StringComparison.Ordinal));
        Assert.Equal(2, calendars.Select(text => text[text.IndexOf("rsvp+", StringComparison.Ordinal)..][..40]).Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task Declining_in_the_calendar_frees_the_place_for_the_next_in_line_and_mails_nobody_else(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Service.SignUp(house.SessionId, "lee@example.org");
        await house.Deliver();

        Assert.Equal([new(PlaceGivenUp, null)], await Take(house, (await ReplyMail.To_entry(house)) with { Answer = "DECLINED" }));

        Assert.Equal(RegistrationState.Withdrawn, (await house.Place("kim@example.org")).State);
        Assert.Equal(RegistrationState.Confirmed, (await house.Place("lee@example.org")).State);
        Assert.Equal(["lee@example.org"], (await house.Deliver()).Select(m => m.Row.Recipient));
        Assert.NotNull((await house.Place("kim@example.org")).Person!.ProvenAt);
    }

    [Theory, EachDatabase]
    public async Task Accepting_after_a_no_takes_the_place_again_under_the_same_UID_with_a_higher_number(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var reply = await ReplyMail.To_entry(house);
        await Take(house, reply with { Answer = "DECLINED" });

        Assert.Equal([new(PlaceTaken, null)], await Take(house, reply with { Stamp = "20231020T110000Z", MessageId = "2@mail.example.org" }));

        var (row, mail) = Assert.Single(await house.Deliver());
        Assert.Equal((RegistrationMail.Confirmed, "REQUEST"), (row.Kind, mail.Calendar!.Method));
        Assert.Contains($"UID:{reply.Uid}\r\n", mail.Calendar.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", mail.Calendar.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Accepting_again_when_the_place_is_gone_joins_the_line_says_so_and_takes_the_entry_back(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Service.SignUp(house.SessionId, "lee@example.org");
        await house.Deliver();
        var reply = await ReplyMail.To_entry(house);
        await Take(house, reply with { Answer = "DECLINED" });
        await house.Deliver();

        Assert.Equal([new(Waiting, null)], await Take(house, reply with { Stamp = "20231020T110000Z", MessageId = "2@mail.example.org" }));

        var (row, mail) = Assert.Single(await house.Deliver());
        Assert.Equal((RegistrationMail.Waitlisted, "CANCEL"), (row.Kind, mail.Calendar!.Method));
        Assert.DoesNotContain("STATUS:CANCELLED", mail.Calendar.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Maybe_is_kept_and_keeps_the_place_and_stands_in_the_next_update(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();

        Assert.Equal([new(Noted, null)], await Take(house, (await ReplyMail.To_entry(house)) with { Answer = "TENTATIVE" }));

        Assert.Equal(RegistrationState.Confirmed, (await house.Place("kim@example.org")).State);
        await using var db = house.Database.Read();
        Assert.Equal(Participation.Tentative, (await db.CalendarEntries.SingleAsync()).Answer);
    }

    [Theory, EachDatabase]
    public async Task The_same_message_again_does_nothing_again(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, capacity: 1, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var reply = await ReplyMail.To_entry(house);
        await Take(house, reply with { Answer = "DECLINED", MessageId = "1@mail.example.org" });
        await Take(house, reply with { Stamp = "20231020T110000Z", MessageId = "2@mail.example.org" });

        Assert.Equal([new(PlaceGivenUp, null)], await Take(house, reply with { Answer = "DECLINED", MessageId = "1@mail.example.org" }));

        Assert.Equal(RegistrationState.Confirmed, (await house.Place("kim@example.org")).State);
        await using var db = house.Database.Read();
        Assert.Equal(2, await db.InboundMail.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task What_may_not_count_changes_nothing_and_is_kept_with_its_reason(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Service.SignUp(house.SessionId, "lee@example.org");
        await house.Deliver();
        var reply = (await ReplyMail.To_entry(house)) with { Answer = "DECLINED" };
        var other = await ReplyMail.To_entry(house, "lee@example.org");
        var outsiders = reply with { To = "rsvp@example.org" };
        (ReplyMail Mail, ReplyRefusal Why)[] refused =
        [
            (outsiders, NotTrusted),
            (reply with { To = "rsvp+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org" }, NotTrusted),
            (reply with { To = other.To }, NotTrusted),
            (outsiders with { Headers = "Authentication-Results: mx.attacker.example; dmarc=pass header.from=example.org" }, NotTrusted),
            (outsiders with { Headers = "Authentication-Results: mx.example.org; dmarc=fail header.from=example.org" }, NotTrusted),
            (outsiders with { From = "eve@example.org", Headers = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org" }, NotTrusted),
            (reply with { Attendee = "lee@example.org" }, NotInvited),
            (reply with { Attendee = "stranger@example.org" }, NotInvited),
            (reply with { Sequence = 7 }, SequenceUnknown),
            (reply with { Answer = "DELEGATED" }, NoAnswer),
            (reply with { Answer = "NEEDS-ACTION" }, NoAnswer),
            (reply with { Method = "CANCEL" }, NotOurs),
            (reply with { Method = "REQUEST" }, NotOurs),
            (reply with { Method = "ADD" }, NotOurs),
            (reply with { Uid = "6a1b8d3c-0000-4000-8000-000000000000" }, EntryUnknown),
            (reply with { Lines = "RECURRENCE-ID:20200101T000000Z" }, SlotUnknown),
            (reply with { Lines = "RECURRENCE-ID;TZID=Nowhere/Land:20200101T000000" }, SlotUnknown),
        ];

        foreach (var (mail, why) in refused) Assert.Equal([new(Refused, why)], await Take(house, mail with { MessageId = $"{Guid.NewGuid():n}@mail.example.org" }));

        Assert.Equal([RegistrationState.Confirmed, RegistrationState.Confirmed], [(await house.Place("kim@example.org")).State, (await house.Place("lee@example.org")).State]);
        Assert.Empty(await house.Deliver());
        await using var db = house.Database.Read();
        Assert.Equal(refused.Select(r => (ReplyRefusal?)r.Why), (await db.InboundMail.OrderBy(m => m.Id).ToListAsync()).Select(m => m.Refusal));
    }

    [Theory, EachDatabase]
    public async Task Without_the_secret_our_own_servers_word_for_the_sender_is_enough(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var reply = (await ReplyMail.To_entry(house)) with { To = "rsvp@example.org", Answer = "DECLINED", Headers = "Authentication-Results: mx.example.org; dkim=pass header.d=example.org" };

        Assert.Equal([new(PlaceGivenUp, null)], await Take(house, reply));
    }

    [Theory, EachDatabase]
    public async Task An_answer_to_the_old_hour_says_nothing_of_the_new(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var reply = (await ReplyMail.To_entry(house)) with { Answer = "DECLINED" };
        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new LocalDateTime(2023, 11, 23, 17, 0), 60));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var moved = Assert.Single(await house.Deliver()).Mail;

        Assert.Contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE", moved.Calendar!.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([new(Refused, Stale)], await Take(house, reply));
        Assert.Equal([new(PlaceGivenUp, null)], await Take(house, reply with { Sequence = 1, MessageId = "2@mail.example.org" }));
    }

    [Theory, EachDatabase]
    public async Task An_entry_from_before_there_was_a_mailbox_keeps_its_organizer_and_asks_for_no_answer(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        await house.Database.Write(async db => await db.Database.ExecuteSqlAsync($"UPDATE calendar_entries SET \"Organizer\" = 'sessions@example.org'"));

        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new LocalDateTime(2023, 11, 23, 17, 0), 60));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        await house.Notices.Run(CancellationToken.None);
        var text = Assert.Single(await house.Deliver()).Mail.Calendar!.Text.Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains("mailto:sessions@example.org", text, StringComparison.Ordinal);
        Assert.Contains("PARTSTAT=ACCEPTED;RSVP=FALSE", text, StringComparison.Ordinal);
        Assert.Contains("an answer from the calendar reaches nobody", text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Of_two_answers_with_one_number_the_younger_counts_in_whatever_order_they_come(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var reply = await ReplyMail.To_entry(house);

        await Take(house, reply with { Answer = "TENTATIVE", Stamp = "20231020T120000Z" });

        Assert.Equal([new(Refused, Stale)], await Take(house, reply with { Answer = "DECLINED", Stamp = "20231020T110000Z", MessageId = "2@mail.example.org" }));
    }

    [Theory, EachDatabase]
    public async Task Another_hour_that_is_proposed_is_kept_for_the_hosts_and_moves_nothing(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var counter = (await ReplyMail.To_entry(house)) with { Method = "COUNTER", Answer = "TENTATIVE", Start = "20231102T170000Z", Lines = "DTEND:20231102T180000Z\nCOMMENT:An hour later?" };

        Assert.Equal([new(Proposed, null)], await Take(house, counter));

        await using var db = house.Database.Read();
        Assert.Equal("2023-11-02 17:00 – 2023-11-02 18:00 (Europe/London)\nAn hour later?", (await db.InboundMail.SingleAsync()).Text);
        Assert.Equal(RegistrationState.Confirmed, (await house.Place("kim@example.org")).State);
    }

    [Theory, EachDatabase]
    public async Task A_mail_that_came_back_for_good_stands_as_failed_and_marks_its_address_and_one_about_another_does_nothing(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        var (row, _) = Assert.Single(await house.Deliver());

        Assert.Equal([new(Refused, MailUnknown)], await house.Mails.Run(Report("lee@example.org", "5.1.1", row.MessageId!), InboundWay.Pipe));
        Assert.Equal([new(Refused, MailUnknown)], await house.Mails.Run(Report("kim@example.org", "5.1.1", "guessed@example.org"), InboundWay.Pipe));
        Assert.Equal([new(Delayed, null)], await house.Mails.Run(Report("kim@example.org", "4.4.1", row.MessageId!, "delayed"), InboundWay.Pipe));
        Assert.Null((await house.Place("kim@example.org")).Person!.BouncedAt);
        Assert.Equal([new(Bounced, null)], await house.Mails.Run(Report("kim@example.org", "5.1.1", row.MessageId!), InboundWay.Pipe));

        Assert.NotNull((await house.Place("kim@example.org")).Person!.BouncedAt);
        await using var db = house.Database.Read();
        Assert.Equal((Sessions.Outbox.OutboxState.Failed, "5.1.1 550 no such user"), await db.Outbox.Select(m => new ValueTuple<Sessions.Outbox.OutboxState, string?>(m.State, m.LastError)).SingleAsync());
    }

    [Theory, EachDatabase]
    public async Task Words_of_a_person_are_kept_for_the_hosts_and_answers_of_programs_are_not(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, reads: true);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var to = (await ReplyMail.To_entry(house)).To;
        await new HostService(house.Database, house.Time).InviteHost("host@example.org", house.SeriesId);
        await new HostService(house.Database, house.Time).InviteAdmin("admin@example.org");

        Assert.Equal([new(Letter, null)], await house.Mails.Run(Words(to, "Will there be slides?"), InboundWay.Http));
        Assert.Equal([new(Letter, null)], await house.Mails.Run(Words(to, "Kim passed this on.", from: "lee@example.org"), InboundWay.Http));
        Assert.Equal([new(Refused, Automatic)], await house.Mails.Run(Words(to, "I am away.", "Auto-Submitted: auto-replied"), InboundWay.Http));
        Assert.Equal([new(Refused, EntryUnknown)], await house.Mails.Run(Words("rsvp@example.org", "Buy now"), InboundWay.Http));
        Assert.Equal([new(Refused, Unreadable)], await house.Mails.Run(ReadOnlyMemory<byte>.Empty, InboundWay.Http));

        await using var db = house.Database.Read();
        var (row, letter) = (await house.Deliver())[0];
        Assert.Equal((LetterEmails.Kind, "host@example.org", "kim@example.org"), (row.Kind, row.Recipient, letter.ReplyTo!.Value));
        Assert.Contains("Will there be slides?", letter.Body.ToText(), StringComparison.Ordinal);
        Assert.Equal((house.SeriesId, "Will there be slides?"), await db.InboundMail.Where(m => m.Effect == Letter && m.PersonId != null).Select(m => new ValueTuple<Guid, string>(m.SeriesId!.Value, m.Text!)).SingleAsync());
    }

    private static Task<IReadOnlyList<InboundResult>> Take(House house, ReplyMail mail) => house.Mails.Run(mail.Bytes, InboundWay.Pipe);

    private static byte[] Words(string to, string text, string header = "X-Nothing: 1", string from = "kim@example.org") => Encoding.UTF8.GetBytes(
        $"From: Kim <{from}>\r\nTo: {to}\r\nSubject: A question\r\nMessage-ID: <{Guid.NewGuid():n}@mail.example.org>\r\n{header}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");

    private static byte[] Report(string recipient, string status, string about, string action = "failed") => Encoding.UTF8.GetBytes($"""
        From: Mail Delivery System <mailer-daemon@mx.example.org>
        To: rsvp@example.org
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <{Guid.NewGuid():n}@mx.example.org>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 no such user

        --b
        Content-Type: text/rfc822-headers

        From: sessions@example.org
        Message-ID: <{about}>
        Subject: Your place is saved

        --b--
        """.ReplaceLineEndings("\r\n"));
}
