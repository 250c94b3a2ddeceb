using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Looks once more, before each try, whether somebody still wants and should get a message of the hosts; the words stand in its results.</summary>
internal sealed class GroupMessageGate(IStringLocalizer<GroupMessageGate> words) : IMailGate
{
    public async Task<string?> Bar(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (row.Kind != GroupMessage.MailKind || await db.GroupMessages.FirstOrDefaultAsync(m => m.Id == row.SubjectId) is not { } message) return null;
        return await GroupMessageRows.WhyNot(db, message, row.PersonId, now) switch
        {
            null => null,
            LeftOut.Stopped => words["A host stopped the message before this mail left."].Value,
            LeftOut.NotThem => words["This person asked for no mail from here."].Value,
            LeftOut.StoppedNews => words["This person stopped news before this mail left."].Value,
            LeftOut.Over => words["The session ended before this mail left."].Value,
            _ => words["This person was no longer in the group when this mail was to leave."].Value,
        };
    }
}
