using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Scheduling;

public sealed class HolidayTests
{
    private static readonly HolidayCalendar Shipped = HolidayFile.Read(File.ReadLines(Path.Combine(Repository.Root, "src/Sessions.Web/holidays.txt")));

    [Theory]
    [InlineData("2026-04-05"), InlineData("2027-03-28"), InlineData("2028-04-16"), InlineData("2029-04-01"), InlineData("2030-04-21")]
    public void Easter_is_when_the_church_keeps_it(string sunday) => Assert.Equal(Day(sunday), HolidayRule.Easter(Day(sunday).Year));

    [Theory]
    [InlineData("GB-ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [InlineData("GB-ENG", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28")]
    [InlineData("GB-SCT", 2027, "01-01 01-02 01-04 03-26 05-03 05-31 08-02 11-30 12-25 12-26 12-27 12-28")]
    [InlineData("GB-SCT", 2028, "01-01 01-02 01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26")]
    [InlineData("GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28")]
    [InlineData("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26")]
    [InlineData("IE", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("DE-BY", 2027, "01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("PL", 2026, "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26")]
    [InlineData("NL", 2027, "01-01 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26")]
    [InlineData("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31")]
    public void The_days_of_a_year_are_those_of_the_law(string region, int year, string days) => Assert.Equal(days, string.Join(' ', Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year))
        .Select(day => new LocalDate(year, 1, 1).PlusDays(day)).Where(day => Shipped.On(region, day) is not null).Select(day => day.ToString("MM-dd", null))));

    [Fact]
    public void A_day_has_its_name_and_a_substitute_says_that_it_is_one()
    {
        Assert.Equal("Boxing Day (substitute day)", Shipped.On("GB-WLS", new(2026, 12, 28)));
        Assert.Equal("New Year's Day (observed)", Shipped.On("US", new(2027, 12, 31)));
        Assert.Null(Shipped.On("GB-WLS", new(2026, 12, 29)));
        Assert.Null(Shipped.On("XX", new(2026, 12, 25)));
        Assert.Null(Shipped.On(null, new(2026, 12, 25)));
    }

    [Theory]
    [InlineData("12-25; Christmas", 1)]
    [InlineData("[GB] Britain\n\n12-25 Christmas", 3)]
    [InlineData("# a note\n[GB] Britain\n13-25; Christmas", 3)]
    [InlineData("[GB] Britain\nfifth mon 05; Nothing", 2)]
    [InlineData("[GB] Britain\neaster+x; Nothing", 2)]
    [InlineData("[GB] Britain\n12-25 sometimes; Nothing", 2)]
    [InlineData("[GB] Britain\n12-25; Nothing; later", 2)]
    [InlineData("[GB]", 1)]
    [InlineData("[Britain] Britain", 1)]
    [InlineData("[GB] Britain\n[GB] Britain", 2)]
    public void A_line_that_is_no_day_is_named_by_its_number(string text, int line) =>
        Assert.StartsWith($"line {line}:", Assert.Throws<HolidayFault>(() => HolidayFile.Read(text.Split('\n'))).Message, StringComparison.Ordinal);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
