using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.People;
using Sessions.Web.Host.MailRoom;
using Sessions.Workflows;

namespace Sessions.Web.Health;

/// <summary>Sends a real invitation, and shows each step of the way there and back: the worker, the clock, the names, the mail server, the mailbox.</summary>
public sealed class MailProof(
    Readiness readiness,
    ClockCheck clock,
    SenderRecordsCheck records,
    MailboxCheck mailbox,
    MailTestService tests,
    ReadBackService back,
    InboundJob inbound,
    IMailTransport transport,
    ProofPatience patience,
    TimeProvider time,
    IStringLocalizer<Words> words)
{
    private static readonly TimeSpan StepPatience = TimeSpan.FromSeconds(45);
    private static readonly Duration MostApart = Duration.FromMinutes(2);

    /// <summary>A host's own try; nothing where this person may not.</summary>
    public IAsyncEnumerable<ProofStep> Run(Actor who, string? address, bool withCancel, CancellationToken stop = default) =>
        who.May(Act.TestMail) ? Run(address, withCancel, stop) : AsyncEnumerable.Empty<ProofStep>();

    /// <returns>Each step as it is done; nothing where the address is none.</returns>
    public async IAsyncEnumerable<ProofStep> Run(string? address, bool withCancel, [EnumeratorCancellation] CancellationToken stop = default)
    {
        if (!EmailAddress.TryParse(address, out _, out _)) yield break;
        // What goes into a folder reaches nobody, and nobody looks at its domain.
        var leaves = transport is not PickupTransport;
        foreach (var check in leaves ? [.. Here, .. Published] : Here) yield return new(check.Name, await Look(check, stop));
        if (await tests.Send(address, withCancel, stop) is not { } trial) yield break;
        yield return new("sending", leaves ? Sent(trial) : Finding.Note($"{MailAdvice.Said(trial)}; there it reaches nobody: set Mail:Transport to Smtp"), trial);
        var reading = new Check("reading", mailbox.Look);
        var opens = await Look(reading, stop);
        yield return new(reading.Name, opens);
        if (leaves && trial.Outcome is SendOutcome.Delivered && opens.State != FindingState.Wrong && await back.Send(stop) is { } sent) yield return new("read back", await ReadBack(sent, stop));
    }

    private IEnumerable<Check> Here => [.. readiness.Checks.Where(c => c.Name == "outbox").Select(c => c with { Name = "worker" }), new("clock", clock.Look)];

    private IEnumerable<Check> Published => [new("spf", records.Spf), new("dkim", records.Dkim), new("dmarc", records.Dmarc)];

    private static Task<Finding> Look(Check check, CancellationToken stop) => check.Run(StepPatience, fault => fault.Message, stop);

    private Finding Sent(MailTrial trial)
    {
        var said = $"{MailAdvice.Said(trial)} {MailAdvice.Of(trial, words)}".Trim();
        return trial.Outcome is SendOutcome.Delivered ? Finding.Ok(said) : Finding.Wrong($"{MailAdvice.Name(trial.Step, words)}: {said}");
    }

    private async Task<Finding> ReadBack(SentBack sent, CancellationToken stop)
    {
        if (sent.Trial.Outcome is not SendOutcome.Delivered)
            return Finding.Wrong($"the mail server does not take mail for {sent.To} ({MailAdvice.Said(sent.Trial)}): it has to deliver addresses with a plus sign to the same mailbox");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(patience.Wait);
        // Beside the server, which may not be running: to read a message twice does nothing twice.
        var reading = Task.Run(() => inbound.Run(enough.Token), CancellationToken.None);
        try
        {
            return await Came(sent, enough.Token) is { } came ? Judge(sent, came)
                : Finding.Wrong($"the mail to {sent.To} was taken by the mail server and never came to the mailbox: see whether it delivers addresses with a plus sign there, and whether it lies in another folder");
        }
        finally
        {
            await enough.CancelAsync();
            await reading.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<CameBack?> Came(SentBack sent, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            if (await back.Look(sent, CancellationToken.None) is { } came) return came;
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, enough).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return await back.Look(sent, CancellationToken.None);
    }

    public static Finding Judge(SentBack sent, CameBack came)
    {
        var took = $"read back after {Math.Max(1, Math.Ceiling((came.At - sent.At).TotalSeconds)):0} seconds";
        return came.ByTheirClock is { } theirs && (theirs - sent.At is var apart) && (apart > MostApart || apart < -MostApart)
            ? Finding.Wrong($"{took}; but it was {sent.At:HH:mm:ss} here and {theirs:HH:mm:ss} for the mail server (UTC): one of the two clocks is wrong, set it by NTP")
            : Finding.Ok($"{took}, so answers from calendars arrive");
    }
}

/// <param name="Wait">For the message to come back.</param>
public sealed record ProofPatience(TimeSpan Wait);

/// <param name="Name">As "sending".</param>
/// <param name="Trial">Of the step that sends.</param>
public sealed record ProofStep(string Name, Finding Finding, MailTrial? Trial = null);
