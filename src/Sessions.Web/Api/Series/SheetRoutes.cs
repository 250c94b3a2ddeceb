using Sessions.Scheduling.Sheets;
using Sessions.Views;
using Sessions.Web.Host.Planning;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <summary>The sessions of a series as a file, in and out.</summary>
internal static class SheetRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/series/{series}/import", Import);
        api.MapMethods("/series/{series}/export", ApiRegistration.Reading, Export);
    }

    private static async Task<ApiAnswer<ImportShape>> Import(ApiCall call, ApiBody<ImportInput> body, ImportSessions import, bool preview = false)
    {
        var file = body.Value.ToFile(call.Series.Id);
        var answer = preview ? await import.Preview(call.Who, file) : await import.Save(call.Who, file);
        return answer.No is { } no ? no : ImportShape.Of(answer.Value!, preview);
    }

    /// <param name="format">csv, json or ics; json where none is sent.</param>
    private static async Task<ApiAnswer<ExportShape>> Export(ApiCall call, SessionSheet sheet, SheetFormat format = SheetFormat.Json) =>
        ApiAnswer<ExportShape>.OrNotFound(await sheet.Read(call.Who, call.Series.Slug, format) is { } file ? ExportShape.Of(file, format) : null);
}

/// <param name="Text">The whole file: CSV, JSON or iCalendar, told by what it holds. A body has at most 1 MiB.</param>
/// <param name="Name">Of the file; only its ending is looked at.</param>
/// <param name="Publish">Public at once; else drafts. No mail goes and no speaker is asked either way.</param>
/// <param name="GoodLines">Saves the good rows where others have a fault; else one fault saves nothing.</param>
internal sealed record ImportInput(string? Text, string? Name = null, bool Publish = false, bool GoodLines = false)
{
    public ImportFile ToFile(Guid series) => new(series, System.Text.Encoding.UTF8.GetBytes(Text ?? ""), Name, Publish, AllOrNothing: !GoodLines);
}

/// <param name="Saved">False for a preview, and where a fault kept everything out.</param>
/// <param name="New">Sessions that are made, or would be.</param>
/// <param name="NotRead">Headings and members that mean nothing here.</param>
internal sealed record ImportShape(bool Saved, SheetFormat Format, int New, int Skipped, int Faulty, IReadOnlyList<string> NotRead, IReadOnlyList<ImportRowShape> Rows)
{
    public static ImportShape Of(ImportPlan plan, bool isPreview) =>
        new(plan.IsSaved && !isPreview, plan.Format, plan.New, plan.Skipped, plan.Faulty, plan.NotRead, [.. plan.Rows.Select(ImportRowShape.Of)]);
}

/// <param name="Line">Where the row begins, from 1; in JSON its place among the sessions.</param>
/// <param name="Fault">The stable name of what is wrong.</param>
/// <param name="Sentence">The same for people; it may change.</param>
internal sealed record ImportRowShape(int Line, string? Title, int? Number, string? Date, DateTimeOffset? Start, RowFaultKind? Fault, string? Sentence, ImportSkip? Skipped)
{
    public static ImportRowShape Of(ImportRow row) => new(row.Line, row.Record?.Title, row.Record?.Number, row.Record?.When.Date?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        row.Record?.When.Start?.ToDateTimeOffset(), row.Fault?.Kind, row.Fault is { } fault ? ImportWords.Sentence(fault) : null, row.Skip);
}

/// <param name="Text">The whole file.</param>
internal sealed record ExportShape(string Name, SheetFormat Format, string Text)
{
    public static ExportShape Of(SheetFile file, SheetFormat format) => new(file.Name, format, System.Text.Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF'));
}
