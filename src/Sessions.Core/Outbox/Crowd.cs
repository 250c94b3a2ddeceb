namespace Sessions.Outbox;

/// <summary>Domains that take long to answer, and how many more messages may travel to all of them together.</summary>
internal sealed record Crowd(IReadOnlySet<string> Domains, int Places)
{
    /// <summary>Behind each domain in <see cref="Text"/>.</summary>
    public const string End = ";";

    /// <summary>Before each. Not a constant: an analyzer would have a character, which no database is asked for.</summary>
    public static readonly string Start = "@";

    public static readonly Crowd None = new(new HashSet<string>(), 0);

    /// <summary>As "@one.example;@two.example;", for a query to look into.</summary>
    public string Text => string.Concat(Domains.Select(domain => $"{Start}{domain}{End}"));

    public bool Holds(string recipient) => Domains.Contains(recipient[(recipient.IndexOf('@') + 1)..]);
}
