using System.Globalization;

namespace Sessions.Scheduling;

/// <summary>Reads the plain file of holidays; its own head says how it is written.</summary>
public static class HolidayFile
{
    /// <exception cref="HolidayFault">A line that can't be read: a day left out in silence would be a warning that never comes.</exception>
    public static HolidayCalendar Read(IEnumerable<string> lines)
    {
        var regions = new List<HolidayRegion>();
        foreach (var (index, raw) in lines.Index())
        {
            var (number, line) = (index + 1, raw.Trim());
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') regions.Add(Region(line, number, regions));
            else if (regions.Count == 0) throw new HolidayFault(number, "a day stands above the first region, which is written like [GB-SCT] Scotland");
            else regions[^1] = regions[^1] with { Holidays = [.. regions[^1].Holidays, Day(line, number)] };
        }
        return new(regions);
    }

    private static HolidayRegion Region(string line, int number, List<HolidayRegion> above)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var code = end < 0 ? "" : line[1..end].Trim().ToUpperInvariant();
        var name = end < 0 ? "" : line[(end + 1)..].Trim();
        if (!SeriesRules.IsRegion(code) || code.Length == 0 || name.Length == 0) throw new HolidayFault(number, "a region is written like [GB-SCT] Scotland");
        if (above.Exists(r => r.Code == code)) throw new HolidayFault(number, $"{code} stands twice");
        return new(code, name) { Holidays = above.Find(r => code.Length > 2 && r.Code == code[..2])?.Holidays ?? [] };
    }

    private static Holiday Day(string line, int number)
    {
        var cells = line.Split(';', StringSplitOptions.TrimEntries);
        if (cells.Length is not (2 or 3) || cells[1].Length == 0) throw new HolidayFault(number, "a day is written like: 12-25; Christmas Day");
        var rule = HolidayRule.Parse(cells[0]) ?? throw new HolidayFault(number, $"\"{cells[0]}\" is no rule; they are 12-25, 12-25 substitute, first mon 05, easter+1 and 2026-04-30");
        if (cells.Length == 2) return new(cells[1], rule);
        var years = cells[2].Split('-').Select(year => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1900 and <= 9998 ? y : 0).ToList();
        return years is [> 0, > 0] ? new(cells[1], rule, years[0], years[1]) : throw new HolidayFault(number, $"\"{cells[2]}\" should be years, like 2026-2029");
    }
}

/// <summary>A line of a holidays file that can't be read.</summary>
/// <param name="line">From 1.</param>
public sealed class HolidayFault(int line, string sentence) : Exception($"line {line}: {sentence}");
