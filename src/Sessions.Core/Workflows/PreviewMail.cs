using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Workflows;

/// <summary>A mail of a series as it would leave, written by what writes the real ones, for a person who is made up and taken back.</summary>
public sealed class PreviewMail
{
    private readonly Database _database;
    private readonly OutboxComposer _composer;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<PreviewMail> _words;

    internal PreviewMail(Database database, OutboxComposer composer, TimeProvider time, IStringLocalizer<PreviewMail> words) =>
        (_database, _composer, _time, _words) = (database, composer, time, words);

    /// <param name="slot">What stands in every mail is shown in the confirmation.</param>
    /// <param name="text">Words that are not saved yet.</param>
    /// <param name="hasName">The made-up person gave one.</param>
    public async Task<Answer<SampleLook, WordingRefusal>> Run(Actor who, Guid seriesId, string slot, string? text, bool hasName)
    {
        if (!who.May(Act.EditSeries, seriesId)) return WordingRefusal.NotAllowed;
        if (WordingSlots.Find(slot) is not { } known) return WordingRefusal.NotFound;
        if (WordingService.Check(known, text) is { } no) return no;
        var now = _time.Now();
        return await _database.Try<Answer<SampleLook, WordingRefusal>>(async (db, save) =>
        {
            if (await db.Series.FirstOrDefaultAsync(s => s.Id == seriesId) is not { } series) return WordingRefusal.NotFound;
            await Put(db, seriesId, slot, TypedText.Lines(text), now);
            var stage = await SampleStage.Set(db, save, _composer, series, who, hasName ? _words["Kim Example"].Value : null, now);
            var owed = await stage.Owe(known.Group == WordingGroup.EveryMail ? Registrations.RegistrationMail.Confirmed : slot);
            await save();
            if (await _composer.Compose(db, owed.Row, owed.At) is not { } mail) return WordingRefusal.NothingToShow;
            return new SampleLook(mail.Subject, MailLook.Of(mail.Body.Masked()), mail.Calendar is not null, stage.IsMadeUp);
        });
    }

    private static async Task Put(SessionsDb db, Guid seriesId, string slot, string? text, NodaTime.Instant now)
    {
        var row = await db.Wordings.FirstOrDefaultAsync(w => w.SeriesId == seriesId && w.Slot == slot);
        if (row is not null && text is not null) row.Text = text;
        else if (row is not null) db.Remove(row);
        else if (text is not null) db.Add(new Wording { SeriesId = seriesId, Slot = slot, Text = text, UpdatedAt = now });
    }
}

/// <param name="Look">Secret links masked, as everywhere in the console.</param>
/// <param name="HasEntry">It puts the calendar right, too.</param>
/// <param name="IsMadeUpDate">The series has no date to come: one was made up.</param>
public sealed record SampleLook(string Subject, MailLook Look, bool HasEntry, bool IsMadeUpDate);
