namespace Sessions.Browser.Support;

internal static class Choosing
{
    /// <summary>Waits as a person must: a field that the console reads by itself is closed until it listens.</summary>
    public static async Task Choose(this ILocator field, FilePayload file)
    {
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(file);
    }
}
