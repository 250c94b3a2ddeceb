using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData("2023-11-01", "Wednesday 1 November 2023, 12:00 to 13:00, Europe/London, GMT (UTC+00:00)")]
    [InlineData("2020-04-02", "Thursday 2 April 2020, 12:00 to 13:00, Europe/London, BST (UTC+01:00)")]
    public void An_exact_time_names_day_hours_zone_and_the_offset_on_that_date(string day, string words) =>
        Assert.Equal(words, TimeWords.Of(SessionTime.Exact(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value + new LocalTime(12, 0), "Europe/London", 60)).ToString());

    [Fact]
    public void A_zone_without_an_abbreviation_of_its_own_shows_the_offset_once()
    {
        Assert.Equal("Asia/Kathmandu (UTC+05:45)", TimeWords.Of("Asia/Kathmandu", Instant.FromUtc(2023, 11, 1, 12, 0)));
        Assert.Equal("UTC", TimeWords.Of("UTC", Instant.FromUtc(2023, 11, 1, 12, 0)));
    }

    [Fact]
    public void An_end_after_midnight_names_its_day() =>
        Assert.Equal("23:30 to Thursday 2 November, 00:30", TimeWords.Of(SessionTime.Exact(new LocalDateTime(2023, 11, 1, 23, 30), "Europe/London", 60)).Hours);

    [Fact]
    public void A_vague_time_says_as_much_as_is_known()
    {
        Assert.Equal("October 2022", TimeWords.Of(SessionTime.InMonth(new YearMonth(2022, 10), "Europe/London")).ToString());
        Assert.Equal("by Thursday 1 April 2021", TimeWords.Of(SessionTime.NotAfter(new LocalDate(2021, 4, 1), "Europe/London")).ToString());
        Assert.Equal("Tuesday 3 May 2022 to Wednesday 4 May 2022", TimeWords.Of(SessionTime.Days(new LocalDate(2022, 5, 3), new LocalDate(2022, 5, 4), "Europe/London")).ToString());
        Assert.Equal("", TimeWords.Of(SessionTime.Unknown("Europe/London")).ToString());
    }
}
