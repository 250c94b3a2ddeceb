namespace Sessions.Tests.Architecture;

/// <summary>A rule of the house. Its fixture (see <see cref="House.BrokenFor"/>) breaks it in everything not called "Fine".</summary>
/// <param name="Key">Names the fixture.</param>
/// <param name="Sentence">What the rule asks, as a reader of a failed test needs it.</param>
internal sealed record Rule(string Key, string Sentence, Func<House, IEnumerable<Breach>> Breaches)
{
    /// <summary>Looks at each type by itself; the check answers what is wrong, once for each fault.</summary>
    public static Rule ForTypes(string key, string sentence, Func<CodeType, IEnumerable<string>> faults) =>
        new(key, sentence, house => house.Types.SelectMany(type => faults(type).Select(fault => new Breach(type.FullName, fault))));

    /// <summary>Looks at each file by itself.</summary>
    public static Rule ForFiles(string key, string sentence, Func<SourceFile, IEnumerable<string>> faults) =>
        new(key, sentence, house => house.Files.SelectMany(file => faults(file).Select(fault => new Breach(file.Path, fault))));

    public override string ToString() => Key;
}

/// <param name="Where">A file's path or a type's full name.</param>
internal readonly record struct Breach(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
