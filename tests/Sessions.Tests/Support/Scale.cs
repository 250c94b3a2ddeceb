namespace Sessions.Tests.Support;

/// <summary>How far a promise is driven: short in every run, long under <c>tests/run.sh --long</c>.</summary>
internal static class Scale
{
    public static bool IsLong { get; } =
        string.Equals(Environment.GetEnvironmentVariable("SESSIONS_TEST_SCALE"), "long", StringComparison.OrdinalIgnoreCase);

    public static string Name => IsLong ? "long" : "short";

    public static int Of(int whenShort, int whenLong) => IsLong ? whenLong : whenShort;
}
