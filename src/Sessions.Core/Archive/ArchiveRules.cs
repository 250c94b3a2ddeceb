namespace Sessions.Archive;

/// <summary>What may be said of a recording or resource.</summary>
internal static class ArchiveRules
{
    public static Answer<ArchiveLabel, ArchiveRefusal> Check(ArchiveLabel label)
    {
        var clean = new ArchiveLabel(TypedText.Line(label.Title), TypedText.Line(label.Licence), TypedText.Line(label.Credit));
        if (clean.Title?.Length > ArchiveItem.LongestTitle || clean.Credit?.Length > ArchiveItem.LongestCredit) return ArchiveRefusal.TooLong;
        return clean.Licence is null || Licences.IsOffered(clean.Licence) ? clean : ArchiveRefusal.LicenceUnknown;
    }
}
