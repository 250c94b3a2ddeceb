using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>Sends a real invitation to one address at once, past the outbox, and says where it got stuck.</summary>
public sealed class MailTestService(IMailTransport transport, OutboxOptions from, SiteOptions site, TimeProvider time, IStringLocalizer<MailTestService> words)
{
    private static readonly Duration Length = Duration.FromMinutes(30);

    /// <param name="withCancel">A second mail takes the entry out of the calendar again.</param>
    /// <returns>The trial of the last mail that was sent; null when the address is none.</returns>
    public async Task<MailTrial?> Send(string? address, bool withCancel, CancellationToken stop = default)
    {
        if (!EmailAddress.TryParse(address, out var to, out _)) return null;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var uid = $"test-{Guid.CreateVersion7():n}@{from.From.Domain}";
        var trial = await transport.TryAsync(Message(to, uid, Method.Request, now).ToOutgoing(from.Signer), stop);
        return withCancel && trial.Outcome is SendOutcome.Delivered
            ? await transport.TryAsync(Message(to, uid, Method.Cancel, now).ToOutgoing(from.Signer), stop)
            : trial;
    }

    private MailMessage Message(EmailAddress to, string uid, Method method, Instant now)
    {
        var isOff = method == Method.Cancel;
        string subject = isOff ? words["Test from {0}: off again", site.Name] : words["Test from {0}: an invitation", site.Name];
        var body = new MailBody(subject,
        [
            new MailBlock.Heading(subject),
            new MailBlock.Paragraph((string)(isOff
                ? words["This takes the test entry out of your calendar. Nothing else is to be done."]
                : words["This mail shows that invitations arrive. Your calendar should offer an entry for tomorrow, made up for this test; delete it when you have seen it."])),
        ]);
        return new()
        {
            From = new(from.From, from.Name),
            To = new(to),
            Subject = subject,
            Date = now.ToDateTimeOffset(),
            Id = MessageId.FromKey($"{uid}:{method}", from.From.Domain),
            Text = body.ToText(),
            Html = body.ToHtml(),
            Calendar = new(isOff ? "CANCEL" : "REQUEST", Encoding.UTF8.GetString(Entry(to, uid, method, now).ToBytes())),
        };
    }

    private Calendar Entry(EmailAddress to, string uid, Method method, Instant now)
    {
        var noon = now.InUtc().Date.PlusDays(1).At(new LocalTime(12, 0)).InUtc().ToInstant();
        return new()
        {
            Method = method,
            Events =
            [
                new()
                {
                    Uid = uid,
                    Sequence = method == Method.Cancel ? 1 : 0,
                    Stamp = now,
                    Time = EventTime.InUtc(noon, noon + Length),
                    Summary = words["Test from {0}", site.Name],
                    Description = words["Made up to see that invitations arrive."],
                    Organizer = new(site.Name, from.From.Value),
                    Attendee = new(null, to.Value, Role.RequiredParticipant, Participation.Accepted, Rsvp: false),
                    Status = method == Method.Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
                },
            ],
        };
    }
}
