using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>What the console's handlers end in, called by people who may not: only what their role may leaves a trace of them.</summary>
public sealed class RightsOfActsTests
{
    [Theory, EachDatabase]
    public async Task Nobody_changes_what_is_not_theirs_to_change(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var other = (await site.Get<SeriesQueries>().Find("other"))!.Value;

        Assert.Empty(await Traces(site, id => new(id, "Nobody", IsAdmin: false, IsHost: false, new HashSet<Guid>())));
        Assert.Equal(["FormDraftService.Keep", "SeriesService.Create"], await Traces(site, id => new(id, "A stranger", IsAdmin: false, IsHost: true, new HashSet<Guid> { other })));
        Assert.Equal(["ArchiveService.AddFile", "ArchiveService.AddLink", "AttendanceImportService.Save", "FormDraftService.Keep", "ItemService.AddResource"],
            await Traces(site, id => new(id, "A helper", IsAdmin: false, IsHost: false, new HashSet<Guid>()) { Helps = new HashSet<Guid> { site.SeriesId } }));
    }

    [Theory, EachDatabase]
    public async Task A_host_and_an_admin_leave_the_traces_that_the_others_did_not(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);

        var host = await Traces(site, id => new(id, "A host", IsAdmin: false, IsHost: true, new HashSet<Guid> { site.SeriesId }));
        var admin = await Traces(site, id => new(id, "An admin", IsAdmin: true, IsHost: false, new HashSet<Guid>()));

        Assert.Superset(new HashSet<string> { "AcceptProposal.Save", "AnswerProposal.Decline", "AnswerProposal.Write", "ConsentService.Say", "ProposalService.SaveNote", "ProposalService.Take", "ArchiveService.AddLink", "ArchiveService.SaveWriteUp", "CaptionService.Save", "MediaService.TryAgain", "ItemService.EditResource", "ItemService.EditRecording", "ItemService.Replace", "CancelSession.Save", "ChangeSeries.Save", "ChapterService.Save", "EditSession.Save", "MoveSession.Save", "PartnerService.Save", "PauseMail.Pause",
            "PlanSessions.Save", "PublishSession.Save", "RunningOrderService.SaveTemplate", "SendMessage.Save", "ReportService.Close", "ReportService.Reopen", "SeriesService.Create", "SetRunningOrder.Save", "SetSeriesState.Save", "SpeakerService.Add", "SpeakerService.Excuse", "SpeakerService.Remove", "TakedownService.PutBack", "TakedownService.RenewLink", "TakedownService.TakeDown", "TeamService.Invite", "WordingService.Save" },
            host.ToHashSet());
        // The host found no template yet to copy, and left one.
        Assert.Equal(["ErasePerson.ByAdmin", "HostService.Enable", "MergePeople.Save", "RunningOrderService.CopyTemplate", "SiteTextService.Save"], admin.Except(host).Order(StringComparer.Ordinal));
    }

    /// <summary>The acts that wrote down this person as who did it.</summary>
    private static async Task<IReadOnlyList<string>> Traces(WholeSite site, Func<Guid, Actor> as_)
    {
        var person = new Person { Name = "Somebody", CreatedAt = TimeProvider.System.Now() };
        await new Samples(site.Database).Add(person).Save();
        var left = new List<string>();
        foreach (var (name, act) in new Acts(site, as_(person.Id)).All.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            var before = await Count(site, person.Id);
            await act(new Slots(null, null));
            if (await Count(site, person.Id) > before) left.Add(name);
        }
        return left;
    }

    private static async Task<int> Count(WholeSite site, Guid person)
    {
        await using var db = site.Database.Read();
        return await db.Audit.CountAsync(a => a.ActorId == person) + await db.FormDrafts.CountAsync(d => d.PersonId == person);
    }
}
