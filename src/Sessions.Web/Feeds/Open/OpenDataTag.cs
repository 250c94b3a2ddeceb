using System.Globalization;
using Microsoft.Net.Http.Headers;
using Sessions.Data;

namespace Sessions.Web.Feeds.Open;

/// <summary>
/// The validator of answers that are written as they are read, and so known before any of them is: equal until something public
/// changes. Versions start again with the process; validators must not.
/// </summary>
internal sealed class OpenDataTag(PublicVersion version)
{
    private readonly string _process = Guid.NewGuid().ToString("n")[..8];

    public string Version => version.Current.ToString(CultureInfo.InvariantCulture);

    /// <summary>Read it before the first question is asked.</summary>
    public EntityTagHeaderValue Current => new($"\"{_process}-{Version}\"");
}
