using System.Collections.Concurrent;

namespace Sessions.Tests.Support;

/// <summary>Looks once for each <see cref="Component" />.</summary>
public static class Probe
{
    private static readonly ConcurrentDictionary<Component, Lazy<string?>> Answers = new();

    /// <returns>Null when it is there.</returns>
    public static string? WhyMissing(Component component) =>
        Answers.GetOrAdd(component, key => new Lazy<string?>(() => Look(key))).Value;

    public static string? PostgresConnectionString => Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTGRES");

    public static string? PostfixPath =>
        new[] { Environment.GetEnvironmentVariable("SESSIONS_TEST_POSTFIX"), OnPath("postfix"), "/usr/sbin/postfix" }
            .FirstOrDefault(File.Exists);

    public static string? DovecotPath =>
        new[] { Environment.GetEnvironmentVariable("SESSIONS_TEST_DOVECOT"), OnPath("dovecot"), "/usr/sbin/dovecot" }
            .FirstOrDefault(File.Exists);

    public static string? SaslPasswordPath => new[] { OnPath("saslpasswd2"), "/usr/sbin/saslpasswd2" }.FirstOrDefault(File.Exists);

    private static string? Look(Component component) => component switch
    {
        Component.Node when OnPath("node") is null => "node is not on the PATH",
        Component.IcalJs when !Directory.Exists(Path.Combine(Repository.Peers, "node_modules", "ical.js")) =>
            "ical.js is not there (npm install in tests/peers)",
        Component.IcalJs when OnPath("node") is null => "node is not on the PATH",
        Component.TusJsClient when !Directory.Exists(Path.Combine(Repository.Peers, "node_modules", "tus-js-client")) =>
            "tus-js-client is not there (npm install in tests/peers)",
        Component.TusJsClient when OnPath("node") is null => "node is not on the PATH",
        Component.PythonIcalendar when !PeerProcess.Succeeds(PeerProcess.Python, "-c", "import icalendar, dateutil") =>
            "python3-icalendar is not there (package python3-icalendar)",
        Component.RecurringIcalEvents when !PeerProcess.Succeeds(PeerProcess.Python, "-c", "import recurring_ical_events") =>
            "python3-recurring-ical-events is not there (package python3-recurring-ical-events)",
        Component.PythonFeedparser when !PeerProcess.Succeeds(PeerProcess.Python, "-c", "import feedparser") =>
            "python3-feedparser is not there (package python3-feedparser)",
        Component.Python when !PeerProcess.Succeeds(PeerProcess.Python, "-c", "import email") => "python3 is not there (package python3)",
        Component.Postgres when string.IsNullOrEmpty(PostgresConnectionString) => "SESSIONS_TEST_POSTGRES names no server",
        Component.Postfix when PostfixPath is null => "postfix is not there (package postfix)",
        Component.Postfix when SaslPasswordPath is null => "saslpasswd2 is not there (package sasl2-bin)",
        Component.Postfix when !Environment.IsPrivilegedProcess => "postfix starts for root only",
        Component.Dovecot when DovecotPath is null => "dovecot is not there (package dovecot-imapd)",
        Component.Dovecot when !PeerProcess.Succeeds("/bin/sh", "-c", $"{DovecotPath} --version | grep -q '^2[.]3[.]'") => "dovecot is not 2.3: its settings are other ones",
        Component.Dovecot when !Environment.IsPrivilegedProcess => "dovecot starts for root only",
        Component.Ffmpeg when OnPath("ffmpeg") is null || OnPath("ffprobe") is null => "ffmpeg is not there (package ffmpeg)",
        Component.SmallDisk when SmallDisk.WhyNot() is { } why => why,
        _ => null,
    };

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
