namespace Sessions.Archive;

/// <summary>
/// The one place that says what of an archive is shown, and to whom: pages, feeds, files, captions, search, mails and lists all begin with
/// one of these. Of published sessions only; that is for the caller to ask.
/// </summary>
internal static class ShownRows
{
    public static IQueryable<Recording> ShownToAll(this IQueryable<Recording> recordings) =>
        recordings.Where(r => r.IsPublic && r.TakenDownAt == null && r.Audience == RecordingAudience.Everybody);

    public static IQueryable<Resource> ShownToAll(this IQueryable<Resource> resources) => resources.Where(r => r.IsPublic && r.TakenDownAt == null);

    /// <summary>Beside what is shown to all.</summary>
    public static IQueryable<Recording> ShownToMembers(this IQueryable<Recording> recordings) =>
        recordings.Where(r => r.IsPublic && r.TakenDownAt == null && r.Audience == RecordingAudience.Members);

    public static IQueryable<Recording> ShownByLink(this IQueryable<Recording> recordings) =>
        recordings.Where(r => r.IsPublic && r.TakenDownAt == null && r.Audience == RecordingAudience.WithLink);

    /// <summary>What people who are signed up may watch.</summary>
    public static IQueryable<Recording> ShownToSignedUp(this IQueryable<Recording> recordings) =>
        recordings.Where(r => r.IsPublic && r.TakenDownAt == null && r.Audience != RecordingAudience.WithLink);

    /// <summary>Was shown to somebody, and was taken down.</summary>
    public static IQueryable<Recording> TakenDown(this IQueryable<Recording> recordings) =>
        recordings.Where(r => r.TakenDownAt != null && (r.IsPublic || r.TakenDownBecause == TakedownReason.BySpeaker));

    /// <inheritdoc cref="TakenDown(IQueryable{Recording})" />
    public static IQueryable<Resource> TakenDown(this IQueryable<Resource> resources) =>
        resources.Where(r => r.TakenDownAt != null && (r.IsPublic || r.TakenDownBecause == TakedownReason.BySpeaker));

    /// <summary>Was open to all before: its page and its addresses say that it was taken down.</summary>
    public static IQueryable<Recording> TakenFromAll(this IQueryable<Recording> recordings) => recordings.TakenDown().Where(r => r.Audience == RecordingAudience.Everybody);
}
