using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
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
        Now = result.Undo is { } step ? new(step, result, null, Instant.FromDateTimeOffset(time.GetUtcNow()) + Undoing.OpenFor) : null;
        Changed?.Invoke();
    }

    /// <summary>What was changed before this page was opened.</summary>
    public void Find(OpenUndo? open)
    {
        if (open is null || Now is not null) return;
        Now = new(open.Step, null, open.What, open.Until);
        Changed?.Invoke();
    }

    public void Forget()
    {
        Now = null;
        Changed?.Invoke();
    }

    /// <param name="Result">Null where the change was made on another page; <paramref name="What"/> names it then.</param>
    public sealed record Offer(Guid Step, ChangeResult? Result, string? What, Instant Until);
}
