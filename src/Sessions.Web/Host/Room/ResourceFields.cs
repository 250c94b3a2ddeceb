using NodaTime;
using Sessions.Archive;

namespace Sessions.Web.Host.Room;

/// <summary>A resource as it stands in the fields.</summary>
public sealed class ResourceFields
{
    public string? Title { get; set; }

    public string? Url { get; set; }

    /// <summary>Null leaves it to its name and address.</summary>
    public ResourceKind? Kind { get; set; }

    public string? Author { get; set; }

    public string? Organisation { get; set; }

    public string? Licence { get; set; }

    public string? Credit { get; set; }

    public string? Source { get; set; }

    public ResourceAccess Access { get; set; }

    public string? Contact { get; set; }

    public string? Language { get; set; }

    public DateOnly? ReviewBy { get; set; }

    public static ResourceFields Of(ArchiveItem item) => item.Detail is not { } detail
        ? new() { Title = item.Title, Licence = item.Licence, Credit = item.Credit }
        : new()
        {
            Title = item.Title,
            Url = item.Url,
            Kind = detail.Kind,
            Author = detail.Author,
            Organisation = detail.Organisation,
            Licence = item.Licence,
            Credit = item.Credit,
            Source = detail.Source,
            Access = detail.Access,
            Contact = detail.Contact,
            Language = detail.Language,
            ReviewBy = detail.ReviewBy?.ToDateOnly(),
        };

    public ResourceForm ToForm() => new(Title, Url, Kind, Author, Organisation, Chosen(Licence), Credit, Source, Access, Contact, Language,
        ReviewBy is { } day ? LocalDate.FromDateOnly(day) : null);

    public ArchiveLabel ToLabel() => new(Title, Chosen(Licence), Credit);

    private static string? Chosen(string? licence) => string.IsNullOrEmpty(licence) ? null : licence;
}
