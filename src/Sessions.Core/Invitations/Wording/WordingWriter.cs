using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.Invitations;

/// <summary>Puts the words of a series' hosts into its mails.</summary>
internal sealed class WordingWriter(IStringLocalizer<WordingWriter> words) : IOwnWordsWriter
{
    // Asked for each mail of a series.
    private static readonly Func<SessionsDb, Guid, string, IAsyncEnumerable<Wording>> OwnWords = Compiled.Many((SessionsDb db, Guid series, string slot) => db.Wordings.AsNoTracking()
        .Where(w => w.SeriesId == series && (w.Slot == slot || w.Slot == WordingSlots.Greeting || w.Slot == WordingSlots.Closing)));

    public async Task<ComposedMail> Put(SessionsDb db, OutboxMessage row, ComposedMail mail)
    {
        if (row.SeriesId is not { } series || WordingSlots.Find(mail.Says ?? row.Kind) is not { } slot) return mail;
        var own = await OwnWords(db, series, slot.Key).ToDictionaryAsync(w => w.Slot, w => w.Text);
        if (own.Count == 0) return mail;
        // The request to a speaker greets in its own first sentence.
        var greeting = slot.Group == WordingGroup.Speakers && slot.Key == Speakers.ProgrammeWriter.AskedKind ? [] : await Said(WordingSlots.Find(WordingSlots.Greeting)!);
        return mail with { Body = WordedBody.Put(mail.Body, greeting, await Said(slot), await Said(WordingSlots.Find(WordingSlots.Closing)!)) };

        async Task<IReadOnlyList<MailText>> Said(WordingSlot of) => own.TryGetValue(of.Key, out var text) ? await Fill(db, WordingText.Read(text, of.Placeholders), row, mail) : [];
    }

    /// <summary>Nothing where it can't be said: what it names is not known here, or is several.</summary>
    private async Task<IReadOnlyList<MailText>> Fill(SessionsDb db, WordingText text, OutboxMessage row, ComposedMail mail)
    {
        var (pattern, values) = (text.Pattern, new List<(char Mark, string Value)>());
        foreach (var placeholder in Placeholders.All.Where(text.Names))
        {
            if (mail.IsOfSeveral && placeholder is Placeholders.Session or Placeholders.When or Placeholders.Place) return [];
            var value = await WordingRows.Value(db, placeholder, row, mail, words);
            if (value is not null) values.Add((WordingText.Mark(placeholder), value));
            else if (placeholder == Placeholders.Name) pattern = WordingNames.Without(pattern, WordingText.Mark(placeholder));
            else return [];
        }

        // Values come in last: a name that holds an address or a brace stays a name.
        return [.. WrittenParagraphs.Of(pattern).Select(paragraph => new MailText([.. paragraph.Runs.Select(run => run with { Text = values.Aggregate(run.Text, (said, v) => said.Replace($"{v.Mark}", v.Value, StringComparison.Ordinal)) })]))];
    }
}
