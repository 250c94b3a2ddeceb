using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sessions.Archive;
using Sessions.Backups;
using Sessions.Data;
using Sessions.Files;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Commands;

public sealed class BackupTests
{
    [Theory, EachDatabase]
    public async Task Taken_while_people_sign_up_and_files_come_and_go_it_is_of_one_moment_and_old_links_work_where_it_is_restored(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        var speaker = await site.SpeakerPath();
        await site.SignUp("early@example.org");
        var (_, slides) = await site.AddFile(LongPdf(300_000), "slides.pdf");
        var links = await site.PersonalPaths("early@example.org");
        using var stop = new CancellationTokenSource();
        var people = 1;
        var going = new[] { SignUps(1), SignUps(2), FilesComeAndGo() };

        var backup = await site.Verb("backup");
        await stop.CancelAsync();
        await Task.WhenAll(going);
        var restore = await site.Verb("restore", inNewPlace: true);

        Assert.True(backup.ExitCode == 0, backup.Said);
        Assert.True(restore.ExitCode == 0, restore.Said);
        Assert.True(people > 20, $"only {people} people signed up meanwhile");
        await using (var db = site.Restored.Read())
        {
            var session = await db.Sessions.SingleAsync();
            var places = await db.Registrations.ToListAsync();
            Assert.InRange(places.Count, 1, people);
            Assert.Equal(session.Confirmed, places.Count(r => r.State == RegistrationState.Confirmed));
            Assert.Equal(session.Waiting, places.Count(r => r.State == RegistrationState.Waitlisted));
            Assert.Equal(Enumerable.Range(1, places.Count).Select(i => (long)i), places.Select(r => r.Order).Order());
            Assert.Equal(places.Count, await db.Outbox.CountAsync(m => places.Select(r => r.Id).Contains(m.SubjectId)));
            Assert.Equal("A \"quoted\", line\nand the next; ünïcode", session.Title);
        }
        await site.AssertFilesFit();
        await using var restored = site.RestoredSite();
        using var visitor = restored.Visitor();
        foreach (var path in links.Append(speaker).Append("/series/weekly/one").Append($"/files/{slides}/slides.pdf"))
            Assert.True(await Status(visitor, path) == HttpStatusCode.OK, path);
        Assert.Equal(HttpStatusCode.NotFound, await Status(visitor, "/my/" + new string('A', 48)));

        async Task SignUps(int line)
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await site.SignUp($"p{line}-{i}@example.org");
                Interlocked.Increment(ref people);
            }
        }

        async Task FilesComeAndGo()
        {
            while (!stop.IsCancellationRequested)
            {
                var (item, _) = await site.AddFile(LongPdf(50_000), "passing.pdf");
                await Task.Delay(20);
                Assert.Null(await site.Site.Get<ArchiveService>().Remove(site.Host, site.SessionId, item));
                await site.AddFile(LongPdf(1_000), "staying.pdf");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Every_column_of_every_table_comes_back_as_it_was(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.SpeakerPath();
        await site.SignUp("ann@example.org");
        await site.AddFile(LongPdf(1_000), "slides.pdf");
        // Nothing writes any more.
        await site.Site.DisposeAsync();
        var before = await Rows(site.Database);

        await site.BackUp();
        await site.PutBack();

        Assert.Equal(before, await Rows(site.Restored));
        Assert.Contains(before, row => row.Contains("ann@example.org", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task One_of_an_older_version_is_restored_with_its_tables_and_brought_up_to_date_by_the_next_start(DatabaseProvider provider)
    {
        await using var old = await TestDatabase.Empty(provider);
        await using var place = await TestDatabase.Empty(provider);
        var folder = Directory.CreateTempSubdirectory("sessions-backup-");
        await using (var db = old.Database.Read())
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());

        var snapshot = await DatabaseCopies.Of(new(provider, old.ConnectionString)).Take(folder.FullName);
        await DatabaseCopies.Of(new(provider, place.ConnectionString))
            .PutBack(snapshot.Schema, snapshot.Parts, part => File.OpenRead(Path.Combine(folder.FullName, part)), () => Task.CompletedTask);

        await using (var db = place.Database.Read())
            Assert.Single(await db.Database.GetAppliedMigrationsAsync());
        await place.Database.Migrate();
        await using (var db = place.Database.Read())
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        folder.Delete(recursive: true);
    }

    [Theory, EachDatabase]
    public async Task A_damaged_one_is_refused_in_one_sentence_and_nothing_is_touched(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.BackUp();
        var whole = await File.ReadAllBytesAsync(site.Archive);
        // One bit may do no harm: the empty pages of a database unpack to zeros either way.
        foreach (ref var octet in whole.AsSpan(whole.Length / 2, 256)) octet ^= 0xa5;
        await File.WriteAllBytesAsync(site.Archive, whole);

        var fault = await Assert.ThrowsAsync<SettingsFault>(() => site.PutBack());

        Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
        await site.AssertNothingWasTouched();
    }

    [Theory]
    [InlineData("Postgres", "First", "holds a Postgres database")]
    [InlineData("Sqlite", "20991231000000_Later", "newer than this version")]
    public async Task One_of_another_kind_or_of_a_later_version_is_refused_and_nothing_is_touched(string holds, string schema, string said)
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        await using (var writer = await BackupWriter.Create(site.Archive, "about")) await writer.Finish("9.9", holds, schema, DateTimeOffset.UnixEpoch);

        var fault = await Assert.ThrowsAsync<SettingsFault>(() => site.PutBack());

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        await site.AssertNothingWasTouched();
    }

    [Theory, EachDatabase]
    public async Task It_goes_into_an_empty_place_only(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.BackUp();
        foreach (var folder in new[] { "files", "keys" })
        {
            var stranger = Path.Combine(Directory.CreateDirectory(Path.Combine(site.NewHome, folder)).FullName, "mine");
            await File.WriteAllTextAsync(stranger, "");
            await Assert.ThrowsAsync<SettingsFault>(() => site.PutBack());
            Assert.True(await site.Place.IsEmpty());
            File.Delete(stranger);
        }
        await site.PutBack();

        var again = await Assert.ThrowsAsync<SettingsFault>(() => site.PutBack());

        Assert.Contains("database already", again.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task When_the_files_cannot_be_written_the_database_stays_empty(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.BackUp();
        Directory.CreateDirectory(site.NewHome);
        await File.WriteAllTextAsync(Path.Combine(site.NewHome, "keys"), "a file where the folder should be");

        await Assert.ThrowsAsync<SettingsFault>(() => site.PutBack());

        Assert.True(await site.Place.IsEmpty());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.NewHome, "files")));
    }

    [Theory, EachDatabase]
    public async Task Files_that_somebody_removes_while_it_runs_are_not_in_the_restored_site(DatabaseProvider provider)
    {
        await using var site = await BackedUpSite.Create(provider);
        await site.AddFile(LongPdf(1_000), "stays.pdf");
        var (early, _) = await site.AddFile(LongPdf(1_000), "removed-before-it-is-copied.pdf");
        var (late, _) = await site.AddFile(LongPdf(1_000), "removed-after-it-was-copied.pdf");
        var lines = new List<string?>();

        var made = await site.BackUp(new Hears(line =>
        {
            if (line == "3 files …") Remove(early);
            if (line == "The database …" && lines.Count > 0) Remove(late);
            lines.Add(line);
        }));
        await site.PutBack();

        Assert.Equal(["The database …", "3 files …", "The database …", "0 files …"], lines);
        Assert.Equal((1, 0), (made.Files, made.Missing));
        await site.AssertFilesFit();

        void Remove(Guid item) => Assert.Null(site.Site.Get<ArchiveService>().Remove(site.Host, site.SessionId, item).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task A_file_that_was_lost_is_counted_and_does_not_stop_the_rest()
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        await site.AddFile(LongPdf(1_000), "kept.pdf");
        var (_, lost) = await site.AddFile(LongPdf(1_000), "lost.pdf");
        File.Delete(Path.Combine(site.Home, "files", FileStore.NameOf(lost)));

        var made = await site.BackUp();

        Assert.Equal((1, 1), (made.Files, made.Missing));
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_in_nobodys_way_and_a_backup_that_is_there_is_not_overwritten()
    {
        await using var site = await BackedUpSite.Create(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(site.Archive + ".part", "half");
        Directory.CreateDirectory(site.Archive + ".database");

        await site.BackUp();

        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(site.Archive)!, "backup*"));
        var fault = await Assert.ThrowsAsync<SettingsFault>(() => site.BackUp());
        Assert.Contains("is there already", fault.Message, StringComparison.Ordinal);
    }

    private sealed class Hears(Action<string?> line) : StringWriter
    {
        public override void WriteLine(string? value) => line(value);
    }

    private static byte[] LongPdf(int length) => [.. Files.Samples.Pdf, .. new byte[length]];

    private static async Task<HttpStatusCode> Status(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>All rows of all tables as text, read by names the model does not give.</summary>
    private static async Task<List<string>> Rows(Database database)
    {
        await using var db = database.Read();
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
                {
                    DBNull => "(null)",
                    byte[] bytes => Convert.ToHexString(bytes),
                    var value => $"'{value}'",
                })));
        }
        return rows;
    }
}
