using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public sealed class ClashesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly LineSpeaker Kim = new("Kim Example", "kim@example.org");

    [Fact]
    public void Hours_and_speakers_taken_elsewhere_are_named()
    {
        var said = Said(new(At(2027, 3, 1, 12), 60, [Kim]), [new(new(2027, 3, 1, 12, 30), 60, "Data club") { Speakers = [new(null, "KIM@example.org")] }]);
        Assert.Equal(["Overlaps with Data club at 12:30.", "Kim Example speaks there too: Data club."], said);
    }

    [Fact]
    public void A_name_decides_only_where_an_address_is_missing()
    {
        TakenHour[] With(params LineSpeaker[] speakers) => [new(new(2027, 3, 1, 12, 0), 60, null) { Speakers = speakers }];
        Assert.Equal(2, Said(new(At(2027, 3, 1, 12), 60, [Kim]), With(new LineSpeaker("kim example", null))).Count);
        Assert.Single(Said(new(At(2027, 3, 1, 12), 60, [Kim]), With(new LineSpeaker("Kim Example", "another.kim@example.org"))));
        Assert.Single(Said(new(At(2027, 3, 1, 12), 60, []), With(Kim)));
    }

    [Fact]
    public void An_hour_that_ends_as_the_other_begins_is_no_clash() =>
        Assert.Empty(Said(new(At(2027, 3, 1, 12), 60, [Kim]), [new(new(2027, 3, 1, 13, 0), 60, null) { Speakers = [Kim] }]));

    [Fact]
    public void A_holiday_and_a_clock_change_on_either_side_are_said()
    {
        var said = Said(new(At(2027, 3, 26, 12), 60, [], At(2027, 3, 19, 12), At(2027, 4, 2, 12)), []);
        Assert.Equal(["26 March is a public holiday: Good Friday.", "Clocks go forward on 28 Mar."], said);
    }

    private static List<string> Said(WantedHour hour, IReadOnlyList<TakenHour> taken) => [.. Clashes.Of(hour, new(new(2027, 1, 1), London, null, 60)
    {
        Taken = taken,
        HolidayOn = day => day == new LocalDate(2027, 3, 26) ? "Good Friday" : null,
    }).Select(note => note.ToString())];

    private static Instant At(int year, int month, int day, int hour) => new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(London).ToInstant();
}
