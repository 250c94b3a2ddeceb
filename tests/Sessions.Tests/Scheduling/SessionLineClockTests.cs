using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public class SessionLineClockTests
{
    private static readonly SessionLineDefaults Defaults = new(new(2026, 11, 20), DateTimeZoneProviders.Tzdb["Europe/Warsaw"], new(19, 0), 60);

    private static List<string> Said(string text, SessionLineDefaults? defaults = null) =>
        [.. SessionLines.Read(text, defaults ?? Defaults).Select(l => string.Join(" ", l.Notes))];

    [Fact]
    public void A_skipped_hour_moves_forward_and_says_so()
    {
        var line = Assert.Single(SessionLines.Read("28 Mar 2027, 02:30", Defaults));
        Assert.Equal(new LocalDateTime(2027, 3, 28, 3, 30), line.Start);
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), line.StartsAt);
        Assert.Equal("The clocks skip 02:30 on this day. It starts at 03:30.", Assert.Single(line.Notes).ToString());
    }

    [Fact]
    public void A_doubled_hour_takes_the_earlier_and_says_so()
    {
        var line = Assert.Single(SessionLines.Read("31 Oct 2027, 02:30", Defaults));
        Assert.Equal(Instant.FromUtc(2027, 10, 31, 0, 30), line.StartsAt);
        Assert.Equal("The clocks show 02:30 twice on this day. The earlier one counts.", Assert.Single(line.Notes).ToString());
    }

    [Fact]
    public void Clock_changes_between_two_lines_are_named_once_and_not_when_they_undo_each_other()
    {
        Assert.Equal(["", "Clocks go forward on 28 Mar.", ""], Said("1 Mar 2027\n5 Apr 2027\n3 May 2027"));
        Assert.Equal(["", ""], Said("1 Mar 2027\n1 Dec 2027"));
    }

    [Fact]
    public void A_zone_without_clock_changes_has_no_such_hints() =>
        Assert.Equal(["", ""], Said("1 Mar 2027\n5 Jul 2027", Defaults with { Zone = DateTimeZone.Utc }));

    [Fact]
    public void The_same_hour_twice_in_the_text_is_a_hint_on_the_second_line() =>
        Assert.Equal(["", "Same hour as line 1.", "Overlaps with line 1.", ""], Said("1 Mar 2027\n1 Mar 2027\n1 Mar 2027, 19:30\n1 Mar 2027, 20:30-21:00"));

    [Fact]
    public void Hours_already_taken_are_named()
    {
        var taken = Defaults with
        {
            Taken = [new(new(2027, 3, 1, 19, 0), 60, null), new(new(2027, 3, 2, 18, 30), 60, null), new(new(2027, 3, 3, 18, 30), 60, "Data club"), new(new(2027, 3, 4, 18, 0), 60, "Data club")],
        };
        Assert.Equal(
            ["This series already has a session at this hour.", "Overlaps with a session of this series at 18:30.", "Overlaps with Data club at 18:30.", ""],
            Said("1 Mar 2027\n2 Mar 2027\n3 Mar 2027\n4 Mar 2027", taken));
    }

    [Fact]
    public void A_past_date_is_a_hint() => Assert.Equal(["2 March 2020 is in the past."], Said("2 Mar 2020"));

    [Fact]
    public void Every_kind_of_note_has_a_sentence_of_its_own()
    {
        object[] values = ["a", new LocalDate(2027, 1, 2), new LocalDate(2027, 2, 1)];
        var formats = Enum.GetValues<LineNoteKind>().Select(k => new LineNote(k, values).Format).ToList();
        Assert.Equal(formats.Count, formats.Distinct().Count());
        Assert.All(formats, f => Assert.Matches("[.?]$", f));
    }
}
