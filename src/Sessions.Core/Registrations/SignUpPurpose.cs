namespace Sessions.Registrations;

/// <summary>
/// What an address is used for, as it stands beside the field where it is typed. Each sign-up keeps the number of the sentence it was made under:
/// never change one, add another.
/// </summary>
public static class SignUpPurpose
{
    private static readonly string[] Wordings =
    [
        "For your joining link and the calendar entry. It is shown to nobody.",
        "Used for what you choose here: joining links, calendar entries and their changes, a reminder before and a mail after, or news of dates. Only the hosts see it.",
    ];

    /// <summary>Of a sign-up made now.</summary>
    public static int Current => Wordings.Length - 1;

    public static string Wording(int number) => Wordings[Math.Clamp(number, 0, Current)];
}
