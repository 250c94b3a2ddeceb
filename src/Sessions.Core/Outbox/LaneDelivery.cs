using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>Claims as many mails as there are free hands, sends them beside each other, and never waits for a slow one.</summary>
internal sealed class LaneDelivery(
    OutboxClaims claims,
    OutcomeWriter outcomes,
    IMailTransport transport,
    TimeProvider time,
    IStringLocalizer<LaneDelivery> words,
    ILogger<LaneDelivery> log,
    LaneLimits limits) : IDisposable
{
    private static readonly Duration Margin = Duration.FromMinutes(1);

    private readonly LaneHands _hands = new(limits);
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>
    /// Ends when nothing more is due, or the mail server is away and it is not yet time to ask again; messages may still be
    /// travelling. One call at a time.
    /// </summary>
    public async Task Run(CancellationToken stop, Func<CancellationToken, Task>? turn = null)
    {
        while (!stop.IsCancellationRequested)
        {
            var now = time.Now();
            _hands.TakeBack(now);
            var free = _hands.Free(now);
            if (free == 0)
            {
                if (_hands.IsEmpty) return;
                await NextChange(now, stop);
                continue;
            }
            if (turn is not null) await turn(stop);
            var claimed = await claims.Take(limits.UrgentOnly, free, limits.SendLimit + Margin, _hands.Crowd(now));
            if (claimed.Found == 0) return;
            foreach (var mail in claimed.Mails) _hands.Give(mail.Mail.Recipient.Domain, time.Now(), Send(mail));
        }
    }

    /// <summary>Until a message has its answer, or time alone frees a hand.</summary>
    private async Task NextChange(Instant now, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] byTime = _hands.NextChange(now) is { } wait ? [Task.Delay(wait.ToTimeSpan(), time, enough.Token)] : [];
        await Task.WhenAny([.. _hands.Travelling, .. byTime]).WaitAsync(stop);
        await enough.CancelAsync();
    }

    /// <summary>Waits for what is travelling; what has no answer after <paramref name="grace"/> is let go and sent again at the next start.</summary>
    public async Task Settle(Duration grace)
    {
        var all = Task.WhenAll(_hands.Travelling);
        if (!all.IsCompleted) await Task.WhenAny(all, Task.Delay(grace.ToTimeSpan(), time));
        await _giveUp.CancelAsync();
        await all;
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task<Arrival> Send(ClaimedMail mail)
    {
        var outcome = await Attempt(mail);
        var arrival = new Arrival(outcome, time.Now());
        try
        {
            await outcomes.Record(mail, outcome, arrival.At);
        }
        catch (Exception fault)
        {
            // The claim runs out by itself, and the same bytes go again.
            log.LogError(fault, "The outcome of mail {Id} could not be written down", mail.Id);
        }
        return arrival;
    }

    private async Task<SendOutcome?> Attempt(ClaimedMail mail)
    {
        using var limit = new CancellationTokenSource(limits.SendLimit.ToTimeSpan(), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _giveUp.Token);
        try
        {
            return await transport.SendAsync(mail.Mail, either.Token);
        }
        catch (OperationCanceledException)
        {
            return _giveUp.IsCancellationRequested ? null : new SendOutcome.Deferred(0, words["No answer within {0} minutes.", limits.SendLimit.TotalMinutes]);
        }
        catch (Exception fault)
        {
            log.LogError("Mail {Id} could not be sent: {Fault}\n{Where}", mail.Id, mail.Masked(fault.Message), fault.StackTrace);
            return new SendOutcome.Deferred(0, words["The message could not be sent ({0}); the log says where.", fault.GetType().Name]);
        }
    }
}
