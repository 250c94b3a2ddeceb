namespace Sessions.Data;

/// <summary>What a save changes beyond its rows: whom to tell after the commit.</summary>
internal readonly record struct SavedChanges(bool ChangesPublic, bool OwesMail, bool OwesUrgently, bool OwesNotice, bool ChangesOrder)
{
    public static SavedChanges operator |(SavedChanges one, SavedChanges other) =>
        new(one.ChangesPublic || other.ChangesPublic, one.OwesMail || other.OwesMail, one.OwesUrgently || other.OwesUrgently, one.OwesNotice || other.OwesNotice, one.ChangesOrder || other.ChangesOrder);
}
