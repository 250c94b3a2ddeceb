using Sessions.Data;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>What nobody should send and somebody will.</summary>
/// <param name="Text">In place of words.</param>
internal sealed record Junk(string Name, string Text)
{
    /// <summary>The server refuses a whole form for it before any of our code sees it; no browser sends one.</summary>
    public bool MayBeRefusedWhole { get; init; }

    /// <summary>One database takes it and another does not; the rest is refused, or not, before either is asked.</summary>
    public bool IsOfDatabases { get; init; }

    public const string Script = "<script>alert(1)</script>";

    public static readonly Junk[] All =
    [
        new("nothing", ""),
        new("blanks", " \t "),
        new("10,000 characters", new('x', 10_000)),
        new("10,000 characters of which any cut may halve one", "x" + string.Concat(Enumerable.Repeat("😀", 5_000))) { IsOfDatabases = true },
        new("control and direction characters", string.Concat(Enumerable.Range(1, 31).Select(c => (char)c)) + "a\u007f\u202e\u2066b\u2069\u2028") { IsOfDatabases = true },
        new("a NUL", "a\0b") { MayBeRefusedWhole = true, IsOfDatabases = true },
        new("a script", Script),
        new("a wrong zone", "Mars/Olympus"),
        new("a past date", "1999-12-31T00:00"),
    ];

    /// <summary>What goes to one database whole goes to the other as far as it may take it differently; at the full figures all goes everywhere.</summary>
    public static Junk[] Few => Scale.IsLong ? All : [.. All.Where(junk => junk.IsOfDatabases)];

    public static Junk[] For(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? All : Few;

    /// <summary>Without what a browser or a parser may change on the way.</summary>
    public static string Comparable(string? text) => string.Concat((text ?? "").Where(c => !char.IsControl(c) && c is not ('\ufffd' or '\u2028'))).Trim();
}
