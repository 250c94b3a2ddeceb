using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class PickupTransportTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"pickup-{Guid.NewGuid():N}");

    [Fact]
    public async Task A_message_sent_twice_is_one_file_with_its_octets()
    {
        var mail = Samples.Message().ToOutgoing();
        var transport = new PickupTransport(new PickupOptions(_folder));

        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(mail, default));
        Assert.IsType<SendOutcome.Delivered>(await transport.SendAsync(mail, default));

        var file = Assert.Single(Directory.GetFileSystemEntries(_folder));
        Assert.StartsWith("20231031T090507250Z-kestrel@example.org-", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.Equal(mail.Bytes.ToArray(), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Files_sort_by_the_time_of_their_messages()
    {
        var transport = new PickupTransport(new PickupOptions(_folder));
        foreach (var minute in (int[])[30, 5, 59])
        {
            var message = Samples.Message($"k{minute}") with { Date = new DateTimeOffset(2026, 3, 5, 13, minute, 0, TimeSpan.FromHours(2)), Subject = $"minute {minute}" };
            await transport.SendAsync(message.ToOutgoing(), default);
        }

        var texts = Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(File.ReadAllText);

        Assert.Equal(["minute 5", "minute 30", "minute 59"], texts.Select(text => text.Split("Subject: ")[1].Split("\r\n")[0]));
    }

    [Fact]
    public void A_file_name_leads_nowhere_else()
    {
        var mail = Samples.Message().ToOutgoing() with { Recipient = EmailAddress.Parse("a/x/b*?|ü{}@example.org") };

        Assert.Matches("^[0-9A-Za-z.@_-]+$", PickupTransport.FileName(mail));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_puts_the_message_off()
    {
        await File.WriteAllTextAsync(_folder, "in the way");

        var outcome = await new PickupTransport(new PickupOptions(_folder)).SendAsync(Samples.Message().ToOutgoing(), default);

        Assert.Contains("cannot be written", Assert.IsType<SendOutcome.Deferred>(outcome).Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        File.Delete(_folder);
    }
}
