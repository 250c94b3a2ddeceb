using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>One piece of news of a series: a session that was announced, a recording, a write-up.</summary>
/// <param name="Summary">Plain text.</param>
/// <param name="Markdown">The hosts' words.</param>
internal sealed record AtomEntry(Guid Id, string Title, string Path, Instant Published, Instant Updated, string? Summary, string? Markdown, OpenSession Session)
{
    public OpenItem? Recording { get; init; }

    public static IEnumerable<AtomEntry> Of(OpenSession session, IStringLocalizer<Words> l)
    {
        var title = FeedXml.Title(session);
        var changed = session.ChangedAt < session.PublishedAt ? session.PublishedAt : session.ChangedAt;
        yield return new(session.Id, session.CancelledAt is null ? title : l["Cancelled: {0}", title], session.Path, session.PublishedAt, changed, When(session, l), session.Announcement, session);
        foreach (var recording in session.Recordings)
        {
            var added = recording.AddedAt < session.PublishedAt ? session.PublishedAt : recording.AddedAt;
            yield return new(recording.Id, l["Recording: {0}", recording.Title ?? title], session.Path, added, added, When(session, l), null, session) { Recording = recording };
        }
        if (session.WriteUp is { } writeUp)
            yield return new(NamedId.Of(session.Id, "write-up"), l["Write-up: {0}", title], session.Path, writeUp.UpdatedAt, writeUp.UpdatedAt, When(session, l), writeUp.Text, session);
    }

    /// <summary>What is known of the day: nothing that another day would turn into another sentence.</summary>
    private static string? When(OpenSession session, IStringLocalizer<Words> l) => session.When switch
    {
        { Precision: Precision.Unknown } => null,
        { Precision: Precision.Month, Date: { } day } => Times.Month(day),
        _ => Times.Line(session.When, isOver: false, l),
    };
}
