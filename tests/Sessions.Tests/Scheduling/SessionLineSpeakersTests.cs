using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

public class SessionLineSpeakersTests
{
    private static readonly SessionLineDefaults Defaults = new(new(2026, 11, 20), DateTimeZone.Utc, new(12, 0), 60);

    private static SessionLine One(string text) => Assert.Single(SessionLines.Read(text, Defaults));

    private static string Read(string text)
    {
        var line = One(text);
        return $"{line.Title ?? "(none)"} / {string.Join(" + ", line.Speakers.Select(s => s.Address is null ? s.Name : $"{s.Name}<{s.Address}>"))}";
    }

    [Theory]
    [InlineData("7 Dec 2026, 12:00, AI, data and health, Ann Example <ann@example.org>, Bob Example", "AI, data and health / Ann Example<ann@example.org> + Bob Example")]
    [InlineData("Mon, 7 Dec 2026, 12:00, AI, data and health, Bob Example, Ann Example <ann@example.org>", "AI, data and health / Bob Example + Ann Example<ann@example.org>")]
    [InlineData("December 7, 2026, AI, data and health, ann@example.org", "AI, data and health / <ann@example.org>")]
    [InlineData("7 Dec 2026, 12:00, AI, data and health", "AI, data and health / ")]
    [InlineData("7 Dec 2026, 12:00, AI, Health & Care", "AI, Health & Care / ")]
    [InlineData("7 Dec 2026, 12:00, AI, Part B", "AI, Part B / ")]
    [InlineData("7 Dec 2026, 12:00, Ann Example", "Ann Example / ")]
    [InlineData("7 Dec 2026, 12:00, Ann Example <ann@example.org>", "(none) / Ann Example<ann@example.org>")]
    [InlineData("7 Dec 2026, 12:00, AI, data and health, Ann Example; bob", "AI, data and health / Ann Example + bob")]
    [InlineData("7 Dec 2026, 12:00, \"AI, Open Data\", Ann Example, TBC", "AI, Open Data / Ann Example")]
    [InlineData("7 Dec 2026,,Opening,Ann Example <ann@example.org>", "Opening / Ann Example<ann@example.org>")]
    public void With_commas_the_end_is_read_backwards_so_that_titles_keep_theirs(string text, string read) => Assert.Equal(read, Read(text));

    [Fact]
    public void Names_told_by_their_look_alone_are_named_beside_the_line()
    {
        var line = One("7 Dec 2026, 12:00, Virtual wards, at home, Ann van Example, J. O'Example-Smith");
        Assert.Equal("Virtual wards, at home", line.Title);
        Assert.Equal(["Ann van Example", "J. O'Example-Smith"], line.Speakers.Select(s => s.Name));
        Assert.Equal("Read as speakers: Ann van Example, J. O'Example-Smith. Put quotes around a title with commas.", Assert.Single(line.Notes).ToString());
        Assert.False(line.NeedsALook);
    }

    [Theory]
    [InlineData("7 Dec 2026 | Virtual Wards | Ann Example; Bob Example", "Virtual Wards / Ann Example + Bob Example")]
    [InlineData("7 Dec 2026 | 12:00 | AI, data; health | Ann Example & Bob Example", "AI, data; health / Ann Example + Bob Example")]
    [InlineData("7 Dec 2026; 12:00; AI, data and health; Ann Example; Bob Example", "AI, data and health / Ann Example + Bob Example")]
    [InlineData("7 Dec 2026, 12:00; AI, data and health; Ann", "AI, data and health / Ann")]
    [InlineData("7 Dec 2026\t12:00\tAI, data\tAnn Example <ann@example.org>, Bob Example and Cy Example\tDee", "AI, data / Ann Example<ann@example.org> + Bob Example + Cy Example + Dee")]
    [InlineData("7 Dec 2026\t\tOpen data\tAnn", "Open data / Ann")]
    [InlineData("7 Dec 2026 | | Ann Example", "(none) / Ann Example")]
    [InlineData("7 Dec 2026 | TBC | to be confirmed", "(none) / ")]
    [InlineData("7 Dec 2026 | Open data | Office for Health and Care", "Open data / Office for Health and Care")]
    [InlineData("7 Dec 2026 | Open data | \"Example, Ann\" <ann@example.org>", "Open data / Example, Ann<ann@example.org>")]
    [InlineData("7 Dec 2026 | Open data | Ann Example ann@example.org", "Open data / Ann Example<ann@example.org>")]
    [InlineData("7 Dec 2026 | Open data | ann@example.org (Ann Example); ANN@example.org", "Open data / Ann Example<ann@example.org>")]
    [InlineData("7 Dec 2026 | 5\" disks | Ann", "5\" disks / Ann")]
    public void With_other_separators_the_third_field_is_the_title_and_the_rest_are_speakers(string text, string read) => Assert.Equal(read, Read(text));

    [Fact]
    public void A_pasted_sheet_may_quote_cells_with_line_ends_and_has_a_heading()
    {
        var lines = SessionLines.Read("Date\tTime\tTitle\tSpeakers\r\n2026-12-07\t12:00\t\"Open\r\n\"\"big\"\" data\"\t\"Ann Example\nBob Example\"\r\n2026-12-08\t\tNext\t\r\n", Defaults);
        Assert.Equal([2, 5], lines.Select(l => l.Number));
        Assert.Equal("Open \"big\" data", lines[0].Title);
        Assert.Equal(["Ann Example", "Bob Example"], lines[0].Speakers.Select(s => s.Name));
        Assert.Equal("Next", lines[1].Title);
    }

    [Theory]
    [InlineData("ann@example", "Ann")]
    [InlineData("ann.example.org", "Ann")]
    [InlineData("a@b@example.org", "Ann")]
    public void An_address_that_cannot_be_one_is_said_and_the_name_stays(string address, string name)
    {
        var line = One($"7 Dec 2026 | Open data | Ann <{address}>");
        Assert.Equal(new LineSpeaker(name, null), Assert.Single(line.Speakers));
        Assert.Equal($"{address} does not look like an e-mail address.", Assert.Single(line.Notes).ToString());
    }
}
