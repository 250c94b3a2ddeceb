using Microsoft.Extensions.Localization;
using Sessions.Archive;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>Resources in words, for visitors and hosts.</summary>
public static class ResourceWords
{
    public static string Of(ResourceKind kind, IStringLocalizer<Words> l) => kind switch
    {
        ResourceKind.Slides => l["Slides"],
        ResourceKind.Code => l["Code"],
        ResourceKind.Data => l["Data"],
        ResourceKind.Reading => l["Reading"],
        ResourceKind.Tool => l["Tool"],
        ResourceKind.WriteUp => l["Write-up"],
        _ => l["Other"],
    };

    /// <summary>Over those of one kind.</summary>
    public static string Heading(ResourceKind kind, IStringLocalizer<Words> l) => kind switch
    {
        ResourceKind.Tool => l["Tools"],
        ResourceKind.WriteUp => l["Write-ups"],
        ResourceKind.Other => l["More"],
        _ => Of(kind, l),
    };

    public static string Of(ResourceAccess access, IStringLocalizer<Words> l) => access switch
    {
        ResourceAccess.Open => l["Open"],
        ResourceAccess.Shared => l["Shared"],
        _ => l["Closed"],
    };

    public static string Class(ResourceAccess access) => access switch
    {
        ResourceAccess.Open => "open",
        ResourceAccess.Shared => "shared",
        _ => "closed",
    };

    /// <summary>"PDF, 1.2 MB" or "On github.com"; null for what leads nowhere.</summary>
    public static string? Where(string? fileName, long? length, string? url, IStringLocalizer<Words> l)
    {
        if (fileName is not null) return $"{Path.GetExtension(fileName).TrimStart('.').ToUpperInvariant()}, {Sizes.Of(length ?? 0)}";
        return Uri.TryCreate(url, UriKind.Absolute, out var address) ? l["On {0}", address.IdnHost].Value : null;
    }

    /// <summary>What its owner wants printed, else what is known of it.</summary>
    public static string Credit(ShownResource resource, int? year) =>
        resource.Credit is { Length: > 0 } own ? own : CreditLine.Of(resource.Author, resource.Organisation, resource.Title, year, resource.Licence);
}
