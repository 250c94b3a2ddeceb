using NodaTime;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>How a message's way ended.</summary>
/// <param name="Outcome">Null when we stopped before an answer came.</param>
internal sealed record Arrival(SendOutcome? Outcome, Instant At);

/// <summary>
/// What travels in a lane, and how much more may. A domain is slow while one of its messages takes long, and for a while
/// after; all slow domains together never get the kept hands. A fast domain may have them all.
/// </summary>
internal sealed class LaneHands(LaneLimits limits)
{
    /// <summary>A message that takes longer is slow.</summary>
    public static readonly Duration Brisk = Duration.FromSeconds(10);

    private static readonly Duration Memory = Duration.FromMinutes(15);

    private const int MostRemembered = 100;

    private readonly List<Travel> _travelling = [];
    private readonly Dictionary<string, Instant> _slowUntil = [];
    private readonly ServerPatience _server = new(limits.Most);

    public bool IsEmpty => _travelling.Count == 0;

    public IEnumerable<Task> Travelling => _travelling.Select(t => t.Sending);

    private int SlowShare => limits.AtOnce - limits.Kept;

    public void Give(string domain, Instant since, Task<Arrival> sending) => _travelling.Add(new(domain, since, sending));

    /// <summary>Learns from what has arrived.</summary>
    public void TakeBack(Instant now)
    {
        foreach (var travel in _travelling.Where(t => t.Sending.IsCompletedSuccessfully))
        {
            var arrival = travel.Sending.Result;
            _server.Note(arrival);
            if (arrival.Outcome is null or SendOutcome.Deferred { IsServerAway: true }) continue;
            if (arrival.At - travel.Since < Brisk) _slowUntil.Remove(travel.Domain);
            else if (_slowUntil.Count < MostRemembered) _slowUntil[travel.Domain] = arrival.At + Memory;
        }
        _travelling.RemoveAll(t => t.Sending.IsCompleted);
        foreach (var domain in _slowUntil.Where(s => s.Value <= now).Select(s => s.Key).ToList()) _slowUntil.Remove(domain);
    }

    /// <summary>Messages that may set out now.</summary>
    public int Free(Instant now)
    {
        var domains = SlowDomains(now);
        var slow = _travelling.Count(t => domains.Contains(t.Domain));
        var hands = limits.AtOnce - (_travelling.Count - slow) - Math.Min(slow, SlowShare);
        // What hung before the server was in doubt says nothing about it.
        var asking = _travelling.Count(t => t.Since >= _server.DoubtSince || !domains.Contains(t.Domain));
        return Math.Max(0, Math.Min(Math.Min(hands, limits.Most - _travelling.Count), _server.Open(now) - asking));
    }

    public Crowd Crowd(Instant now)
    {
        var domains = SlowDomains(now);
        return new(domains, Math.Max(0, SlowShare - _travelling.Count(t => domains.Contains(t.Domain))));
    }

    /// <summary>How long until more may set out although nothing has arrived: a message turns slow, or the server is asked for again.</summary>
    public Duration? NextChange(Instant now)
    {
        var domains = SlowDomains(now);
        var next = _travelling.Where(t => !domains.Contains(t.Domain)).Select(t => t.Since + Brisk).Append(_server.RestsUntil).Where(at => at > now).DefaultIfEmpty(Instant.MaxValue).Min();
        return next == Instant.MaxValue ? null : next - now;
    }

    private HashSet<string> SlowDomains(Instant now) =>
        [.. _slowUntil.Where(s => s.Value > now).Select(s => s.Key), .. _travelling.Where(t => now - t.Since >= Brisk).Select(t => t.Domain)];

    private sealed record Travel(string Domain, Instant Since, Task<Arrival> Sending);
}
