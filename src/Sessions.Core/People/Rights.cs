namespace Sessions.People;

public enum Role
{
    Host = 1,
    Admin = 2,

    /// <summary>Lends a hand in one series: sees who comes without their addresses, posts what was shown.</summary>
    Helper = 3,
}

/// <summary>What somebody may want to do in the console.</summary>
public enum Act
{
    CreateSeries,
    EditSeries,
    PlanSessions,
    MoveSession,
    EditSession,
    AskSpeaker,
    EditArchive,
    ReadAttendees,
    ReadMail,
    RetryMail,
    PauseMail,
    SendMessage,
    ExportAttendees,
    ReadHistory,
    TestMail,
    EditSiteTexts,
    ReadAccountMail,
    InviteHost,
    ReadSeries,
    PostResource,
    TickAttendance,
    SeeAddresses,
    DisablePerson,
    ManageTokens,
    HoldPasskeys,
    KeepDrafts,
    ErasePerson,
}

/// <summary>The one table of rights: no entry, no access.</summary>
public static class Rights
{
    private static readonly HashSet<(Role, Act)> Table =
    [
        (Role.Host, Act.CreateSeries),
        (Role.Host, Act.EditSeries),
        (Role.Host, Act.PlanSessions),
        (Role.Host, Act.MoveSession),
        (Role.Host, Act.EditSession),
        (Role.Host, Act.AskSpeaker),
        (Role.Host, Act.EditArchive),
        (Role.Host, Act.ReadAttendees),
        (Role.Host, Act.ReadMail),
        (Role.Host, Act.RetryMail),
        (Role.Host, Act.InviteHost),
        (Role.Host, Act.ReadSeries),
        (Role.Host, Act.PostResource),
        (Role.Host, Act.TickAttendance),
        (Role.Host, Act.SeeAddresses),
        (Role.Helper, Act.ReadSeries),
        (Role.Helper, Act.ReadAttendees),
        (Role.Helper, Act.PostResource),
        (Role.Helper, Act.TickAttendance),
        (Role.Host, Act.PauseMail),
        (Role.Host, Act.SendMessage),
        (Role.Host, Act.ExportAttendees),
        (Role.Host, Act.ReadHistory),
        (Role.Host, Act.ManageTokens),
        (Role.Host, Act.HoldPasskeys),
        (Role.Host, Act.KeepDrafts),
        (Role.Helper, Act.HoldPasskeys),
        (Role.Helper, Act.KeepDrafts),
        (Role.Admin, Act.CreateSeries),
        (Role.Admin, Act.EditSeries),
        (Role.Admin, Act.PlanSessions),
        (Role.Admin, Act.MoveSession),
        (Role.Admin, Act.EditSession),
        (Role.Admin, Act.AskSpeaker),
        (Role.Admin, Act.EditArchive),
        (Role.Admin, Act.ReadAttendees),
        (Role.Admin, Act.ReadMail),
        (Role.Admin, Act.RetryMail),
        (Role.Admin, Act.PauseMail),
        (Role.Admin, Act.SendMessage),
        (Role.Admin, Act.ExportAttendees),
        (Role.Admin, Act.ReadHistory),
        (Role.Admin, Act.TestMail),
        (Role.Admin, Act.EditSiteTexts),
        (Role.Admin, Act.ReadAccountMail),
        (Role.Admin, Act.InviteHost),
        (Role.Admin, Act.ReadSeries),
        (Role.Admin, Act.PostResource),
        (Role.Admin, Act.TickAttendance),
        (Role.Admin, Act.SeeAddresses),
        (Role.Admin, Act.DisablePerson),
        (Role.Admin, Act.ManageTokens),
        (Role.Admin, Act.HoldPasskeys),
        (Role.Admin, Act.KeepDrafts),
        (Role.Admin, Act.ErasePerson),
    ];

    public static bool Allow(Role role, Act act) => Table.Contains((role, act));
}
