namespace Sessions.People;

/// <summary>Section "Site".</summary>
/// <param name="PublicUrl">Where the world reaches this site, without a slash at the end; links in mails begin with it.</param>
/// <param name="Name">The community's name, in the header and beside the From address.</param>
public sealed record SiteOptions(Uri PublicUrl, string Name)
{
    /// <summary>Of the facts that the site publishes as data, as an SPDX identifier; null while its hosts name none.</summary>
    public string? DataLicence { get; init; }

    /// <summary>An absolute address for mails, feeds and the like.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Link(string path) => PublicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;
}
