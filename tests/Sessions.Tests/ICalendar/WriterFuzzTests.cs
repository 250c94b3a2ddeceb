using System.Diagnostics;
using System.Text;
using Sessions.ICalendar;
using Sessions.Tests.Support;

namespace Sessions.Tests.ICalendar;

/// <summary>Whatever text an event holds, it is written as that event and no other: nothing in it begins a line, a parameter or a property.</summary>
public sealed class WriterFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\r\n ", "\r\nATTENDEE:mailto:other@example.org", "\nEND:VEVENT\nBEGIN:VEVENT\n", "\";CN=\"", "^'", "^n", "^^", "\\n", "\\", ";", ",", ":", "\"", "\t", "\0", "\u0007", "\u007f", "\u0085", "\u2028",
        "\u202E", "\uD83D", "\uDE00", "😀", "e\u0301", "日本語", "عربى", "=?utf-8?q?x?=", "\uFEFF", "a", " ", "   ", "DTSTART:20260101T000000Z", "X-", "%0d%0a", "<b>",
    ];

    [Fact]
    public void No_text_changes_what_an_event_is_made_of_and_every_text_is_read_back()
    {
        var (random, plain, slowest) = (new Random(20_260_301), Shape(Event(_ => "words")), TimeSpan.Zero);
        for (var round = 0; round < Scale.Of(500, 20_000); round++)
        {
            var item = Event(most => Text(random, most));
            var watch = Stopwatch.StartNew();
            var written = Samples.Message(Method.Request, item).Text();
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;

            Assert.Equal(plain, Shape(item));
            foreach (var line in written.Split("\r\n"))
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
                Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\t');
            }
            var read = CalendarReader.Read(written);
            Assert.Empty(read.Faults);
            var entry = read.Components[0].Components.Single(c => c.Name == "VEVENT");
            Assert.Equal(Kept(item.Summary), entry.Property("SUMMARY")!.Text);
            Assert.Equal(Kept(item.Description!), entry.Property("DESCRIPTION")!.Text);
            Assert.Equal(Kept(item.Location!), entry.Property("LOCATION")!.Text);
            Assert.Equal(Kept(item.Organizer!.Name!), entry.Property("ORGANIZER")!.Parameter("CN"));
            Assert.Equal(Kept(item.Attendee!.Name!), entry.Property("ATTENDEE")!.Parameter("CN"));
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Measurements.Note("Random texts in calendar entries", $"{Scale.Of(500, 20_000):N0} written and read back, slowest {slowest.TotalMilliseconds:N0} ms");
    }

    private static Event Event(Func<int, string> text) => Samples.Invitation with
    {
        Summary = text(200),
        Description = text(2_000),
        Location = text(200),
        Organizer = new(text(100), "rsvp+a1b2@example.org"),
        Attendee = new(text(100), "ann@example.org", Role.RequiredParticipant, Participation.NeedsAction, Rsvp: true),
        Extensions = [("X-SESSIONS-NOTE", text(100))],
    };

    /// <summary>Names of components, properties and parameters, in their order.</summary>
    private static string Shape(Event item)
    {
        var names = new StringBuilder();
        foreach (var calendar in CalendarReader.Read(Samples.Message(Method.Request, item).Text()).Components) Add(calendar);
        return names.ToString();

        void Add(CalendarComponent component)
        {
            names.Append('{').Append(component.Name);
            foreach (var property in component.Properties) names.Append(' ').Append(property.Name).AppendJoin(';', property.Parameters.Select(p => p.Name));
            foreach (var inside in component.Components) Add(inside);
            names.Append('}');
        }
    }

    /// <summary>Never empty: an empty name or place is left out, which is another shape.</summary>
    private static string Text(Random random, int most)
    {
        var text = new StringBuilder("x");
        for (var pieces = random.Next(most / 10); pieces > 0 && text.Length < most; pieces--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>What the format can carry of a text: line ends are one, other control characters are gone, half characters are marked.</summary>
    private static string Kept(string text) => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "\n", StringComparison.Ordinal)
        .Select(c => c is '\r' or '\u0085' or '\u2028' or '\u2029' ? "\n" : char.IsControl(c) && c is not ('\t' or '\n') ? "" : c.ToString()));
}
