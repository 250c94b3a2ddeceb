namespace Sessions.Scheduling;

/// <summary>What a series does by itself with those who sign up; 0 leaves it out.</summary>
/// <param name="OfferHours">How long a freed place is offered to the first in the line; less as the session nears.</param>
/// <param name="ReminderHours">How long before a session everybody with a place is reminded once.</param>
/// <param name="FollowUpHours">How long after a session its people hear what became of it; sooner once the recording is up.</param>
public sealed record SignUpTerms(int OfferHours = 24, int ReminderHours = 24, int FollowUpHours = 48)
{
    public const int MostHours = 14 * 24;

    public bool IsFit => OfferHours is >= 0 and <= MostHours && ReminderHours is >= 0 and <= MostHours && FollowUpHours is >= 0 and <= MostHours;
}
