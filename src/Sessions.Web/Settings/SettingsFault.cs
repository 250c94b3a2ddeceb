namespace Sessions.Web.Settings;

/// <summary>Something that stops the start; its message is the one sentence an admin reads.</summary>
public sealed class SettingsFault(string sentence) : Exception(sentence);
