namespace Sessions.Scheduling;

/// <summary>The front of a line of whole days, and the cells after it.</summary>
/// <param name="Hours">Written although whole days have none.</param>
/// <param name="Separator">What the cells of this line stand between.</param>
internal sealed record LineDays(WrittenDays Days, WrittenTime? Hours, IReadOnlyList<LineCell> Rest, char Separator)
{
    private static readonly string[] Said = ["all day", "whole day", "whole days"];

    /// <summary>Null if the line does not start with whole days.</summary>
    public static LineDays? Read(string line)
    {
        line = line.TrimStart(LineFront.Bullets);
        if (WrittenDays.Read(line) is not { } days) return null;
        var rest = line[days.Text.Length..];
        var separator = LineFront.SeparatorOf(rest);
        var cells = LineCells.Split(rest.TrimStart([.. LineFront.Between, ';', '|', '\t']), separator);
        if (Said.Contains(cells[0].Text, StringComparer.OrdinalIgnoreCase)) cells.RemoveAt(0);
        var hours = cells.Count > 0 && WrittenTime.Read(cells[0].Text) is { } time && time.Length >= cells[0].Text.Length ? time : null;
        if (hours is not null) cells.RemoveAt(0);
        return new(days, hours, cells, separator);
    }
}
