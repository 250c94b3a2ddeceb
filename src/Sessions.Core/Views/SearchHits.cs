using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Data.Search;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>From the ids of found sessions to what a page shows of them. Reads what is public now, whatever the index says.</summary>
internal static class SearchHits
{
    private const int MostReasons = 3;

    /// <summary>In the order of <paramref name="ids"/>.</summary>
    public static async Task<List<SearchHit>> Read(SessionsDb db, IReadOnlyList<Guid> ids, IReadOnlyList<SearchWord> words, Instant now)
    {
        if (ids.Count == 0) return [];
        var sessions = (await db.List(db.Published().Where(s => ids.Contains(s.Id)))).ToDictionary(s => s.Id);
        var reasons = words.Count == 0 ? Enumerable.Empty<(Guid, SearchReason)>().ToLookup(r => r.Item1, r => r.Item2) : await Reasons(db, sessions, words);
        return [.. ids.Where(sessions.ContainsKey).Select(id => Hit(sessions[id], [.. reasons[id]], words, now))];
    }

    private static SearchHit Hit(ListedSession session, List<SearchReason> reasons, IReadOnlyList<SearchWord> words, Instant now)
    {
        var title = SearchMarks.Mark(session.Title ?? session.Theme ?? "", words);
        // A theme mostly says what the title says.
        if (session is { Title: not null, Theme: { } theme } && !title.Any(p => p.IsMatch) && SearchMarks.Has(theme, words))
            reasons.Insert(0, new(SearchPlace.Theme, SearchMarks.Mark(theme, words)));
        return new(session, session.When.IsOver(now), title, SearchMarks.Mark(session.SeriesName, words),
            [.. reasons.OrderByDescending(Different).Take(MostReasons)]);
    }

    /// <summary>How many different words a reason shows.</summary>
    private static int Different(SearchReason reason) =>
        reason.Pieces.Where(p => p.IsMatch).Select(p => p.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static async Task<ILookup<Guid, SearchReason>> Reasons(SessionsDb db, Dictionary<Guid, ListedSession> sessions, IReadOnlyList<SearchWord> words)
    {
        var ids = sessions.Keys.ToList();
        var found = new List<(Guid Session, SearchReason Reason)>();
        var seen = sessions.ToDictionary(s => s.Key, s => SpokenPlace.Said($"{s.Value.Title} {s.Value.Theme}", words));
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { a.SessionId, a.State, a.Person!.Name, Slug = a.Person.Address == null || a.Person.ShowsPage ? a.Person.Slug : null, Line = a.Line ?? a.Person.Line, a.Talk.Title, a.Talk.Abstract }).ToListAsync())
            .FindAll(a => SessionRows.IsCertain(a.State, a.Name));
        foreach (var a in speakers)
            Look(a.SessionId, SearchPlace.Speaker, string.IsNullOrWhiteSpace(a.Line) ? a.Name : $"{a.Name}, {a.Line}", a.Slug is null ? null : $"/people/{a.Slug}");
        foreach (var a in speakers) Look(a.SessionId, SearchPlace.Talk, a.Title);
        foreach (var r in await db.Resources.ShownToAll().Where(r => ids.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).Select(r => new { r.SessionId, r.Title, r.Author, r.Organisation }).ToListAsync())
            Look(r.SessionId, SearchPlace.Resource, string.Join(", ", new[] { r.Title, r.Author, r.Organisation }.OfType<string>()));
        foreach (var r in await db.Recordings.ShownToAll().Where(r => ids.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).Select(r => new { r.SessionId, r.Title }).ToListAsync())
            Look(r.SessionId, SearchPlace.Recording, r.Title);
        foreach (var w in await db.WriteUps.Where(w => ids.Contains(w.SessionId) && w.Text != null).Select(w => new { w.SessionId, w.Text }).ToListAsync())
            Look(w.SessionId, SearchPlace.WriteUp, PlainMarkdown.Of(w.Text));
        foreach (var a in speakers) Look(a.SessionId, SearchPlace.Talk, PlainMarkdown.Of(a.Abstract));
        foreach (var s in await db.Sessions.Where(s => ids.Contains(s.Id) && s.Announcement != null).Select(s => new { s.Id, s.Announcement }).ToListAsync())
            Look(s.Id, SearchPlace.Announcement, PlainMarkdown.Of(s.Announcement));
        // What is said is read where nothing else shows all the words: an hour of it is long.
        var all = (1u << words.Count) - 1;
        var left = ids.FindAll(id => seen[id] != all);
        var shown = db.Recordings.ShownToAll().Where(r => left.Contains(r.SessionId));
        foreach (var t in await db.CaptionTracks.Where(t => shown.Any(r => r.Id == t.RecordingId)).OrderBy(t => t.Recording!.CreatedAt).ThenBy(t => t.Language)
            .Select(t => new { t.Recording!.SessionId, t.RecordingId, t.Text, IsAlone = db.Recordings.Count(r => r.SessionId == t.Recording.SessionId) == 1 }).ToListAsync())
            if (SpokenPlace.Find(WebVtt.Read(t.Text), words) is { } spoken)
                Look(t.SessionId, SearchPlace.Said, spoken.Text, string.Create(CultureInfo.InvariantCulture, $"{sessions[t.SessionId].Path}?t={(int)spoken.At.TotalSeconds}{(t.IsAlone ? "" : $"&recording={t.RecordingId}")}"));
        return found.ToLookup(f => f.Session, f => f.Reason);

        void Look(Guid session, SearchPlace place, string? text, string? path = null)
        {
            seen[session] |= SpokenPlace.Said(text, words);
            if (SearchMarks.Excerpt(text, words) is { } pieces) found.Add((session, new(place, pieces, path)));
        }
    }
}
