using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Settings;

public sealed class LinkKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-links-");

    private FilesSettings Files => new(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Programs_that_start_at_once_agree_on_one_key()
    {
        for (var round = 0; round < 25; round++)
        {
            await StartAtOnce();
            Directory.Delete(Files.Keys, recursive: true);
        }
    }

    [Fact]
    public async Task A_start_that_died_while_it_made_one_holds_nobody_up()
    {
        Directory.CreateDirectory(Files.Keys);
        await File.WriteAllBytesAsync(Path.Combine(Files.Keys, $"{LinkKey.FileName}.lock"), []);
        await File.WriteAllBytesAsync(Path.Combine(Files.Keys, $"{LinkKey.FileName}.new"), [1, 2, 3]);
        await StartAtOnce();
    }

    private async Task StartAtOnce()
    {
        using var start = new Barrier(8);

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return Convert.ToHexString(LinkKey.Load(Files));
        }, TaskCreationOptions.LongRunning)));

        Assert.Single(keys.Distinct());
        Assert.Equal([LinkKey.FileName], Directory.GetFiles(Files.Keys).Select(f => Path.GetFileName(f)));
        Assert.Equal(keys[0], Convert.ToHexString(LinkKey.Load(Files)));
    }

    [Fact]
    public void A_key_that_was_cut_short_is_named_and_not_replaced()
    {
        LinkKey.Load(Files);
        var path = Path.Combine(Files.Keys, LinkKey.FileName);
        File.WriteAllBytes(path, [1, 2, 3]);

        Assert.Contains("damaged", Assert.Throws<SettingsFault>(() => LinkKey.Load(Files)).Message, StringComparison.Ordinal);
        Assert.Equal(3, new FileInfo(path).Length);
    }
}
