using System.Diagnostics;

namespace Sessions.Browser.Support;

/// <summary>The pickup folder as a person's inbox: every message the app wrote as an .eml file.</summary>
public sealed class Mailbox(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Everything that lies there now, in the order of writing.</summary>
    public IReadOnlyList<ReceivedMail> All() => !Directory.Exists(folder)
        ? []
        : [.. new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => ReceivedMail.Parse(File.ReadAllBytes(file.FullName)))];

    public IReadOnlyList<ReceivedMail> To(string address) =>
        [.. All().Where(mail => mail.To.Contains(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits for the newest message to an address whose subject holds the words given.</summary>
    public async Task<ReceivedMail> WaitFor(string address, string subject = "")
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(200))
        {
            if (To(address).LastOrDefault(mail => mail.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        var there = string.Join('\n', All().Select(mail => $"{mail.To}: {mail.Subject}"));
        throw new TimeoutException($"No mail to {address} about '{subject}' within {Patience.TotalSeconds} s. There are:\n{there}");
    }
}
