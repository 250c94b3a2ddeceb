using Microsoft.Extensions.DependencyInjection;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class DkimOutboxTests
{
    private static readonly OutboxOptions Signed = new(DkimWitness.From, "Sessions") { Signer = DkimWitness.Signer };

    [Theory, EachDatabase]
    public async Task What_is_kept_is_signed_and_every_attempt_sends_just_that(DatabaseProvider provider)
    {
        var answers = new Queue<SendOutcome>([new SendOutcome.Deferred(451, "later"), new SendOutcome.Delivered("250 ok")]);
        var transport = new RecordingTransport((_, _) => Task.FromResult(answers.Dequeue()));
        await using var rig = await OutboxRig.Create(provider, transport, services => services.AddSingleton(Signed));
        await rig.Owe("one");
        var written = rig.Time.GetUtcNow();

        await rig.Deliver();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Deliver();

        var kept = (await rig.Row("one")).Body!.Bytes;
        Assert.True(DkimWitness.Verifies(kept));
        Assert.Equal(2, transport.Taken.Count);
        Assert.All(transport.Taken, mail => Assert.Equal((Convert.ToHexString(kept), written), (Convert.ToHexString(mail.Bytes.Span), mail.Date)));
    }

    [Fact]
    public async Task A_mail_that_was_written_before_there_was_a_key_goes_as_it_was()
    {
        var transport = new RecordingTransport((_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Deferred(451, "later")));
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, transport);
        await rig.Owe("one");
        await rig.Deliver();
        var row = await rig.Row("one");

        var read = new OutboxComposer([], Signed).Read(row, row.Body!.Bytes);

        Assert.Equal((rig.Time.GetUtcNow(), Convert.ToHexString(transport.Taken.Single().Bytes.Span)), (read.Date, Convert.ToHexString(read.Bytes.Span)));
    }

    [Fact]
    public async Task The_mail_that_tries_the_way_out_is_signed_too()
    {
        var transport = new RecordingTransport();
        await using var rig = await OutboxRig.Create(DatabaseProvider.Sqlite, transport, services => services.AddSingleton(Signed).AddSingleton<MailTestService>());

        await rig.Get<MailTestService>().Send("kestrel@example.org", withCancel: true);

        Assert.Equal(2, transport.Taken.Count);
        Assert.All(transport.Taken, mail => Assert.True(DkimWitness.Verifies(mail.Bytes)));
    }
}
