using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.Mail;
using Sessions.Tests.Mail;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Commands;
using Sessions.Web.Health;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Health;

public sealed class DoctorTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Theory, EachDatabase]
    public async Task On_a_site_that_works_nothing_is_wrong_and_the_command_ends_well(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.AddFile(Files.Samples.Pdf, "slides.pdf");

        var (code, said) = await site.Doctor();

        Assert.True(code == 0, said);
        Assert.EndsWith("Nothing is wrong.", said, StringComparison.Ordinal);
        foreach (var name in new[] { "database", "migrations", "disk", "outbox", "tables", "files", "clock", "folders", "keys", "mail server", "dkim", "recordings", "zone data" })
            Assert.Single(said.Split('\n'), line => line[7..].StartsWith(name + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_was_started_yet_it_says_so_and_makes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-doctor-");

        var (code, said) = await AppProcess.Run(folder.FullName, ["doctor"]);

        Assert.Equal(1, code);
        Assert.Contains("there is none yet", said, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_of_its_lines()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-doctor-");

        var (code, said) = await AppProcess.Run(folder.FullName, ["doctor"],
            ("Database__Provider", "Postgres"), ("Database__ConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=x"));

        Assert.Equal(1, code);
        Assert.Contains("WRONG  database     The database does not answer", said, StringComparison.Ordinal);
        Assert.Contains("zone data", said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_row_without_its_file_is_named_with_the_file_that_should_be_there()
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        var (_, lost) = await site.AddFile(Files.Samples.Pdf, "slides.pdf");
        File.Delete(Path.Combine(site.Home, "files", FileStore.NameOf(lost)));

        var (code, said) = await site.Doctor();

        Assert.Equal(1, code);
        Assert.Contains($"1 of 1 files are missing or cut short (slides.pdf as {FileStore.NameOf(lost)})", said, StringComparison.Ordinal);
        Assert.EndsWith("One thing is wrong.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_row_is_found_unless_it_is_still_arriving()
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        var stray = Path.Combine(site.Home, "files", "stray");
        await File.WriteAllTextAsync(stray, "nobody's");
        var check = site.Site.Get<StoredFilesCheck>();
        Assert.Equal(FindingState.Ok, (await check.Look(default)).State);

        File.SetLastWriteTimeUtc(stray, DateTime.UtcNow.AddHours(-2));

        var found = await check.Look(default);
        Assert.Equal(FindingState.Wrong, found.State);
        Assert.Contains("stray", found.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_everybody_may_read_is_noted_unless_a_folder_keeps_them_out()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(site.Site.Get<DatabaseOptions>().ConnectionString).DataSource;
        var check = site.Site.Get<FoldersCheck>();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > Path.GetTempPath().Length; folder = Path.GetDirectoryName(folder)!)
            File.SetUnixFileMode(folder, own | UnixFileMode.OtherExecute);
        var open = await check.Folders(default);
        File.SetUnixFileMode(Path.GetDirectoryName(file)!, own);
        var shut = await check.Folders(default);

        Assert.Equal((FindingState.Note, FindingState.Ok), (open.State, shut.State));
        Assert.Contains($"{file}: chmod 600", open.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_others_may_read_and_a_link_key_that_is_gone_are_wrong()
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        var key = Path.Combine(site.Home, "keys", "links.key");
        var check = site.Site.Get<FoldersCheck>();
        Assert.Equal(FindingState.Ok, (await check.Keys(default)).State);

        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var open = await check.Keys(default);
        File.Delete(key);
        var gone = await check.Keys(default);

        Assert.Equal((FindingState.Wrong, FindingState.Wrong), (open.State, gone.State));
        Assert.Contains("chmod 600", open.Says, StringComparison.Ordinal);
        Assert.False(File.Exists(key));
    }

    [Fact]
    public async Task It_goes_the_whole_way_to_the_mail_server_and_sends_nothing()
    {
        await using var server = new ScriptedSmtpServer(async mail =>
        {
            await mail.GreetAsync("AUTH PLAIN");
            await mail.AnswerAsync("AUTH PLAIN", "235 2.7.0 welcome");
            await mail.WaitForTheEndAsync();
        });

        var found = await Look(server.Port);
        await server.FinishAsync();

        Assert.Equal(FindingState.Ok, found.State);
        Assert.Equal(["EHLO", "AUTH", "QUIT"], server.Conversations.Single().Verbs);
    }

    [Fact]
    public async Task It_names_the_step_at_which_the_mail_server_turns_us_away()
    {
        await using var server = new ScriptedSmtpServer(async mail =>
        {
            await mail.GreetAsync("AUTH PLAIN");
            await mail.AnswerAsync("AUTH PLAIN", "535 5.7.8 wrong");
            await mail.WaitForTheEndAsync();
        });

        var refused = await Look(server.Port);
        var absent = await Look(1);

        Assert.Contains("did not accept our user and password", refused.Says, StringComparison.Ordinal);
        Assert.Contains("No connection to the mail server 127.0.0.1:1", absent.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_was_set_back_or_differs_from_the_databases_is_wrong()
    {
        Assert.Equal(FindingState.Wrong, ClockCheck.Judge(Now, Now + Duration.FromSeconds(1), null, true).State);
        Assert.Equal(FindingState.Wrong, ClockCheck.Judge(Now, Now, Now - Duration.FromSeconds(6), true).State);
        Assert.Equal(FindingState.Note, ClockCheck.Judge(Now, Now, Now + Duration.FromSeconds(4), false).State);
        Assert.Equal(FindingState.Ok, ClockCheck.Judge(Now, null, null, null).State);
    }

    [Fact]
    public void Older_zone_data_than_the_machines_and_a_full_disk_are_said()
    {
        Assert.Equal(FindingState.Note, ZoneDataCheck.Judge("2026f", "2027a").State);
        Assert.Equal(FindingState.Ok, ZoneDataCheck.Judge("2026f", "2024b").State);
        Assert.Equal(FindingState.Ok, ZoneDataCheck.Judge("2026f", null).State);
        Assert.Equal(FindingState.Wrong, Readiness.Disk(10_000_000).State);
    }

    private static async Task<Finding> Look(int port)
    {
        await using var transport = new SmtpTransport(new("127.0.0.1", port, SmtpSecurity.None, "sessions", "secret"), TimeProvider.System);
        return await new MailServerCheck(transport, new(MailTransportKind.Smtp, "", "a@example.org", new("127.0.0.1", port, SmtpSecurity.None, "sessions", "secret"))).Look(default);
    }
}
