namespace Sessions.Scheduling;

/// <summary>How many days before a session each thing of a speaker is needed; 0 to <see cref="Most"/>.</summary>
/// <param name="Answer">Yes or no.</param>
/// <param name="About">Abstract, bio and photo.</param>
/// <param name="Consent">To publish, with a licence.</param>
public sealed record SpeakerDues(int Answer = 28, int Title = 21, int About = 14, int Consent = 7, int Slides = 2)
{
    public const int Most = 90;

    public static readonly SpeakerDues Default = new();

    public bool IsFit => new[] { Answer, Title, About, Consent, Slides }.All(days => days is >= 0 and <= Most);
}
