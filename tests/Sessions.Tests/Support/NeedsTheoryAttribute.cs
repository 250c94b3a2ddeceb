namespace Sessions.Tests.Support;

/// <inheritdoc cref="NeedsFactAttribute" />
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params Component[] components)
    {
        Components = components;
        if (components.Select(Probe.WhyMissing).FirstOrDefault(why => why is not null) is { } missing)
            Skip = missing;
    }

    public IReadOnlyList<Component> Components { get; }
}
