using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;
using Sessions.Web;
using Sessions.Web.Health;
using Sessions.Web.Jobs;
using Sessions.Workflows;

namespace Sessions.Tests.Web.Health;

/// <summary>Each step of a test mail's way there and back, and the sentence for each thing that can be wrong with it.</summary>
public sealed class MailProofTests
{
    private const string To = "kim@example.net";

    [Fact]
    public async Task On_a_site_that_works_each_step_is_well_and_the_answer_s_way_is_tried_to_its_end()
    {
        await using var mail = new ScriptedSmtpServer(Takes, Takes);
        await using var site = await Site.Create(mail.Options);
        using var stop = new CancellationTokenSource();
        var delivering = site.DeliverBack(mail, 1, stop.Token);

        var steps = await site.Proof().Run(To, withCancel: false).ToListAsync();
        await stop.CancelAsync();
        await delivering;

        Assert.Equal(["worker", "clock", "spf", "dkim", "dmarc", "sending", "reading", "read back"], steps.Select(s => s.Name));
        Assert.Equal(FindingState.Ok, steps[5].Finding.State);
        Assert.StartsWith("read back after", steps[7].Finding.Says, StringComparison.Ordinal);
        await using var db = site.Read();
        Assert.Equal(InboundEffect.Tested, (await db.InboundMail.SingleAsync()).Effect);
    }

    [Fact]
    public async Task Where_mail_goes_into_a_folder_it_says_that_it_reaches_nobody_and_asks_no_name_server()
    {
        await using var site = await Site.Create(smtp: null);
        var steps = await site.Proof().Run(To, withCancel: false).ToListAsync();
        Assert.Equal(["worker", "clock", "sending", "reading"], steps.Select(s => s.Name));
        Judged(steps[2].Finding, FindingState.Note, "there it reaches nobody: set Mail:Transport to Smtp");
    }

    [Theory]
    [InlineData("mail.invalid", 25, "Finding the server", "check the spelling of Mail:Smtp:Host")]
    [InlineData("127.0.0.1", 1, "Connecting", "check Mail:Smtp:Host and Mail:Smtp:Port")]
    public async Task A_server_that_is_not_there_is_named_with_what_to_look_at(string host, int port, string step, string advice) =>
        await Says(new(host, port, SmtpSecurity.None), step, advice);

    [Theory]
    [InlineData("MAIL", "Naming the sender (MAIL FROM)", "check Mail:From")]
    [InlineData("END", "Handing over the message (DATA)", "Often it takes it for spam")]
    public async Task What_the_server_refuses_is_named_by_its_step(string refused, string step, string advice)
    {
        await using var mail = new ScriptedSmtpServer(talk => Refuses(talk, refused));
        await Says(mail.Options, step, advice);
    }

    [Fact]
    public async Task A_wrong_password_of_the_mail_server_is_a_sign_in_that_failed()
    {
        await using var mail = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("AUTH PLAIN");
            await talk.HearAsync();
            await talk.SayAsync("535 5.7.8 no");
            await talk.WaitForTheEndAsync();
        });
        await Says(mail.Options with { User = "ann", Password = "wrong" }, "Signing in (AUTH)", "check Mail:Smtp:User and Mail:Smtp:Password");
    }

    [Theory]
    [InlineData("elsewhere.example", false, "the certificate is for elsewhere.example and not for 127.0.0.1")]
    [InlineData("localhost", true, "the certificate is valid from 20")]
    [InlineData("localhost", false, "nobody whom this machine trusts vouches for the certificate")]
    public async Task A_certificate_that_is_not_taken_says_why(string name, bool ended, string why)
    {
        using var certificate = TestCertificate.Create(name, ended);
        await using var mail = new ScriptedSmtpServer(async talk =>
        {
            await talk.GreetAsync("STARTTLS");
            await talk.AnswerAsync("STARTTLS", "220 go on");
            await Record.ExceptionAsync(() => talk.EncryptAsync(certificate));
        });
        await Says(mail.Options with { Security = SmtpSecurity.StartTls }, "Encrypting (TLS)", why);
    }

    [Fact]
    public async Task A_reply_address_that_the_server_does_not_know_or_that_leads_nowhere_is_said()
    {
        await using var refusing = new ScriptedSmtpServer(Takes, talk => Refuses(talk, "RCPT"));
        await using var unknown = await Site.Create(refusing.Options);
        Assert.Contains("it has to deliver addresses with a plus sign to the same mailbox", (await Last(unknown)).Finding.Says, StringComparison.Ordinal);

        await using var losing = new ScriptedSmtpServer(Takes, Takes);
        await using var lost = await Site.Create(losing.Options);
        var step = await Last(lost);
        Assert.Equal(FindingState.Wrong, step.Finding.State);
        Assert.Contains("was taken by the mail server and never came to the mailbox", step.Finding.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImapStep.SignIn, "check Mail:Inbound:Imap:User and Password")]
    [InlineData(ImapStep.Silent, "does not answer within 5 seconds")]
    [InlineData(ImapStep.Connect, "check Mail:Inbound:Imap:Host and Port")]
    [InlineData(ImapStep.Encrypt, "check that Mail:Inbound:Imap:Security fits the port")]
    [InlineData(ImapStep.Folder, "has no folder INBOX")]
    public void Each_fault_of_the_mailbox_has_its_sentence(ImapStep step, string said) =>
        Assert.Contains(said, MailboxCheck.Sentence(new(step, "why"), new("imap.example.org", 993, SmtpSecurity.Tls, "rsvp", "secret") { Timeout = TimeSpan.FromSeconds(5) }), StringComparison.Ordinal);

    [Fact]
    public async Task A_mailbox_that_falls_silent_or_is_not_there_is_told_apart()
    {
        await using var silent = new ScriptedImapServer(@"\*", silentAt: "LOGIN");
        Assert.Equal(ImapStep.Silent, (await new ImapMailbox(silent.Options with { Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System).FindFault(default))!.Step);
        Assert.Equal(ImapStep.Connect, (await new ImapMailbox(new("127.0.0.1", 1, SmtpSecurity.None, "rsvp", "secret"), TimeProvider.System).FindFault(default))!.Step);
    }

    [Fact]
    public async Task A_worker_that_stands_is_seen_by_the_mail_that_waits()
    {
        await using var mail = new ScriptedSmtpServer(Takes, Takes);
        await using var site = await Site.Create(mail.Options);
        await site.Owe(Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - Duration.FromHours(1));

        var worker = (await site.Proof().Run(To, withCancel: false).ToListAsync())[0];

        Assert.Equal(FindingState.Wrong, worker.Finding.State);
        Assert.Contains("mail does not leave; is the server running", worker.Finding.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, FindingState.Ok, "so answers from calendars arrive")]
    [InlineData(10, FindingState.Wrong, "one of the two clocks is wrong")]
    [InlineData(-10, FindingState.Wrong, "one of the two clocks is wrong")]
    public void A_clock_that_is_ten_minutes_off_is_seen_by_what_the_mail_server_wrote(int minutes, FindingState state, string said)
    {
        var at = Instant.FromUtc(2026, 11, 28, 12, 0);
        var found = MailProof.Judge(new(MessageId.FromKey("id", "example.org"), at, EmailAddress.Parse("rsvp+test@example.org"), new(new SendOutcome.Delivered("ok"), SmtpStep.Deliver, [])), new(at + Duration.FromSeconds(3), at + Duration.FromMinutes(minutes)));
        Assert.Equal((state, true), (found.State, found.Says.Contains(said, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, FindingState.Note, "no name server answers")]
    [InlineData("", FindingState.Wrong, "publishes no SPF record")]
    [InlineData("v=spf1 +all", FindingState.Wrong, "lets everybody send")]
    [InlineData("v=spf1 mx -all", FindingState.Ok, "v=spf1 mx -all")]
    [InlineData("v=spf1 mx -all|v=spf1 a -all", FindingState.Wrong, "several SPF records")]
    public void The_sender_s_record_says_who_may_send(string? published, FindingState state, string said) => Judged(SenderRecordsCheck.JudgeSpf("example.org", Split(published)), state, said);

    [Theory]
    [InlineData(null, FindingState.Note, "no name server answers")]
    [InlineData("", FindingState.Note, "publishes no DMARC record")]
    [InlineData("v=DMARC1; p=reject", FindingState.Ok, "v=DMARC1; p=reject")]
    [InlineData("v=DMARC1; p=none|v=DMARC1; p=reject", FindingState.Wrong, "several DMARC records")]
    public void So_does_the_policy(string? published, FindingState state, string said) => Judged(SenderRecordsCheck.JudgeDmarc("example.org", Split(published)), state, said);

    [Fact]
    public void The_published_key_is_compared_with_the_one_that_signs()
    {
        using var signer = DkimWitness.Create("example.org", "s1", DkimWitness.NewPem(2048));
        var text = signer.Record[(signer.Record.IndexOf("TXT ", StringComparison.Ordinal) + 4)..].Replace("\" \"", "", StringComparison.Ordinal).Trim('"');
        Judged(SenderRecordsCheck.JudgeDkim(signer, [text]), FindingState.Ok, "publishes the key");
        Judged(SenderRecordsCheck.JudgeDkim(signer, [text.Replace("p=M", "p=N", StringComparison.Ordinal)]), FindingState.Wrong, "publishes another key");
        Judged(SenderRecordsCheck.JudgeDkim(signer, []), FindingState.Wrong, "publishes no key");
        Judged(SenderRecordsCheck.JudgeDkim(signer, null), FindingState.Note, "no name server answers");
    }

    private static void Judged(Finding found, FindingState state, string said)
    {
        Assert.Equal(state, found.State);
        Assert.Contains(said, found.Says, StringComparison.Ordinal);
    }

    private static string[]? Split(string? published) => published?.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static async Task Says(SmtpOptions options, string step, string advice)
    {
        await using var site = await Site.Create(options);
        var sending = (await site.Proof().Run(To, withCancel: false).ToListAsync()).Single(s => s.Name == "sending").Finding;
        Assert.Equal(FindingState.Wrong, sending.State);
        Assert.StartsWith(step, sending.Says, StringComparison.Ordinal);
        Assert.Contains(advice, sending.Says, StringComparison.Ordinal);
    }

    private static async Task<ProofStep> Last(Site site) => (await site.Proof().Run(To, withCancel: false).ToListAsync())[^1];

    private static async Task Takes(SmtpConversation talk)
    {
        await talk.GreetAsync();
        await talk.TakeMessageAsync();
        await talk.WaitForTheEndAsync();
    }

    private static async Task Refuses(SmtpConversation talk, string refused)
    {
        await talk.GreetAsync();
        foreach (var verb in new[] { "MAIL", "RCPT", "DATA" })
        {
            await talk.AnswerAsync(verb, verb == refused ? "550 5.7.1 not here" : verb == "DATA" ? "354 go on" : "250 ok");
            if (verb != refused) continue;
            await talk.WaitForTheEndAsync();
            return;
        }

        await talk.HearDataAsync();
        await talk.SayAsync("550 5.7.1 not here");
        await talk.WaitForTheEndAsync();
    }

    /// <summary>The app over a mail server of the test's, with a mailbox that is handed its mail.</summary>
    private sealed class Site(TestDatabase database, WebApplicationFactory<Words> app, string folder) : IAsyncDisposable
    {
        public static async Task<Site> Create(SmtpOptions? smtp)
        {
            var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
            var folder = Directory.CreateTempSubdirectory("sessions-proof-").FullName;
            var app = new SiteAt(new(DatabaseProvider.Sqlite, database.ConnectionString), folder, ("Mail:Inbound:Address", "rsvp@example.org"), ("Mail:Inbound:Secret", "0123456789abcdef0123"))
                .WithWebHostBuilder(host => host.ConfigureTestServices(services =>
                {
                    services.Remove(services.Single(s => s.ImplementationType == typeof(JobRunner)));
                    if (smtp is not null) services.AddSingleton<IMailTransport>(new SmtpTransport(smtp, TimeProvider.System));
                    services.AddSingleton<TxtRecords>(new NoNames()).AddSingleton(new ProofPatience(TimeSpan.FromSeconds(3)));
                }));
            return new(database, app, folder);
        }

        public MailProof Proof() => app.Services.GetRequiredService<MailProof>();

        public SessionsDb Read() => database.Database.Read();

        public Task Owe(Instant due) => database.Database.Write(async db =>
        {
            var person = db.Add(new Sessions.People.Person { Address = "late@example.org", CreatedAt = due }).Entity;
            await db.Owe(new("late", "registration.link", person.Id, person.Id, "late@example.org", due + Duration.FromDays(1)) { DueAt = due }, due);
        });

        /// <summary>As a mail server would hand over what comes to the reply address.</summary>
        public async Task DeliverBack(ScriptedSmtpServer mail, int conversation, CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                if (mail.Conversations.Count > conversation && mail.Conversations[conversation].Message is { } message)
                {
                    await app.Services.GetRequiredService<TakeMail>().Run(message, InboundWay.Pipe);
                    return;
                }

                await Task.Delay(50, CancellationToken.None);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class NoNames : TxtRecords
    {
        public override Task<IReadOnlyList<string>?> Of(string name, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>?>(null);
    }
}
