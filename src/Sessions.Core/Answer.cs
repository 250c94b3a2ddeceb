namespace Sessions;

/// <summary>What an act answers: a value, or a named "no" that a page turns into a sentence.</summary>
public readonly record struct Answer<T, TNo> where TNo : struct, Enum
{
    private Answer(T? value, TNo? no) => (Value, No) = (value, no);

    /// <summary>Set when <see cref="No"/> is not.</summary>
    public T? Value { get; }

    public TNo? No { get; }

    public bool Ok => No is null;

    public static implicit operator Answer<T, TNo>(T value) => new(value, null);

    public static implicit operator Answer<T, TNo>(TNo no) => new(default, no);
}
