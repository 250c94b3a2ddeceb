using Sessions.Outbox;

namespace Sessions.Web.Jobs;

/// <summary>
/// While people sign up in a rush their mails wait a little: they and the sign-ups share one writer, and whoever sits
/// before the page comes first. Without a rush nothing waits for long, and a newsletter not at all.
/// </summary>
public sealed class MailTurns(OutboxSignal owed)
{
    /// <summary>Rounds of <see cref="Calm"/>: a rush without end still lets some mail go, twice a second.</summary>
    private const int Patience = 5;

    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(100);

    private Task _seen = Task.CompletedTask;

    /// <summary>Ends at once when nothing was owed since the last turn, else when nothing has been for a while.</summary>
    public async Task Wait(CancellationToken stop)
    {
        for (var round = 0; round < Patience && _seen.IsCompleted; round++)
        {
            _seen = owed.Next;
            await Task.Delay(Calm, stop);
        }
    }
}
