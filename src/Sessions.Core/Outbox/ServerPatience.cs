using NodaTime;
using Sessions.Mail;

namespace Sessions.Outbox;

/// <summary>
/// While the mail server is away one mail at a time asks for it, after 5 seconds and in the end every minute; the others
/// stay as they are. Each answer then opens one hand more.
/// </summary>
internal sealed class ServerPatience
{
    public static readonly Duration Longest = Duration.FromMinutes(1);

    private static readonly Duration Shortest = Duration.FromSeconds(5);

    private readonly int _all;
    private int _open;
    private Duration _rest;

    /// <param name="all">Hands when nothing is wrong.</param>
    public ServerPatience(int all) => (_all, _open) = (all, all);

    public Instant RestsUntil { get; private set; } = Instant.MinValue;

    /// <summary>Of what set out since, no more travels than <see cref="Open"/> allows.</summary>
    public Instant DoubtSince { get; private set; } = Instant.MaxValue;

    /// <summary>Messages that may travel now.</summary>
    public int Open(Instant now) => now < RestsUntil ? 0 : _open;

    public void Note(Arrival arrival)
    {
        switch (arrival.Outcome)
        {
            case SendOutcome.Deferred { IsServerAway: true }:
                Away(arrival.At);
                break;
            // Neither: it stopped half-way, or nobody answered in time.
            case null or SendOutcome.Deferred { Code: 0 }:
                break;
            default:
                Back();
                break;
        }
    }

    private void Back()
    {
        (_open, _rest, RestsUntil) = (Math.Min(_all, _open + 1), Duration.Zero, Instant.MinValue);
        if (_open == _all) DoubtSince = Instant.MaxValue;
    }

    private void Away(Instant at)
    {
        if (DoubtSince == Instant.MaxValue) DoubtSince = at;
        if (_open > 1)
        {
            // A server that has too many connections turns one away and serves the rest.
            _open = 1;
            return;
        }
        // Those that set out together find out together.
        if (at < RestsUntil) return;
        _rest = _rest == Duration.Zero ? Shortest : Duration.Min(_rest + _rest, Longest);
        RestsUntil = at + _rest;
    }
}
