namespace Sessions.Speakers;

/// <summary>The sentences that speakers agree to, as they stand on the screen. Each consent keeps its sentence, so that they may change here.</summary>
public static class ConsentWording
{
    public const string Record = "Record my talk and keep it in the archive";

    public const string Publish = "Publish the files and links I hand in on the session's page";

    /// <summary>With the title of the one file or link.</summary>
    public const string PublishOne = "Publish “{0}” on the session's page";

    internal static string Of(ConsentTo to, string? about) => (to, about) switch
    {
        (ConsentTo.Record, _) => Record,
        (_, null) => Publish,
        _ => PublishOne.Replace("{0}", about, StringComparison.Ordinal),
    };
}
