using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Speakers;

/// <summary>What was handed in between two tries of a mail is asked for by none of them.</summary>
internal sealed class ChaserGate(IStringLocalizer<ChaserGate> words) : IMailGate
{
    public async Task<string?> Bar(SessionsDb db, OutboxMessage row, Instant now) =>
        row.Kind == ChaserRows.Kind && row.MessageId is not null && !(await ChaserRows.Ahead(db, row.PersonId, now)).Exists(t => t.Series.Id == row.SeriesId && t.IsTime)
            ? (string)words["Nothing was missing any more before this mail left."]
            : null;
}
