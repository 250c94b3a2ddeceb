using NodaTime;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Tests.Speakers;

public sealed class DueDatesTests
{
    private const string London = "Europe/London";

    private static readonly LocalDate Day = new(2026, 11, 27);
    private static readonly SessionTime When = SessionTime.Exact(Day.At(new(12, 0)), London, 60);
    private static readonly Instant LongAgo = Instant.FromUtc(2026, 6, 1, 9, 0);
    private static readonly HandedIn Nothing = new(AppearanceState.Asked, null, null, null, HasSlides: false, MayPublish: false, null) { Since = LongAgo };

    [Theory]
    [InlineData(TalkItem.Answer, 28)]
    [InlineData(TalkItem.Title, 21)]
    [InlineData(TalkItem.Abstract, 14)]
    [InlineData(TalkItem.AboutYou, 14)]
    [InlineData(TalkItem.Photo, 14)]
    [InlineData(TalkItem.ConsentAndLicence, 7)]
    [InlineData(TalkItem.Slides, 2)]
    public void Each_thing_is_due_its_days_before_the_session(TalkItem item, int days) =>
        Assert.Equal(Day.PlusDays(-days), DueDates.Of(item, When, LongAgo, SpeakerDues.Default));

    [Fact]
    public void A_series_sets_its_own_days()
    {
        var dues = new SpeakerDues(Answer: 60, Title: 40, About: 0, Consent: 1, Slides: 5);

        Assert.Equal([60, 40, 0, 0, 0, 1, 5], Missing.InOrder.Select(item => Period.DaysBetween(DueDates.Of(item, When, LongAgo, dues)!.Value, Day)));
        Assert.Equal(Day.PlusDays(-40), Missing.Checklist(Nothing with { Dues = dues }, When, LongAgo).Single(line => line.Item == TalkItem.Title).Due);
        Assert.False((dues with { Slides = SpeakerDues.Most + 1 }).IsFit);
        Assert.False((dues with { Title = -1 }).IsFit);
    }

    [Fact]
    public void Whoever_was_asked_late_has_three_days_and_never_more_than_there_are()
    {
        Assert.Equal(new LocalDate(2026, 11, 18), DueDates.Of(TalkItem.Title, When, Instant.FromUtc(2026, 11, 15, 9, 0), SpeakerDues.Default));
        Assert.Equal(new LocalDate(2026, 11, 25), DueDates.Of(TalkItem.Slides, When, Instant.FromUtc(2026, 11, 15, 9, 0), SpeakerDues.Default));
        Assert.Equal(Day, DueDates.Of(TalkItem.Title, When, Instant.FromUtc(2026, 11, 26, 9, 0), SpeakerDues.Default));
    }

    [Fact]
    public void What_has_no_day_yet_is_due_on_none()
    {
        Assert.Null(DueDates.Of(TalkItem.Title, SessionTime.InMonth(new YearMonth(2026, 11), London), LongAgo, SpeakerDues.Default));
        Assert.Equal(Day.PlusDays(-21), DueDates.Of(TalkItem.Title, SessionTime.Days(Day, Day.PlusDays(1), London), LongAgo, SpeakerDues.Default));
    }

    [Fact]
    public void A_day_is_over_at_midnight_in_the_zone_of_the_session()
    {
        var when = SessionTime.Exact(Day.At(new(12, 0)), "Pacific/Auckland", 60);
        var title = (Instant now) => Missing.Checklist(Nothing, when, now).Single(line => line.Item == TalkItem.Title).State;

        // 6 November ends in Auckland at 11:00 UTC.
        Assert.Equal(ItemState.Missing, title(Instant.FromUtc(2026, 11, 6, 10, 59)));
        Assert.Equal(ItemState.Overdue, title(Instant.FromUtc(2026, 11, 6, 11, 0)));
    }

    [Fact]
    public void The_list_tells_here_missing_overdue_and_excused_apart()
    {
        var lines = Missing.Checklist(Nothing with { Title = "Bees", Excused = ExcusedItems.Photo | ExcusedItems.Title }, When, Instant.FromUtc(2026, 11, 14, 9, 0));

        Assert.Equal(
            [(TalkItem.Answer, ItemState.Overdue), (TalkItem.Title, ItemState.Here), (TalkItem.Abstract, ItemState.Overdue), (TalkItem.AboutYou, ItemState.Overdue),
                (TalkItem.Photo, ItemState.Excused), (TalkItem.ConsentAndLicence, ItemState.Missing), (TalkItem.Slides, ItemState.Missing)],
            lines.Select(line => (line.Item, line.State)));
        Assert.All(Missing.Checklist(Nothing, When, Instant.FromUtc(2026, 11, 28, 9, 0)), line => Assert.Equal((ItemState.Missing, null), (line.State, line.Due)));
    }

    [Fact]
    public void A_mail_asks_three_days_ahead_and_names_what_is_due_before_the_next_one()
    {
        var accepted = Nothing with { State = AppearanceState.Accepted };
        var look = (int month, int day) =>
        {
            var now = Instant.FromUtc(2026, month, day, 10, 0);
            var lines = Missing.Checklist(accepted, When, now);
            return (DueDates.IsTime(lines, LongAgo, London, now), string.Join(' ', DueDates.Named(lines, London, now).Select(line => line.Item)));
        };

        Assert.Equal((false, "Title"), look(11, 2));
        Assert.Equal((true, "Title Abstract AboutYou Photo"), look(11, 3));
        Assert.Equal((true, "Title Abstract AboutYou Photo ConsentAndLicence"), look(11, 10));
        Assert.Equal((true, "Title Abstract AboutYou Photo ConsentAndLicence Slides"), look(11, 17));
    }

    [Fact]
    public void Nobody_is_written_to_in_the_three_days_after_they_were_asked_nor_at_night()
    {
        var asked = Instant.FromUtc(2026, 11, 18, 9, 0);
        var lines = (Instant now) => Missing.Checklist(Nothing with { Since = asked }, When, now);
        var (early, later) = (Instant.FromUtc(2026, 11, 20, 22, 0), Instant.FromUtc(2026, 11, 21, 9, 0));

        Assert.False(DueDates.IsTime(lines(early), asked, London, early));
        Assert.True(DueDates.IsTime(lines(later), asked, London, later));
        Assert.True(DueDates.IsDaytime(London, later));
        Assert.False(DueDates.IsDaytime(London, early));
        Assert.False(DueDates.IsDaytime("America/New_York", later));
    }
}
