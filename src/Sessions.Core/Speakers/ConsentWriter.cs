using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Speakers;

/// <summary>Adds to the record of what speakers agreed to and took back, inside a write.</summary>
internal static class ConsentWriter
{
    public static async Task Say(SessionsDb db, Appearance appearance, SaidConsent said)
    {
        var written = await db.Consents.Where(c => c.AppearanceId == appearance.Id).MaxAsync(c => (int?)c.Number) ?? 0;
        var pending = db.Consents.Local.Where(c => c.AppearanceId == appearance.Id).Select(c => c.Number).DefaultIfEmpty(0).Max();
        db.Add(new Consent
        {
            AppearanceId = appearance.Id,
            PersonId = appearance.PersonId,
            To = said.To,
            ItemId = said.ItemId,
            Number = Math.Max(written, pending) + 1,
            IsGiven = said.IsGiven,
            Wording = TypedText.Cut(ConsentWording.Of(said.To, said.About), Consent.LongestWording),
            At = said.At,
            ById = said.ById,
            Note = said.Note,
        });
    }

    /// <summary>Writes down what differs from before.</summary>
    public static async Task Changes(SessionsDb db, Appearance appearance, Talk before, Instant now)
    {
        var talk = appearance.Talk;
        if (talk.RecordingConsentAt is null != before.RecordingConsentAt is null) await Say(db, appearance, new(ConsentTo.Record, talk.RecordingConsentAt is not null, now));
        if (talk.PublishConsentAt is null != before.PublishConsentAt is null) await Say(db, appearance, new(ConsentTo.Publish, talk.PublishConsentAt is not null, now));
    }

    /// <summary>
    /// What holds for single files and links, whatever holds for the others: false is kept back. One that was released goes with all of them
    /// once they are withdrawn together.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, bool>> Single(SessionsDb db, Guid appearanceId)
    {
        await db.Consents.Where(c => c.AppearanceId == appearanceId && c.To == ConsentTo.Publish).LoadAsync();
        var said = db.Consents.Local.Where(c => c.AppearanceId == appearanceId && c.To == ConsentTo.Publish).ToList();
        var withdrawn = said.Where(c => c.ItemId is null && !c.IsGiven).Select(c => c.Number).DefaultIfEmpty(0).Max();
        return said.Where(c => c.ItemId is not null).GroupBy(c => c.ItemId!.Value).Select(g => g.MaxBy(c => c.Number)!)
            .Where(last => !last.IsGiven || last.Number > withdrawn).ToDictionary(last => last.ItemId!.Value, last => last.IsGiven);
    }
}

internal sealed record SaidConsent(ConsentTo To, bool IsGiven, Instant At)
{
    /// <summary>The one file or link it is about.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Its title.</summary>
    public string? About { get; init; }

    public Guid? ById { get; init; }

    public string? Note { get; init; }
}
