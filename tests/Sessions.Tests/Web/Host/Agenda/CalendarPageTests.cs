using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Web.Host.Agenda;

namespace Sessions.Tests.Web.Host.Agenda;

public sealed class CalendarPageTests
{
    [Fact]
    public void Another_month_keeps_the_filters_and_the_view()
    {
        var address = CalendarAddress.Read("2026-12", "agenda", null, FilterText.Read("weekly", "workingsession", "draft"));

        Assert.Equal("/host/calendar?month=2027-01&view=agenda&series=weekly&kind=workingsession&state=draft", address.In(address.Month!.Value.PlusMonths(1)).ToString());
        Assert.Equal("/host/calendar?view=agenda&series=weekly&kind=workingsession&state=draft", address.In(null).ToString());
        Assert.Equal("/host/calendar?month=2026-12&series=weekly&kind=workingsession&state=draft", address.As(isAgenda: false).ToString());
        Assert.Equal("/host/calendar?month=2027-02&view=agenda&day=2027-02-01&series=weekly&kind=workingsession&state=draft", address.On(new(2027, 2, 1)).ToString());
    }

    [Theory]
    [InlineData("2027-13")]
    [InlineData("9999-12")]
    [InlineData("0000-01")]
    [InlineData("March")]
    [InlineData("")]
    public void What_is_no_month_is_this_month(string month) => Assert.Null(CalendarAddress.Read(month, null, null, new()).Month);

    [Theory]
    [InlineData("7", "99")]
    [InlineData("nothing", "1")]
    [InlineData("", "")]
    public void What_is_no_kind_and_no_state_filters_nothing(string kind, string state) => Assert.Equal(new HostedFilter(), FilterText.Read(" ", kind, state));

    [Fact]
    public async Task The_month_shows_state_in_words_and_leads_from_a_full_day_to_its_agenda()
    {
        await using var stage = await ConsoleStage.Create();
        await stage.Plan(s =>
        {
            s.Series("weekly").Session("draft", Samples.At(2023, 11, 1), "A draft", published: false)
                .Session("off", Samples.At(2023, 11, 2), "Called off", with: x => x.Cancel(Guid.NewGuid(), null, ConsoleStage.Now))
                .Session("sprint", SessionTime.Days(new(2023, 11, 6), new(2023, 11, 8), Samples.Zone), "Sprint", with: x => x.Kind = SessionKind.WorkingSession);
            for (var n = 0; n < 5; n++) s.Session($"full-{n}", Samples.At(2023, 11, 15, 9 + n), $"Full {n}");
            return s;
        });
        await stage.SignIn(null);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/host/calendar?month=2023-11&state=");

        var page = stage.Render<CalendarPage>();

        page.WaitForElement("table.calendar");
        Assert.Equal("November 2023", page.Find("h1").TextContent);
        Assert.Equal("Times are in Europe/London, Greenwich Mean Time (UTC+00:00)", page.Find(".console-head p").TextContent);
        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], page.FindAll("thead th").Select(h => h.TextContent));
        Assert.Equal("Draft", page.Find(".calendar-item.draft .status").TextContent);
        Assert.Equal("Cancelled", page.Find(".calendar-item.cancelled .status").TextContent);
        Assert.Equal("Called off", page.Find(".calendar-item s").TextContent);
        Assert.Equal(["Working session, day 1 of 3", "Working session, day 2 of 3", "Working session, day 3 of 3"], page.FindAll(".calendar-item small").Select(s => s.TextContent));
        var more = page.Find(".calendar-more");
        Assert.Equal(("+2 more on Wednesday 15 November", "/host/calendar?month=2023-11&view=agenda&day=2023-11-15"), (more.TextContent, more.GetAttribute("href")));
        Assert.Equal(["/host/calendar?month=2023-10", "/host/calendar", "/host/calendar?month=2023-12"], page.FindAll(".calendar-turn a").Select(a => a.GetAttribute("href")));

        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(more.GetAttribute("href")!);
        page.WaitForElement(".agenda section");
        Assert.Equal(5, page.FindAll(".agenda li").Count);
        Assert.Equal("09:00 to 10:00", page.Find(".agenda .calendar-hours").TextContent);
    }

    [Fact]
    public async Task A_month_with_a_clock_change_names_both_offsets_and_an_empty_one_says_so()
    {
        await using var stage = await ConsoleStage.Create();
        await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1), "A title"));
        await stage.SignIn(null);

        var page = stage.Render<CalendarPage>();

        Assert.Equal("October 2023", page.WaitForElement("h1").TextContent);
        Assert.Equal("Times are in Europe/London, British Summer Time (UTC+01:00); from Sunday 29 October on Greenwich Mean Time (UTC+00:00)", page.Find(".console-head p").TextContent);
        Assert.Equal("/host/calendar?month=2023-11", page.Find(".empty a").GetAttribute("href"));
        Assert.Equal("13", page.Find("td[aria-current=date] .calendar-number").TextContent);
    }

    [Fact]
    public async Task The_list_keeps_what_was_typed_in_its_address_and_shows_series_and_kind()
    {
        await using var stage = await ConsoleStage.Create();
        await stage.Plan(s => s.Series("weekly", "Weekly").Session("one", Samples.At(2023, 11, 1), "Open buses", with: x => x.Kind = SessionKind.Unconference).Session("two", Samples.At(2023, 11, 8), "Trains"));
        await stage.SignIn(null);
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/host/sessions?words=buses&kind=unconference");

        var page = stage.Render<SessionListPage>();

        Assert.StartsWith("Weekly, Unconference, Wed 1 Nov 2023, 12:00", page.WaitForElement("tbody small").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tbody tr"));
        page.Find("#from").Change("2023-11-05");
        page.Find("form").Submit();
        Assert.EndsWith("/host/sessions?kind=unconference&words=buses&from=2023-11-05", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("No session here", page.WaitForElement(".empty strong").TextContent);
    }
}
