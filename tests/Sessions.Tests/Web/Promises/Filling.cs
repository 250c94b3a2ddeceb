namespace Sessions.Tests.Web.Promises;

/// <summary>How a write endpoint is filled in.</summary>
internal sealed record Filling(string Route, params Blank[] Blanks)
{
    public Role As { get; init; }

    /// <summary>Where its form stands, as a pattern; null where it needs nothing from a page.</summary>
    public string? Page { get; init; }

    /// <summary>With nothing ticked and nothing written it is still a press of the button.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Nobody's form: there is nothing here to be done right.</summary>
    public bool LeadsNowhere { get; init; }

    /// <summary>Files travel with it.</summary>
    public bool HasFiles { get; init; }
}

/// <param name="Good">What a visitor would write.</param>
internal sealed record Blank(string Name, string Good)
{
    /// <summary>Which junk has to come back with a sentence on top and everything that was typed.</summary>
    public Func<string, bool> Refuses { get; init; } = _ => false;

    /// <summary>Stands on the page as text, so that it can be kept there.</summary>
    public bool IsText { get; init; } = true;
}
