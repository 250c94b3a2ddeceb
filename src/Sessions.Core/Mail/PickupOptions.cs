namespace Sessions.Mail;

/// <param name="Folder">Made when it is missing.</param>
public sealed record PickupOptions(string Folder);
