using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>Limits of one lane.</summary>
/// <param name="AtOnce">Messages travelling at the same time.</param>
/// <param name="SendLimit">Longest wait for one message; it is put off then, and the claim outlives it a little.</param>
internal sealed record LaneLimits(bool UrgentOnly, int AtOnce, Duration SendLimit);

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

    private readonly List<Task> _travelling = [];
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>Ends when nothing more is due; messages may still be travelling. One call at a time.</summary>
    public async Task Run(CancellationToken stop, Func<CancellationToken, Task>? turn = null)
    {
        while (!stop.IsCancellationRequested)
        {
            _travelling.RemoveAll(sending => sending.IsCompleted);
            if (_travelling.Count >= limits.AtOnce)
            {
                await Task.WhenAny(_travelling).WaitAsync(stop);
                continue;
            }
            if (turn is not null) await turn(stop);
            var claimed = await claims.Take(limits.UrgentOnly, limits.AtOnce - _travelling.Count, limits.SendLimit + Margin);
            if (claimed.Found == 0) return;
            _travelling.AddRange(claimed.Mails.Select(Send));
        }
    }

    /// <summary>Waits for what is travelling; what has no answer after <paramref name="grace"/> is let go and sent again at the next start.</summary>
    public async Task Settle(Duration grace)
    {
        var all = Task.WhenAll(_travelling);
        if (!all.IsCompleted) await Task.WhenAny(all, Task.Delay(grace.ToTimeSpan(), time));
        await _giveUp.CancelAsync();
        await all;
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task Send(ClaimedMail mail)
    {
        try
        {
            var outcome = await Attempt(mail);
            await outcomes.Record(mail, outcome, time.Now());
        }
        catch (Exception fault)
        {
            // The claim runs out by itself, and the same bytes go again.
            log.LogError(fault, "The outcome of mail {Id} could not be written down", mail.Id);
        }
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
