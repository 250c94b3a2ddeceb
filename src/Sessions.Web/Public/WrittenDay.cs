using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sessions.Web.Public;

/// <summary>A day in one format, in the language of the page: the pattern of each language is made once.</summary>
internal sealed class WrittenDay(string format)
{
    private readonly ConcurrentDictionary<CultureInfo, LocalDatePattern> _patterns = new();

    public string Of(LocalDate day) => _patterns.GetOrAdd(CultureInfo.CurrentCulture, static (culture, written) => LocalDatePattern.Create(written, culture), format).Format(day);
}
