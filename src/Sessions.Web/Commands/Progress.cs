namespace Sessions.Web.Commands;

/// <summary>Says how far a long act is, every few seconds at most.</summary>
internal sealed class Progress(TextWriter says, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private long _last = time.GetTimestamp();

    public void Say(string line)
    {
        says.WriteLine(line);
        _last = time.GetTimestamp();
    }

    public void SayNowAndThen(string line)
    {
        if (time.GetElapsedTime(_last) >= Pause) Say(line);
    }
}
