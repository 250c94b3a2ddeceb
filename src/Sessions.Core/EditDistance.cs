namespace Sessions;

/// <summary>How many letters were typed wrong: one changed, missing, too many, or two neighbours swapped.</summary>
internal static class EditDistance
{
    /// <returns>The distance, or any larger number than <paramref name="most"/>.</returns>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        var (older, old, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) old[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], older[j - 2] + 1);
            }
            (older, old, row) = (old, row, older);
        }
        return old[other.Length];
    }
}
