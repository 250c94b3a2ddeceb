using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Host.Agenda;

/// <summary>Filters as addresses hold them: "series=weekly&amp;kind=roundtable&amp;state=draft". What is no such thing filters nothing.</summary>
public static class FilterText
{
    private const int FirstYear = 1900;

    /// <summary>The month after the last one is still one that there is.</summary>
    private const int LastYear = SessionClock.LastYear - 1;

    public static HostedFilter Read(string? series, string? kind, string? state) =>
        new(string.IsNullOrWhiteSpace(series) ? null : series.Trim(), Named<SessionKind>(kind), Named<HostedState>(state));

    public static void Write(HostedFilter filter, QueryBuilder query)
    {
        if (filter.Series is { } series) query.Add("series", series);
        if (filter.Kind is { } kind) query.Add("kind", Name(kind));
        if (filter.State is { } state) query.Add("state", Name(state));
    }

    public static string Name(Enum? value) => value?.ToString().ToLowerInvariant() ?? "";

    public static LocalDate? Day(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null;

    public static YearMonth? Month(string? text) =>
        YearMonthPattern.Iso.Parse(text ?? "") is { Success: true, Value: { Year: >= FirstYear and <= LastYear } month } ? month : null;

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Iso(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value : null;
}
