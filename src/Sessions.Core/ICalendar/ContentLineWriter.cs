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

    private byte[] _line = new byte[512];
    private int _length;

    public void Begin(ReadOnlySpan<byte> component) => Property("BEGIN"u8, component);

    public void End(ReadOnlySpan<byte> component) => Property("END"u8, component);

    /// <summary>A property whose value is fixed text of the format itself.</summary>
    public void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Name(name);
        Put(":"u8);
        Put(value);
        EndLine();
    }

    /// <summary>A property of type TEXT (RFC 5545 3.3.11).</summary>
    public void Text(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Put(":"u8);
        Escape(value, TextSpecials);
        EndLine();
    }

    /// <summary>Starts a property: any number of parameters follows, then one value.</summary>
    public void Name(ReadOnlySpan<byte> name) => Put(name);

    public void Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Put(";"u8);
        Put(name);
        Put("="u8);
        Put(value);
    }

    /// <summary>A parameter of free text: always quoted, with the caret escapes of RFC 6868.</summary>
    public void QuotedParameter(ReadOnlySpan<byte> name, string value)
    {
        Parameter(name, "\""u8);
        Escape(value, ParameterSpecials);
        Put("\""u8);
    }

    /// <summary>A value of a type that knows no escapes (URI, identifiers). Control characters are left out.</summary>
    public void Value(string value)
    {
        Put(":"u8);
        Escape(value, RawSpecials);
        EndLine();
    }

    /// <summary>DATE-TIME in UTC (form 2 of RFC 5545 3.3.5).</summary>
    public void Value(Instant value)
    {
        Put(":"u8);
        _length += BasicFormat.Write(Room(BasicFormat.MaxLength), value.InUtc().LocalDateTime);
        Put("Z"u8);
        EndLine();
    }

    /// <summary>DATE-TIME in the zone that the line's TZID parameter names, or in an observance of a VTIMEZONE.</summary>
    public void Value(LocalDateTime value)
    {
        Put(":"u8);
        _length += BasicFormat.Write(Room(BasicFormat.MaxLength), value);
        EndLine();
    }

    public void Value(LocalDate value)
    {
        Put(":"u8);
        _length += BasicFormat.Write(Room(BasicFormat.MaxLength), value);
        EndLine();
    }

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        for (int at; (at = text.IndexOfAny(specials)) >= 0; text = text[(at + 1)..])
        {
            Encode(text[..at]);
            var endsLine = text[at] is '\n' or NextLine or LineSeparator or ParagraphSeparator
                || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));
            Put(Escaped(endsLine ? '\n' : text[at], specials));
        }

        Encode(text);
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

    private void Encode(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Room(int octets)
    {
        if (_line.Length - _length < octets)
            Array.Resize(ref _line, Math.Max(_line.Length * 2, _length + octets));
        return _line.AsSpan(_length);
    }

    private void EndLine()
    {
        ReadOnlySpan<byte> rest = _line.AsSpan(0, _length);
        for (var room = MaxOctets; rest.Length > room; room = MaxOctets - 1)
        {
            var cut = room;
            while ((rest[cut] & 0b1100_0000) == 0b1000_0000)
                cut--;
            output.Write(rest[..cut]);
            output.Write("\r\n "u8);
            rest = rest[cut..];
        }

        var end = output.GetSpan(rest.Length + 2);
        rest.CopyTo(end);
        "\r\n"u8.CopyTo(end[rest.Length..]);
        output.Advance(rest.Length + 2);
        _length = 0;
    }
}
