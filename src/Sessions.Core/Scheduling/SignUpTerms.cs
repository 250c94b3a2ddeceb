namespace Sessions.Scheduling;

/// <summary>What a series does by itself with those who sign up, and asks of those who speak; 0 leaves it out.</summary>
/// <param name="OfferHours">How long a freed place is offered to the first in the line; less as the session nears.</param>
/// <param name="ReminderHours">How long before a session everybody with a place is reminded once.</param>
/// <param name="FollowUpHours">How long after a session its people hear what became of it; sooner once the recording is up.</param>
/// <param name="KeepMonths">How long after their last session of the series somebody is forgotten in it; 1 to <see cref="MostMonths"/>.</param>
/// <param name="CallMinutes">How long before the start speakers are expected; 0 to <see cref="MostCallMinutes"/>.</param>
/// <param name="TakesProposals">Anybody may offer it a talk or suggest a topic.</param>
public sealed record SignUpTerms(int OfferHours = 24, int ReminderHours = 24, int FollowUpHours = 48, int KeepMonths = 12, int CallMinutes = 15, bool TakesProposals = true)
{
    public const int MostCallMinutes = 240;

    public const int MostMonths = 120;

    public const int MostHours = 14 * 24;

    public bool IsFit => OfferHours is >= 0 and <= MostHours && ReminderHours is >= 0 and <= MostHours && FollowUpHours is >= 0 and <= MostHours;
}
