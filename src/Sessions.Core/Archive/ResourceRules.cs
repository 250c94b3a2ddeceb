using Sessions.Archive.Captions;

namespace Sessions.Archive;

/// <summary>What may be said of a resource.</summary>
internal static class ResourceRules
{
    /// <param name="hasFile">A file of ours lies with it: then there is no link.</param>
    /// <returns>The form as it is kept.</returns>
    public static Answer<ResourceForm, ArchiveRefusal> Check(ResourceForm form, bool hasFile)
    {
        var label = ArchiveRules.Check(new(form.Title, form.Licence, form.Credit));
        if (label.No is { } no) return no;
        if (label.Value!.Title is null) return ArchiveRefusal.TitleMissing;
        string? url = null;
        if (!string.IsNullOrWhiteSpace(form.Url) && !WebAddress.TryRead(form.Url, out url)) return ArchiveRefusal.NotALink;
        if (url is not null && hasFile) return ArchiveRefusal.HasFile;
        if (form.Kind is { } kind && !Enum.IsDefined(kind)) return ArchiveRefusal.KindUnknown;
        if (!Enum.IsDefined(form.Access)) return ArchiveRefusal.AccessUnknown;
        var (author, organisation, source, contact) = (TypedText.Line(form.Author), TypedText.Line(form.Organisation), TypedText.Line(form.Source), TypedText.Line(form.Contact));
        if (author?.Length > Resource.LongestName || organisation?.Length > Resource.LongestName) return ArchiveRefusal.TooLong;
        if (source?.Length > Resource.LongestSource || contact?.Length > Resource.LongestSource) return ArchiveRefusal.TooLong;
        var language = string.IsNullOrWhiteSpace(form.Language) ? null : CaptionLanguage.Read(form.Language);
        if (language is null && !string.IsNullOrWhiteSpace(form.Language)) return ArchiveRefusal.LanguageUnknown;
        if (Reach(form.Access, url is not null || hasFile, contact) is { } unreachable) return unreachable;
        return form with
        {
            Title = label.Value.Title,
            Licence = label.Value.Licence,
            Credit = label.Value.Credit,
            Url = url,
            Author = author,
            Organisation = organisation,
            Source = source,
            Contact = form.Access == ResourceAccess.Open ? null : contact,
            Language = language,
        };
    }

    public static void Apply(ResourceForm clean, Resource resource)
    {
        (resource.Title, resource.Url, resource.Kind) = (clean.Title!, clean.Url, clean.Kind);
        (resource.Author, resource.Organisation, resource.Source) = (clean.Author, clean.Organisation, clean.Source);
        (resource.Access, resource.Contact, resource.Language, resource.ReviewBy) = (clean.Access, clean.Contact, clean.Language, clean.ReviewBy);
        (resource.Licence, resource.Credit) = (clean.Licence, clean.Credit);
    }

    /// <summary>Everything leads somewhere: to itself, or to whom to ask.</summary>
    private static ArchiveRefusal? Reach(ResourceAccess access, bool isHere, string? contact) => access switch
    {
        ResourceAccess.Open => isHere ? null : ArchiveRefusal.NotALink,
        ResourceAccess.Shared => isHere || contact is not null ? null : ArchiveRefusal.ContactMissing,
        _ => contact is not null ? null : ArchiveRefusal.ContactMissing,
    };
}
