using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>Brings owed mail on its way, in two lanes with hands of their own: a newsletter never holds up a sign-in.</summary>
public sealed class Delivery : IDisposable
{
    private static readonly LaneLimits UrgentLimits = new(UrgentOnly: true, AtOnce: 2, Kept: 1, Duration.FromMinutes(1));
    private static readonly LaneLimits OtherLimits = new(UrgentOnly: false, AtOnce: 8, Kept: 2, Duration.FromMinutes(7));

    private readonly LaneDelivery _urgent;
    private readonly LaneDelivery _others;

    internal Delivery(OutboxClaims claims, OutcomeWriter outcomes, IMailTransport transport, TimeProvider time, IStringLocalizer<LaneDelivery> words, ILogger<LaneDelivery> log)
    {
        _urgent = new(claims, outcomes, transport, time, words, log, UrgentLimits);
        _others = new(claims, outcomes, transport, time, words, log, OtherLimits);
    }

    /// <summary>What both lanes together may have travelling: a transport with fewer connections makes one wait for the other.</summary>
    public static int MostAtOnce => UrgentLimits.Most + OtherLimits.Most;

    /// <summary>Sign-in and set-up mails.</summary>
    public Task SendUrgent(CancellationToken stop) => _urgent.Run(stop);

    /// <summary>Everything that is due.</summary>
    public Task SendAll(CancellationToken stop) => _others.Run(stop);

    /// <param name="turn">Waited for before each claim.</param>
    /// <inheritdoc cref="SendAll(CancellationToken)" />
    public Task SendAll(Func<CancellationToken, Task> turn, CancellationToken stop) => _others.Run(stop, turn);

    /// <summary>Waits for the messages that are travelling, at most this long.</summary>
    public Task Settle(Duration grace) => Task.WhenAll(_urgent.Settle(grace), _others.Settle(grace));

    public void Dispose()
    {
        _urgent.Dispose();
        _others.Dispose();
    }
}
