namespace Sessions.Archive;

/// <summary>Guesses what sort of thing a resource is, from its name and where it stands; a host may say otherwise.</summary>
public static class ResourceKinds
{
    private static readonly (string Host, string Path, ResourceKind Kind)[] Places =
    [
        ("docs.google.com", "/presentation", ResourceKind.Slides), ("docs.google.com", "/spreadsheets", ResourceKind.Data), ("docs.google.com", "/document", ResourceKind.Reading),
        ("slideshare.net", "/", ResourceKind.Slides), ("speakerdeck.com", "/", ResourceKind.Slides), ("slides.com", "/", ResourceKind.Slides), ("pitch.com", "/", ResourceKind.Slides),
        ("github.io", "/", ResourceKind.Tool), ("gist.github.com", "/", ResourceKind.Code), ("github.com", "/", ResourceKind.Code), ("gitlab.com", "/", ResourceKind.Code),
        ("codeberg.org", "/", ResourceKind.Code), ("bitbucket.org", "/", ResourceKind.Code), ("sr.ht", "/", ResourceKind.Code), ("pypi.org", "/", ResourceKind.Code),
        ("cran.r-project.org", "/", ResourceKind.Code), ("npmjs.com", "/", ResourceKind.Code), ("colab.research.google.com", "/", ResourceKind.Code),
        ("zenodo.org", "/", ResourceKind.Data), ("figshare.com", "/", ResourceKind.Data), ("data.gov.uk", "/", ResourceKind.Data), ("data.world", "/", ResourceKind.Data),
        ("datadryad.org", "/", ResourceKind.Data), ("dataverse.org", "/", ResourceKind.Data), ("dataverse.harvard.edu", "/", ResourceKind.Data), ("kaggle.com", "/datasets", ResourceKind.Data),
        ("data.london.gov.uk", "/", ResourceKind.Data), ("nomisweb.co.uk", "/", ResourceKind.Data),
        ("arxiv.org", "/", ResourceKind.Reading), ("doi.org", "/", ResourceKind.Reading), ("wikipedia.org", "/", ResourceKind.Reading), ("biorxiv.org", "/", ResourceKind.Reading),
        ("ncbi.nlm.nih.gov", "/", ResourceKind.Reading), ("bmj.com", "/", ResourceKind.Reading), ("thelancet.com", "/", ResourceKind.Reading), ("nature.com", "/", ResourceKind.Reading),
        ("observablehq.com", "/", ResourceKind.Tool), ("shinyapps.io", "/", ResourceKind.Tool), ("streamlit.app", "/", ResourceKind.Tool), ("hf.space", "/", ResourceKind.Tool),
        ("powerbi.com", "/", ResourceKind.Tool), ("tableau.com", "/", ResourceKind.Tool), ("glitch.me", "/", ResourceKind.Tool),
        ("medium.com", "/", ResourceKind.WriteUp), ("substack.com", "/", ResourceKind.WriteUp), ("wordpress.com", "/", ResourceKind.WriteUp), ("ghost.io", "/", ResourceKind.WriteUp),
        ("hackmd.io", "/", ResourceKind.WriteUp),
    ];

    private static readonly string[] SlideWords = ["slides", "slide", "deck", "presentation", "talk"];

    /// <param name="fileName">Of a file; null for a link.</param>
    /// <param name="url">Of a link; null for a file.</param>
    public static ResourceKind Guess(string? fileName, string? url)
    {
        if (fileName is not null) return OfName(fileName) ?? ResourceKind.Other;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return ResourceKind.Other;
        if (OfName(address.AbsolutePath) is { } named and not ResourceKind.Reading) return named;
        foreach (var (host, path, kind) in Places)
            if (IsAt(address.IdnHost, host) && address.AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase)) return kind;
        return OfName(address.AbsolutePath) ?? ResourceKind.Other;
    }

    private static bool IsAt(string host, string known) =>
        host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase);

    private static ResourceKind? OfName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pptx" or ".ppt" or ".odp" or ".key" or ".pptm" => ResourceKind.Slides,
        ".csv" or ".tsv" or ".xlsx" or ".xls" or ".ods" or ".json" or ".geojson" or ".parquet" or ".xml" or ".ics" => ResourceKind.Data,
        ".py" or ".r" or ".ipynb" or ".sql" or ".js" or ".ts" or ".cs" or ".sh" or ".rmd" or ".qmd" => ResourceKind.Code,
        ".pdf" => IsSlides(name) ? ResourceKind.Slides : ResourceKind.Reading,
        ".docx" or ".doc" or ".odt" or ".txt" or ".md" or ".epub" or ".rtf" => ResourceKind.Reading,
        _ => null,
    };

    /// <summary>A PDF is as often one as the other: its name decides.</summary>
    private static bool IsSlides(string name) => Path.GetFileNameWithoutExtension(name).ToLowerInvariant()
        .Split([' ', '-', '_', '.', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries).Any(word => SlideWords.Contains(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
}
