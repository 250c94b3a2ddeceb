using NodaTime;
using Sessions.Scheduling;
using Sessions.Workflows;

namespace Sessions.Web.Host;

/// <summary>The last change made at this desk that can still be taken back, on whichever page its host is by now.</summary>
public sealed class LastChange(TimeProvider time)
{
    /// <summary>Raised on every change of what is offered.</summary>
    public event Action? Changed;

    public Offer? Now { get; private set; }

    /// <summary>Offers the way back; a change that has none takes the last offer away.</summary>
    public void Keep(ChangeResult result)
    {
        Now = result.Undo is { } step ? new(step, result, Instant.FromDateTimeOffset(time.GetUtcNow()) + Undoing.OpenFor) : null;
        Changed?.Invoke();
    }

    public void Forget()
    {
        Now = null;
        Changed?.Invoke();
    }

    public sealed record Offer(Guid Step, ChangeResult Result, Instant Until);
}
