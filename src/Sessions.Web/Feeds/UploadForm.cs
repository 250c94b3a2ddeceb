using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Sessions.Web.Feeds;

/// <summary>
/// Reads a form with files in it as it arrives: fields are kept, each file goes straight on, nothing large is ever in memory.
/// A file that is not taken costs the fields nothing.
/// </summary>
internal sealed class UploadForm
{
    /// <summary>Of one request; beyond it the server stops reading.</summary>
    public const long MostBytes = 1024L * 1024 * 1024;

    private const int MostFields = 60;
    private const int LongestField = 200_000;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>The request was longer than <see cref="MostBytes"/> or broken: what came before is there.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Empty for a field that was not sent.</summary>
    public string this[string field] => _fields.GetValueOrDefault(field, "");

    public bool Has(string field) => _fields.ContainsKey(field);

    /// <param name="onFile">Gets the form as far as it was read, and the file.</param>
    public static async Task<UploadForm> Read(HttpRequest request, Func<UploadForm, UploadedFile, Task> onFile)
    {
        var form = new UploadForm();
        try
        {
            if (Boundary(request) is { } boundary) await form.ReadParts(new MultipartReader(boundary, request.Body), onFile, request.HttpContext.RequestAborted);
            else if (request.HasFormContentType) form.Take(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            form.IsCut = true;
        }
        return form;
    }

    private async Task ReadParts(MultipartReader reader, Func<UploadForm, UploadedFile, Task> onFile, CancellationToken stop)
    {
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !about.IsFormDisposition() && !about.IsFileDisposition()) continue;
            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (about.IsFileDisposition())
            {
                var file = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
                if (file.Length > 0) await onFile(this, new(name, file, section.Body));
            }
            else if (_fields.Count < MostFields)
            {
                _fields[name] = await ReadText(section.Body, stop);
            }
        }
    }

    private void Take(IFormCollection fields)
    {
        foreach (var (name, value) in fields.Take(MostFields)) _fields[name] = value.ToString();
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 100 } boundary ? boundary : null;

    private static async Task<string> ReadText(Stream body, CancellationToken stop)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
        var text = new char[LongestField];
        return new string(text, 0, await reader.ReadBlockAsync(text, stop));
    }
}

/// <param name="Field">Of the form.</param>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Content">To be read before the next part of the form.</param>
internal sealed record UploadedFile(string Field, string Name, Stream Content);
