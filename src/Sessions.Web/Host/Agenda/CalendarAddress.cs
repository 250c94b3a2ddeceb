using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using Sessions.Views;

namespace Sessions.Web.Host.Agenda;

/// <summary>What the address of the calendar says: all of it, so that it can be kept and passed on.</summary>
/// <param name="Month">Null is the one it is now.</param>
/// <param name="Day">Of an agenda: this day alone.</param>
public sealed record CalendarAddress(YearMonth? Month, bool IsAgenda, LocalDate? Day, HostedFilter Filter)
{
    public static CalendarAddress Read(string? month, string? view, string? day, HostedFilter filter) =>
        new(FilterText.Month(month), view == "agenda", view == "agenda" ? FilterText.Day(day) : null, filter);

    /// <summary>Another month, seen the same way.</summary>
    public CalendarAddress In(YearMonth? month) => this with { Month = month, Day = null };

    public CalendarAddress As(bool isAgenda) => this with { IsAgenda = isAgenda, Day = null };

    public CalendarAddress On(LocalDate day) => new(day.ToYearMonth(), IsAgenda: true, day, Filter);

    public override string ToString()
    {
        var query = new QueryBuilder();
        if (Month is { } month) query.Add("month", FilterText.Iso(month));
        if (IsAgenda) query.Add("view", "agenda");
        if (Day is { } day) query.Add("day", FilterText.Iso(day));
        FilterText.Write(Filter, query);
        return $"/host/calendar{query}";
    }
}
