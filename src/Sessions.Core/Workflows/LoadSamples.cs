using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>Fills an empty database with the published record of a real community and a series to play with.</summary>
public sealed class LoadSamples
{
    private readonly Database _database;
    private readonly FileStore _files;
    private readonly TimeProvider _time;

    internal LoadSamples(Database database, FileStore files, TimeProvider time) => (_database, _files, _time) = (database, files, time);

    /// <returns>False when there was a series already: nothing is touched then.</returns>
    public async Task<bool> IntoEmpty()
    {
        await using (var db = _database.Read())
        {
            if (await db.Series.AnyAsync()) return false;
        }
        await using var video = SampleRecord.OpenRecording();
        var recording = (await _files.Save(video, "sample-recording.mp4")).Value!;
        await _database.Write(db => Add(db, recording, _time.Now()));
        return true;
    }

    private static async Task Add(SessionsDb db, SavedFile recording, Instant now)
    {
        var record = SampleRecord.Read();
        var file = SampleRecord.ReadSeries();
        foreach (var series in file.Record) await Add(db, series, [.. record.All.Where(s => s.Id.StartsWith(series.Ids, StringComparison.Ordinal))], now);
        TryOut.Add(db, file.TryItOut, recording, now);
    }

    private static async Task Add(SessionsDb db, SampleSeries sample, IReadOnlyList<SampleSession> sessions, Instant now)
    {
        var series = new Series
        {
            Slug = sample.Slug,
            Name = sample.Name,
            Hashtag = sample.Hashtag,
            Aim = sample.Aim,
            Zone = sessions[0].Timezone,
            LocalStart = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(sample.Start).Value,
            Capacity = sample.Capacity,
            Hue = sample.Hue,
            Figures = sample.Figures,
            PublishedAt = now,
            CreatedAt = now,
        };
        db.Add(series);
        var slugs = new HashSet<string>();
        foreach (var session in sessions) await Add(db, series, session, slugs, now);
        db.AddRange(SampleFacts.Sponsors(series.Id, sessions, now));
    }

    private static async Task Add(SessionsDb db, Series series, SampleSession sample, HashSet<string> slugs, Instant now)
    {
        var when = SampleFacts.When(sample);
        var title = SampleFacts.Title(sample, series.Name);
        var words = Slug.From($"{sample.Number} {title}");
        var slug = Slug.Free(words.Length > 0 ? words : sample.Id, slugs.Contains);
        slugs.Add(slug);
        var session = new Session
        {
            SeriesId = series.Id,
            Series = series,
            Slug = slug,
            Number = sample.Number,
            Title = title,
            Theme = sample.Theme,
            When = when,
            SpeakersToBeConfirmed = sample.Status == "announced",
            PublishedAt = now,
            CreatedAt = now,
        }.At(when);
        db.Add(session);
        foreach (var speaker in sample.Speakers)
        {
            var appearance = await ProgrammeWriter.Add(db, session, new(speaker.Name, null), now);
            appearance.Line = SampleFacts.Line(speaker);
            appearance.Person!.Line ??= appearance.Line;
            appearance.Talk.Title = speaker.TalkTitle;
        }
        if (sample.RecordingUrl is not null)
            db.Add(new Recording { SessionId = session.Id, Url = sample.RecordingUrl, IsPublic = true, CreatedAt = now });
        if (sample.RecapUrl is not null)
            db.Add(new WriteUp { SessionId = session.Id, Url = sample.RecapUrl, PublishedOn = RecapDate(sample), UpdatedAt = now });
        foreach (var url in sample.ResourceUrls)
            db.Add(new Resource { SessionId = session.Id, Url = url, Title = new Uri(url).Host + new Uri(url).AbsolutePath.TrimEnd('/'), IsPublic = true, CreatedAt = now });
    }

    private static LocalDate? RecapDate(SampleSession sample) => sample.RecapDate is { } date ? LocalDatePattern.Iso.Parse(date).Value : null;
}
