namespace Sessions.Bench;

/// <param name="Rounds">How often each lane is run; figures are medians of them.</param>
/// <param name="Out">Also write the table here.</param>
/// <param name="Only">The names of some measures; null is all.</param>
internal sealed record BenchOptions(int Rounds, string? Out, string[]? Only)
{
    public bool Wants(string measure) => Only?.Contains(measure, StringComparer.OrdinalIgnoreCase) ?? true;

    /// <summary>Null when the words make no sense.</summary>
    public static BenchOptions? Read(string[] words)
    {
        var options = new BenchOptions(3, null, null);
        for (var i = 0; i < words.Length; i += 2)
        {
            switch (words[i..])
            {
                case ["--rounds", var number, ..] when int.TryParse(number, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    break;
                case ["--out", var file, ..]:
                    options = options with { Out = Path.GetFullPath(file) };
                    break;
                case ["--only", var measure, ..]:
                    options = options with { Only = measure.Split(',') };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
