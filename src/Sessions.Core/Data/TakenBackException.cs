namespace Sessions.Data;

/// <summary>Ends a write so that nothing of it stays, and carries what it found out.</summary>
internal sealed class TakenBackException<T>(T answer) : Exception("The write was only tried.")
{
    public T Answer { get; } = answer;
}
