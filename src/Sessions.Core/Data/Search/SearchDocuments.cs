using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Data.Search;

/// <summary>Reads what anybody may see of some sessions, as rows of the index. Who is not public is not among them.</summary>
internal static class SearchDocuments
{
    private const int LongestField = 20_000;
    private const int LongestTexts = 120_000;

    /// <summary>Some hours of talk.</summary>
    private const int LongestSaid = 400_000;

    public static async Task<List<SearchSession>> Read(SessionsDb db, IReadOnlyCollection<Guid> ids)
    {
        var sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id) && s.PublishedAt != null && s.Series!.PublishedAt != null)
            .Select(s => new { Session = s, Series = s.Series!.Name, s.Series.Hashtag }).ToListAsync();
        var shown = sessions.ConvertAll(s => s.Session.Id);
        var speakers = (await db.Appearances.Where(a => shown.Contains(a.SessionId) && a.State != AppearanceState.Declined).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new { a.SessionId, a.State, a.Person!.Name, Line = a.Line ?? a.Person.Line, a.Talk.Title, a.Talk.Abstract }).ToListAsync())
            .Where(a => Appearance.IsCertain(a.State, a.Name)).ToLookup(a => a.SessionId);
        var resources = (await db.Resources.ShownToAll().Where(r => shown.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new { r.SessionId, r.Title, r.Author, r.Organisation }).ToListAsync()).ToLookup(r => r.SessionId);
        var recordings = (await db.Recordings.ShownToAll().Where(r => shown.Contains(r.SessionId)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Select(r => new { r.SessionId, r.Title }).ToListAsync()).ToLookup(r => r.SessionId);
        var said = (await db.CaptionTracks.Where(t => db.Recordings.ShownToAll().Any(r => r.Id == t.RecordingId && shown.Contains(r.SessionId))).OrderBy(t => t.Language).ThenBy(t => t.Id)
            .Select(t => new { t.Recording!.SessionId, t.Text }).ToListAsync()).ToLookup(t => t.SessionId, t => t.Text);
        var writeUps = await db.WriteUps.AsNoTracking().Where(w => shown.Contains(w.SessionId) && (w.Text != null || w.Url != null)).ToDictionaryAsync(w => w.SessionId);
        return sessions.ConvertAll(row =>
        {
            var session = row.Session;
            var (titles, names, parts, texts) = (new IndexedText(LongestField), new IndexedText(LongestField), new IndexedText(LongestField), new IndexedText(LongestTexts));
            titles.Add(session.Title ?? session.Theme);
            if (session.Number is { } number)
            {
                titles.Add(number.ToString(CultureInfo.InvariantCulture));
                titles.AddWord(SearchQuery.NumberWord(number));
            }
            foreach (var speaker in speakers[session.Id])
            {
                names.Add(speaker.Name).Add(speaker.Line);
                parts.Add(speaker.Title);
                texts.Add(PlainMarkdown.Of(speaker.Abstract));
            }
            names.Add(session.Title is null ? null : session.Theme).Add(Day(session.When));
            foreach (var resource in resources[session.Id]) parts.Add(resource.Title).Add(resource.Author).Add(resource.Organisation);
            foreach (var recording in recordings[session.Id]) parts.Add(recording.Title);
            texts.Add(row.Series).Add(row.Hashtag).Add(PlainMarkdown.Of(session.Announcement)).Add(PlainMarkdown.Of(writeUps.GetValueOrDefault(session.Id)?.Text));
            var spoken = new IndexedText(LongestSaid);
            foreach (var captions in said[session.Id]) spoken.Add(string.Join(' ', WebVtt.Read(captions).Select(cue => cue.Text)));
            return new SearchSession
            {
                SessionId = session.Id,
                SeriesId = session.SeriesId,
                Titles = titles.ToString(),
                Names = names.ToString(),
                Parts = parts.ToString(),
                Texts = $"{texts} {spoken}".Trim(),
                Year = session.SortDate?.Year,
                Number = session.Number,
                SortDate = session.SortDate,
                HasRecording = recordings[session.Id].Any(),
                HasWriteUp = writeUps.ContainsKey(session.Id),
                HasResources = resources[session.Id].Any(),
            };
        });
    }

    /// <summary>As pages write it: "1 November 2023", or the month alone where no more is known.</summary>
    private static string? Day(SessionTime when) =>
        when.Date?.ToString(when.Precision == Precision.Month ? "MMMM uuuu" : "d MMMM uuuu", CultureInfo.InvariantCulture);
}
