using System.Buffers;
using System.Text;
using NodaTime;

namespace Sessions.ICalendar;

/// <summary>
/// Writes content lines (RFC 5545 3.1) as UTF-8: escaped, without control characters,
/// folded at 75 octets between characters, each ended by CRLF.
/// </summary>
/// <remarks>A line is built whole in a buffer that is used again, then folded into the output.</remarks>
public sealed class ContentLineWriter(IBufferWriter<byte> output)
{
    private const int MaxOctets = 75;

    // The line breaks beyond ASCII count as such: some parsers split lines at them.
    private const char NextLine = '\u0085', LineSeparator = '\u2028', ParagraphSeparator = '\u2029';

    private static readonly char[] Controls =
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\t'), LineSeparator, ParagraphSeparator];

    private static readonly SearchValues<char> TextSpecials = SearchValues.Create([.. Controls, '\\', ';', ',']);
    private static readonly SearchValues<char> ParameterSpecials = SearchValues.Create([.. Controls, '"', '^']);
    private static readonly SearchValues<char> RawSpecials = SearchValues.Create(Controls);

    private readonly ArrayBufferWriter<byte> _line = new(256);

    public void Begin(ReadOnlySpan<byte> component) => Property("BEGIN"u8, component);

    public void End(ReadOnlySpan<byte> component) => Property("END"u8, component);

    /// <summary>A property whose value is fixed text of the format itself.</summary>
    public void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Name(name);
        _line.Write(":"u8);
        _line.Write(value);
        EndLine();
    }

    /// <summary>A property of type TEXT (RFC 5545 3.3.11).</summary>
    public void Text(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        _line.Write(":"u8);
        Escape(value, TextSpecials);
        EndLine();
    }

    /// <summary>Starts a property: any number of parameters follows, then one value.</summary>
    public void Name(ReadOnlySpan<byte> name) => _line.Write(name);

    public void Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        _line.Write(";"u8);
        _line.Write(name);
        _line.Write("="u8);
        _line.Write(value);
    }

    /// <summary>A parameter of free text: always quoted, with the caret escapes of RFC 6868.</summary>
    public void QuotedParameter(ReadOnlySpan<byte> name, string value)
    {
        Parameter(name, "\""u8);
        Escape(value, ParameterSpecials);
        _line.Write("\""u8);
    }

    /// <summary>A value of a type that knows no escapes (URI, identifiers). Control characters are left out.</summary>
    public void Value(string value)
    {
        _line.Write(":"u8);
        Escape(value, RawSpecials);
        EndLine();
    }

    /// <summary>DATE-TIME in UTC (form 2 of RFC 5545 3.3.5).</summary>
    public void Value(Instant value)
    {
        _line.Write(":"u8);
        BasicFormat.Write(_line, value.InUtc().LocalDateTime);
        _line.Write("Z"u8);
        EndLine();
    }

    /// <summary>DATE-TIME in the zone that the line's TZID parameter names, or in an observance of a VTIMEZONE.</summary>
    public void Value(LocalDateTime value)
    {
        _line.Write(":"u8);
        BasicFormat.Write(_line, value);
        EndLine();
    }

    public void Value(LocalDate value)
    {
        _line.Write(":"u8);
        BasicFormat.Write(_line, value);
        EndLine();
    }

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        for (int at; (at = text.IndexOfAny(specials)) >= 0; text = text[(at + 1)..])
        {
            Encoding.UTF8.GetBytes(text[..at], _line);
            var endsLine = text[at] is '\n' or NextLine or LineSeparator or ParagraphSeparator
                || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));
            _line.Write(Escaped(endsLine ? '\n' : text[at], specials));
        }

        Encoding.UTF8.GetBytes(text, _line);
    }

    private static ReadOnlySpan<byte> Escaped(char special, SearchValues<char> specials) => special switch
    {
        '\n' when specials == TextSpecials => "\\n"u8,
        '\n' when specials == ParameterSpecials => "^n"u8,
        '\\' => "\\\\"u8,
        ';' => "\\;"u8,
        ',' => "\\,"u8,
        '"' => "^'"u8,
        '^' => "^^"u8,
        _ => [],
    };

    private void EndLine()
    {
        var rest = _line.WrittenSpan;
        for (var room = MaxOctets; rest.Length > room; room = MaxOctets - 1)
        {
            var cut = room;
            while ((rest[cut] & 0b1100_0000) == 0b1000_0000)
                cut--;
            output.Write(rest[..cut]);
            output.Write("\r\n "u8);
            rest = rest[cut..];
        }

        output.Write(rest);
        output.Write("\r\n"u8);
        _line.ResetWrittenCount();
    }
}
