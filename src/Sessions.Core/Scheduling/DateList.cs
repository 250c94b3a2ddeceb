using System.Collections;
using NodaTime;
using NodaTime.Text;

namespace Sessions.Scheduling;

/// <summary>Days in order, none twice; equal when the days are.</summary>
public sealed class DateList : IReadOnlyList<LocalDate>, IEquatable<DateList>
{
    /// <summary>More than this are a rule.</summary>
    public const int Most = 100;

    public static readonly DateList None = new([]);

    private readonly LocalDate[] _days;

    private DateList(LocalDate[] days) => _days = days;

    public int Count => _days.Length;

    public LocalDate this[int index] => _days[index];

    public static DateList Of(IEnumerable<LocalDate> days) => days.Distinct().Order().ToArray() is { Length: > 0 } some ? new(some) : None;

    /// <summary>ISO dates with blanks, commas or lines between them; null when one can't be read.</summary>
    public static DateList? Parse(string? text)
    {
        var read = (text ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => LocalDatePattern.Iso.Parse(word)).ToList();
        return read.TrueForAll(day => day.Success) ? Of(read.Select(day => day.Value)) : null;
    }

    public bool Equals(DateList? other) => other is not null && _days.AsSpan().SequenceEqual(other._days);

    public override bool Equals(object? obj) => Equals(obj as DateList);

    public override int GetHashCode() => _days.Aggregate(0, HashCode.Combine);

    /// <summary>ISO dates, a blank between.</summary>
    public override string ToString() => string.Join(' ', _days.Select(LocalDatePattern.Iso.Format));

    public IEnumerator<LocalDate> GetEnumerator() => _days.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
