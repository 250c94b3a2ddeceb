namespace Sessions.Tests.Support;

/// <summary>A test that is skipped, with the reason, on a machine without these components.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params Component[] components)
    {
        Components = components;
        if (components.Select(Probe.WhyMissing).FirstOrDefault(why => why is not null) is { } missing)
            Skip = missing;
    }

    public IReadOnlyList<Component> Components { get; }
}

/// <summary>What a test may need besides .NET.</summary>
public enum Component
{
    Node,
    IcalJs,
    TusJsClient,
    PythonIcalendar,
    RecurringIcalEvents,
    PythonFeedparser,

    /// <summary>With its standard library alone.</summary>
    Python,

    /// <summary>A connection string in SESSIONS_TEST_POSTGRES.</summary>
    Postgres,

    /// <summary>The program, in SESSIONS_TEST_POSTFIX, on the PATH or in /usr/sbin, and the rights to start it.</summary>
    Postfix,

    /// <summary>The program, in SESSIONS_TEST_DOVECOT, on the PATH or in /usr/sbin, and the rights to start it.</summary>
    Dovecot,

    /// <summary>With ffprobe, on the PATH.</summary>
    Ffmpeg,

    /// <summary>The right to mount a small file system.</summary>
    SmallDisk,
}
