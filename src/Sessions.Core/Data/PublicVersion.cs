using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Community;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Data;

/// <summary>
/// A number for everything the public pages say. A page reads it before its queries and keeps it in its cache key, and it
/// rises after the commit: a render that began before an edit is stored under the old number and never served again.
/// </summary>
public sealed class PublicVersion
{
    private static readonly HashSet<Type> Shown =
        [typeof(Series), typeof(Session), typeof(Appearance), typeof(Recording), typeof(Resource), typeof(WriteUp), typeof(SiteText), typeof(Person),
            typeof(RunningOrderItem), typeof(Partner), typeof(CaptionTrack), typeof(ResourceVersion)];

    /// <summary>Said nowhere in public, though every sign-up changes some of it; <see cref="Session.Band"/> is said.</summary>
    private static readonly HashSet<string> Quiet =
    [
        nameof(Session.Confirmed), nameof(Session.Waiting), nameof(Session.Offered), nameof(Session.LastOrder), nameof(Session.Held), nameof(Session.HeldOrder), nameof(Session.AnnouncedIn), nameof(Session.RemindedAt), nameof(Session.FollowedUpAt), nameof(Person.Address), nameof(Person.CalendarVersion),
        nameof(Person.LinkGeneration), nameof(Person.DisabledAt), nameof(Person.ProvenAt), nameof(Person.BlockedAt), nameof(Person.NewsStoppedAt), nameof(Person.ForgottenAt), nameof(Person.MergedIntoId),
        nameof(Person.NameSaid), nameof(Person.Organisation),
        nameof(Appearance.SavedAt), nameof(Appearance.Excused), nameof(Appearance.RoomNeeds), nameof(RunningOrderItem.BeganAt),
    ];

    private long _current;

    public long Current => Interlocked.Read(ref _current);

    internal void Raise() => Interlocked.Increment(ref _current);

    /// <summary>Whether a pending change changes what the pages say; ask before the save.</summary>
    /// <param name="except">A column that does not count for whoever asks.</param>
    internal static bool Says(EntityEntry entry, string? except = null) => Shown.Contains(entry.Metadata.ClrType) && entry.State switch
    {
        // A new person is on no page yet: the appearance that puts them there counts itself.
        EntityState.Added => entry.Metadata.ClrType != typeof(Person),
        EntityState.Deleted => true,
        EntityState.Modified => entry.Properties.Any(p => p.IsModified && p.Metadata.Name != except && !Quiet.Contains(p.Metadata.Name))
            || entry.ComplexProperties.Any(c => c.IsModified),
        _ => false,
    };
}
