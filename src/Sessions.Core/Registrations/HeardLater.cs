namespace Sessions.Registrations;

/// <summary>Who hears of newly public sessions beside the speakers: not at once, and not one mail each in this write.</summary>
/// <param name="Standing">Come to every session: each gets the entry two weeks before it, or at once when it is nearer.</param>
/// <param name="Followers">Get one mail in a few minutes.</param>
public sealed record HeardLater(int Standing, int Followers)
{
    public static readonly HeardLater Nobody = new(0, 0);
}
