using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.People;

/// <summary>Keeps one's own unsaved words; nobody else sees them.</summary>
public sealed class FormDraftService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal FormDraftService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>In place of what was kept of this form before.</summary>
    /// <param name="basis">Of what the form held before anything was typed.</param>
    public async Task<FormDraftRefusal?> Keep(Actor who, string form, string basis, string typed)
    {
        if (!who.May(Act.KeepDrafts)) return FormDraftRefusal.NotAllowed;
        if (form.Length > FormDraft.LongestForm || basis.Length > FormDraft.LongestForm || typed.Length > FormDraft.LongestTyped) return FormDraftRefusal.TooLong;
        if (TypedText.Line(form) is not { } key || TypedText.Line(basis) is not { } before || TypedText.Lines(typed) is not { } text) return FormDraftRefusal.TooShort;
        return await _database.Write<FormDraftRefusal?>(async db =>
        {
            var now = _time.Now();
            var draft = await db.FormDrafts.FirstOrDefaultAsync(d => d.PersonId == who.PersonId && d.Form == key);
            if (draft is not null) (draft.Basis, draft.Typed, draft.SavedAt) = (before, text, now);
            else db.Add(new FormDraft { PersonId = who.PersonId, Form = key, Basis = before, Typed = text, SavedAt = now });
            return null;
        });
    }

    public async Task Forget(Actor who, string form)
    {
        if (TypedText.Line(form) is { } key) await _database.Write(db => FormDraftRows.Forget(db, who.PersonId, key));
    }
}

public enum FormDraftRefusal
{
    NotAllowed,
    TooLong,

    /// <summary>Nothing that could be kept.</summary>
    TooShort,
}
