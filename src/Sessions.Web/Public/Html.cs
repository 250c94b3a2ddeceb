using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Sessions.Web.Public;

/// <summary>
/// Markup for the rows of long lists: what stands in the holes is encoded, unless it is markup itself. A page of sixty rows
/// written as components or elements spends more on describing them than on everything else together.
/// </summary>
internal static class Html
{
    public static readonly MarkupString Nothing = new("");

    /// <param name="markup">Attribute values stand in quotes.</param>
    public static MarkupString Of(Writing markup) => new(markup.ToStringAndClear());

    /// <summary>No other type fits into a hole: what cannot be encoded here does not compile.</summary>
    [InterpolatedStringHandler]
    public ref struct Writing(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

        public void AppendLiteral(string markup) => _text.AppendLiteral(markup);

        public void AppendFormatted(string? text)
        {
            if (text is not null) _text.AppendLiteral(HtmlEncoder.Default.Encode(text));
        }

        public void AppendFormatted(int number) => _text.AppendFormatted(number);

        public void AppendFormatted(MarkupString markup) => _text.AppendLiteral(markup.Value);

        public string ToStringAndClear() => _text.ToStringAndClear();
    }
}
