namespace Sessions.Web.Account;

/// <summary>A host, as Identity's passkey code knows one.</summary>
internal sealed record PasskeyUser(Guid Id, string Name);
