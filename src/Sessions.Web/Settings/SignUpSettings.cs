namespace Sessions.Web.Settings;

/// <summary>Section "SignUp": how much one visitor and one network may ask for.</summary>
public sealed record SignUpSettings
{
    /// <summary>Sign-ups a minute by one visitor cookie.</summary>
    public int AddressesPerMinute { get; init; } = 10;

    /// <summary>Sign-ups a minute from one network, once its burst is used up.</summary>
    public int NetworkPerMinute { get; init; } = 300;

    /// <summary>At once from one network: a lecture hall behind one address.</summary>
    public int NetworkBurst { get; init; } = 1500;
}
