using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Tests.Scheduling;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A fixed seed makes a failure repeatable.")]
public class SessionLinesFuzzTests
{
    private static readonly string[] Pieces =
    [
        "7 Dec 2026", "03/04", "Wed", "31 Feb", "9999-12-31", "0001-01-01", "12:00", "25:61", "7pm-", "12:00-13:00", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", " ",
        "Ann Example", "<ann@example.org>", "@", "<", ">", "&", " and ", "Open data", "\0", "\u202e", "2-4 June 2027", "2027-06-02/2027-06-04", "30 June - ", "\ud83d\ude00", "\ud83d", "٣/٤", "noon", "-", ".", "at ", "T", "2026", "GMT",
    ];

    [Fact]
    public void Nothing_that_can_be_pasted_throws()
    {
        var random = new Random(20261120);
        var zones = new[] { "Europe/London", "Pacific/Apia", "Africa/Casablanca", "UTC" }.Select(z => DateTimeZoneProviders.Tzdb[z]).ToArray();
        var outcomes = new HashSet<LineOutcome>();
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(12) == 0 ? ((char)random.Next(0xffff)).ToString() : Pieces[random.Next(Pieces.Length)]));
            var defaults = new SessionLineDefaults(new(2026, 11, 20), zones[round % zones.Length], round % 3 == 0 ? null : new(2, 30), 60)
            {
                DateOrder = (NumericDateOrder)(round % 3),
                Taken = [new(new(2026, 12, 7, 12, 0), 60, "another")],
            };
            foreach (var line in SessionLines.Read(text, defaults))
            {
                outcomes.Add(line.Outcome);
                Assert.Equal(line.Outcome == LineOutcome.Read, (line.StartsAt is not null || line.LastDate is not null) && line.Notes.All(n => n.Level > LineNoteLevel.Question));
                Assert.Equal(line.Outcome == LineOutcome.Ask, line.Readings.Count == 2 && line.Notes.All(n => n.Level != LineNoteLevel.Problem));
                Assert.All(line.Notes, n => Assert.NotEmpty(n.ToString()));
                Assert.All(line.Speakers, s => Assert.False(s is { Name: null, Address: null }));
                line.WithDate(new(2027, 1, 1));
            }
        }
        Assert.Equal(3, outcomes.Count);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a@")]
    [InlineData("<")]
    [InlineData(",A B")]
    [InlineData(" and Ab")]
    [InlineData("1-")]
    [InlineData("\",\"")]
    public void Long_and_odd_lines_are_read_in_time_that_grows_with_their_length(string piece)
    {
        var line = "7 Dec 2026, " + string.Concat(Enumerable.Repeat(piece, (SessionLines.MaxLength - 12) / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var lines = SessionLines.Read(string.Join('\n', Enumerable.Repeat(line, SessionLines.MaxLines)), new(new(2026, 11, 20), DateTimeZone.Utc, new(12, 0), 60));
        Assert.NotEmpty(lines);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
