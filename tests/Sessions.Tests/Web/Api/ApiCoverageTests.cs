using System.Reflection;
using Sessions.Tests.Architecture;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>Every act of the console is in the API too, by the same service call.</summary>
public sealed class ApiCoverageTests
{
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["ApiTokenService.Create"] = "a token that makes tokens could make itself wider, or outlive its being revoked",
        ["ApiTokenService.CreateFor"] = "the command line's",
        ["HostService.InviteAdmin"] = "the command line's: whoever may run it owns the machine",
        ["HostService.InviteHost"] = "the command line's; hosts invite with TeamService",
        ["HostService.InviteHelper"] = "the command line's; hosts invite with TeamService",
        ["HostService.SetDisabled"] = "the command line's; admins disable with HostService.Disable",
        ["LoadSamples.IntoEmpty"] = "runs at the first start in Development",
        ["MailTestService.Send"] = "a step of MailProof, which POST /mails/test runs for admins",
        ["ReadBackService.Send"] = "a step of MailProof, which POST /mails/test runs for admins",
        ["ReadBackService.Look"] = "a step of MailProof, which POST /mails/test runs for admins",
        ["RegistrationService.Withdraw"] = "an attendee's own act, behind their personal link",
        ["RetentionJob.Run"] = "happens by itself once a day",
        ["InboundJob.Run"] = "happens by itself: reads the mailbox",
        ["TakeMail.Run"] = "a mail server's, with a secret of its own at POST /mail/receive",
        ["ErasePerson.Save"] = "a person's own act, behind a fresh proof by mail",
        ["ReportService.Send"] = "the public form's, which knows a session by its page's address; the API's is SendById",
        ["ProposalService.Withdraw"] = "its sender's own act, behind their own link",
        ["AnswerService.Save"] = "an attendee's own act, behind their personal link",
        ["OfferService.Accept"] = "an attendee's own act, behind their personal link",
        ["OfferService.Decline"] = "an attendee's own act, behind their personal link",
        ["AttendanceService.Say"] = "an attendee's own act, behind their personal link",
        ["StandingService.Leave"] = "an attendee's own act, behind their personal link",
        ["StandingService.StopFollowing"] = "an attendee's own act, behind their personal link",
    };

    /// <summary>Of a person's own browser or personal link, which no token stands for.</summary>
    private static readonly string[] Personal = ["SignInService", "CredentialService", "PersonalService", "TalkService", "PortalService", "PhotoService", "FormDraftService"];

    [Fact]
    public void Every_public_act_of_a_service_or_workflow_is_called_by_the_API_or_named_with_a_reason()
    {
        var called = typeof(Sessions.Web.Words).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Sessions.Web.Api", StringComparison.Ordinal) == true && !t.IsNested)
            .SelectMany(t => CodeType.Read(t, "").References).Select(r => $"{r.Type}.{r.Member}").ToHashSet();
        var acts = (from type in typeof(Answer<,>).Assembly.GetExportedTypes()
                    where type is { IsClass: true, IsAbstract: false } && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Namespace == "Sessions.Workflows")
                    where !Personal.Contains(type.Name)
                    from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    where typeof(Task).IsAssignableFrom(method.ReturnType)
                    select $"{type.Name}.{method.Name}").ToList();

        Assert.Empty(acts.Except(called).Except(Exceptions.Keys));
        Assert.Empty(Exceptions.Keys.Except(acts));
        Assert.DoesNotContain("SeriesService.Nothing", called);
        Assert.Contains("MoveSession.Preview", called);
    }

    [Fact]
    public async Task The_description_names_every_call_with_an_id_of_its_own_and_the_shapes_it_takes()
    {
        await using var site = await WholeSite.Open();
        var document = (await new ApiClient(site.Client, null).Get("/openapi/v1.json")).Json;
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => (Name: $"{m.Name.ToUpperInvariant()} {p.Name["/api/v1".Length..]}", Operation: m.Value))).ToList();

        Assert.Equal(ApiRoute.Of(site.Services).Select(r => r.Name.Replace(":guid", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal), described.Select(d => d.Name).Order(StringComparer.Ordinal));
        Assert.Equal(described.Count, described.Select(d => d.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(ApiRoute.Of(site.Services).Where(r => r.Body is not null), route =>
            Assert.True(described.Single(d => d.Name == route.Name.Replace(":guid", "", StringComparison.Ordinal)).Operation.TryGetProperty("requestBody", out _), route.Name));
        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("Bearer", out _));
    }
}
