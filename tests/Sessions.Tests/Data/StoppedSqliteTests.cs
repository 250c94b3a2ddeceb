using Sessions.Data;
using Sessions.Data.Sqlite;
using Sessions.Scheduling;

namespace Sessions.Tests.Data;

public sealed class StoppedSqliteTests
{
    [Fact]
    public async Task A_stopped_site_is_one_file()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-stopped-");
        var file = Path.Combine(folder.FullName, "sessions.db");
        await using (var database = new SqliteDatabase($"Data Source={file}", new PublicVersion()))
        {
            await database.Migrate();
            await database.Write(db => Task.FromResult(db.Add(new Series { Slug = "one", Name = "One", Zone = "Europe/London" })));
            await database.Ping();
            Assert.True(File.Exists(file + "-wal"));
        }

        Assert.Equal([file], Directory.GetFiles(folder.FullName));
        folder.Delete(recursive: true);
    }
}
