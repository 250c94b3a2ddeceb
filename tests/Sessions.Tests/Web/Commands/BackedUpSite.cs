using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Web.Commands;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Commands;

/// <summary>A site with one session to come, its database and its folder, and a second, empty place to restore into.</summary>
internal sealed class BackedUpSite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-backup-");
    private readonly TestDatabase _database;
    private readonly TestDatabase _empty;
    private readonly DatabaseProvider _provider;

    private BackedUpSite(DatabaseProvider provider, TestDatabase database, TestDatabase empty, Samples samples)
    {
        (_provider, _database, _empty, Samples) = (provider, database, empty, samples);
        Site = new(Options(database), Home);
        // Starts it: the keys are there.
        _ = Site.Server;
    }

    public SiteAt Site { get; }

    public Samples Samples { get; }

    public string Home => Path.Combine(_folder.FullName, "home");

    public string NewHome => Path.Combine(_folder.FullName, "new-home");

    public string Archive => Path.Combine(_folder.FullName, "backup.zip");

    public Database Database => _database.Database;

    public Database Restored => _empty.Database;

    public DatabaseCopies Place => DatabaseCopies.Of(Options(_empty));

    public Guid SessionId => Samples.LastSession.Id;

    public Actor Host => new(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { Samples.LastSeries.Id });

    public static async Task<BackedUpSite> Create(DatabaseProvider provider)
    {
        var database = await TestDatabase.Create(provider);
        var samples = await new Samples(database.Database).Series("weekly", with: s => s.Venue = new("https://room.example.org/secret"))
            .Session("one", Samples.At(2060, 6, 1), title: "A \"quoted\", line\nand the next; ünïcode", with: s => s.Capacity = 50).Save();
        return new(provider, database, await TestDatabase.Empty(provider), samples);
    }

    public Task<(int ExitCode, string Said)> Verb(string verb, bool inNewPlace = false) => AppProcess.Run(_folder.FullName, [verb, Archive],
        ("Database__Provider", _provider.ToString()), ("Database__ConnectionString", (inNewPlace ? _empty : _database).ConnectionString), ("Files__Path", inNewPlace ? NewHome : Home));

    public Task<(int ExitCode, string Said)> Doctor() => AppProcess.Run(_folder.FullName, ["doctor"],
        ("Database__Provider", _provider.ToString()), ("Database__ConnectionString", _database.ConnectionString), ("Files__Path", Home), ("Mail__PickupPath", Path.Combine(Home, "mail")));

    /// <param name="says">Hears each line as it is said, while the backup waits.</param>
    public Task<BackedUp> BackUp(TextWriter? says = null) =>
        new BackUp(DatabaseCopies.Of(Options(_database)), new(Home), TimeProvider.System, says ?? TextWriter.Null).Run(Archive, default);

    public Task PutBack(string? home = null) => new PutBack(Place, new FilesSettings(home ?? NewHome), TextWriter.Null).Run(Archive, default);

    public SiteAt RestoredSite() => new(Options(_empty), NewHome);

    public async Task SignUp(string address) => Assert.True((await Site.Get<RegistrationService>().SignUp(SessionId, address)).Ok);

    /// <returns>The recording's or resource's id and that of its file.</returns>
    public async Task<(Guid Item, Guid File)> AddFile(byte[] content, string name)
    {
        var saved = (await Site.Get<FileStore>().Save(new MemoryStream(content), name)).Value!;
        Assert.Null((await Site.Get<ArchiveService>().AddFile(Host, SessionId, saved, new(name, null, null))).No);
        await using var db = Database.Read();
        return (await db.Resources.Where(r => r.FileId == saved.Id).Select(r => r.Id).Concat(db.Recordings.Where(r => r.FileId == saved.Id).Select(r => r.Id)).SingleAsync(), saved.Id);
    }

    public async Task<string> SpeakerPath()
    {
        var id = (await Site.Get<SpeakerService>().Add(Host, SessionId, "Kim Example", "kim@example.org")).Value;
        return await Support.SpeakerPath.Of(Database, Site.Get<StandingLinks>(), id);
    }

    /// <summary>The links of mails sent before the backup.</summary>
    public async Task<IReadOnlyList<string>> PersonalPaths(string address)
    {
        await using var db = Database.Read();
        var place = await db.Registrations.Include(r => r.Person).SingleAsync(r => r.Person!.Address == address);
        var links = Site.Get<StandingLinks>();
        return ["/my/" + links.My(place.Person!), "/join/" + links.Join(place, place.Person!)];
    }

    /// <summary>Every file's row has its bytes in the new place, and nothing else lies there.</summary>
    public async Task AssertFilesFit()
    {
        await using var db = Restored.Read();
        var rows = await db.Files.ToListAsync();
        Assert.Equal(rows.Select(row => FileStore.NameOf(row.Id)).Order(), Directory.EnumerateFiles(Path.Combine(NewHome, "files")).Select(Path.GetFileName).Order());
        foreach (var row in rows)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(NewHome, "files", FileStore.NameOf(row.Id)));
            Assert.Equal(row.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    public async Task AssertNothingWasTouched()
    {
        Assert.True(await Place.IsEmpty());
        Assert.False(Directory.Exists(NewHome) && Directory.EnumerateFiles(NewHome, "*", SearchOption.AllDirectories).Any());
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _database.DisposeAsync();
        await _empty.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private DatabaseOptions Options(TestDatabase database) => new(_provider, database.ConnectionString);
}
