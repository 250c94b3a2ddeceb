using System.Buffers;
using System.Text;
using Sessions.ICalendar;

namespace Sessions.Tests.ICalendar;

public class ContentLineWriterTests
{
    [Theory]
    [InlineData(@"a\b;c,d:e""f^g", @"X:a\\b\;c\,d:e""f^g")]
    [InlineData("one\ntwo\r\nthree\rfour", @"X:one\ntwo\nthree\nfour")]
    [InlineData("one\u2028two\u2029three\u0085four", @"X:one\ntwo\nthree\nfour")]
    [InlineData("a\0b\u0007c\u001bd\u007fe\u009ff\tg", "X:abcdef\tg")]
    [InlineData("", "X:")]
    public void Text_escapes_four_things_and_loses_control_characters(string text, string line) =>
        Assert.Equal(line + "\r\n", Written(writer => writer.Text("X"u8, text)));

    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData("Ann \"Data\" O'Neil; Leeds, UK: ^_^", "Ann ^'Data^' O'Neil; Leeds, UK: ^^_^^")]
    [InlineData("two\r\nlines\u0001", "two^nlines")]
    [InlineData(@"back\slash", @"back\slash")]
    public void A_name_is_quoted_with_caret_escapes_alone(string name, string inside) =>
        Assert.Equal($"X;CN=\"{inside}\":v\r\n", Written(writer =>
        {
            writer.Name("X"u8);
            writer.QuotedParameter("CN"u8, name);
            writer.Value("v");
        }));

    [Fact]
    public void A_raw_value_cannot_start_a_line_of_its_own() =>
        Assert.Equal("X:https://example.org/ATTENDEE:x\r\n", Written(writer =>
        {
            writer.Name("X"u8);
            writer.Value("https://example.org/\r\nATTENDEE:x");
        }));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("X:a\uFFFDb\r\n", Written(writer => writer.Text("X"u8, "a\ud83db")));

    [Theory]
    [InlineData(73, 1)]
    [InlineData(74, 2)]
    [InlineData(73 + 74, 2)]
    [InlineData(74 + 74, 3)]
    public void A_line_of_75_octets_is_not_folded_and_one_of_76_is(int letters, int lines) =>
        Assert.Equal(lines, Written(writer => writer.Text("X"u8, new string('a', letters))).Split("\r\n").Length - 1);

    [Fact]
    public void Folding_keeps_every_character_whole_within_75_octets()
    {
        string[] alphabet = ["a", "é", "e\u0301", "ż", "व\u0947", "日", "😀", "👩‍💻", "🏳️‍🌈", "\\", ";", ",", "\n", " "];
        var random = new Random(20200326);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var bytes = Bytes(writer => writer.Text("SUMMARY"u8, text));

            Assert.Equal("\r\n"u8, bytes.AsSpan()[^2..]);
            var lines = Split(bytes);
            Assert.All(lines, line => Assert.InRange(line.Length, 1, 75));
            Assert.All(lines.Skip(1), line => Assert.Equal((byte)' ', line[0]));
            var unfolded = string.Concat(lines.Select((line, at) => Strict.GetString(line, at == 0 ? 0 : 1, line.Length - (at == 0 ? 0 : 1))));
            Assert.Equal("SUMMARY:" + Escaped(text), unfolded);
        }
    }

    /// <summary>Throws on a sequence cut in two.</summary>
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static List<byte[]> Split(byte[] bytes) =>
        [.. Encoding.Latin1.GetString(bytes)[..^2].Split("\r\n").Select(Encoding.Latin1.GetBytes)];

    private static string Written(Action<ContentLineWriter> write) => Strict.GetString(Bytes(write));

    private static byte[] Bytes(Action<ContentLineWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new ContentLineWriter(output));
        return output.WrittenSpan.ToArray();
    }
}
