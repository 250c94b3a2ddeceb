namespace Sessions.Web.Settings;

/// <summary>Section "SignUp": how much one visitor and one network may ask for.</summary>
/// <param name="AddressesPerMinute">Sign-ups a minute by one visitor cookie.</param>
/// <param name="NetworkPerMinute">Sign-ups a minute from one network, once its burst is used up.</param>
/// <param name="NetworkBurst">At once from one network: a lecture hall behind one address.</param>
public sealed record SignUpSettings(int AddressesPerMinute, int NetworkPerMinute, int NetworkBurst);
