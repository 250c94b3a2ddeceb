namespace Sessions.Files;

/// <summary>A format the house takes.</summary>
/// <param name="Endings">Of file names; the first is given where the name has another.</param>
public sealed record FileType(string MediaType, params IReadOnlyList<string> Endings)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static readonly FileType Pdf = new("application/pdf", "pdf");
    public static readonly FileType Pptx = new(Office + "presentationml.presentation", "pptx");
    public static readonly FileType Docx = new(Office + "wordprocessingml.document", "docx");
    public static readonly FileType Xlsx = new(Office + "spreadsheetml.sheet", "xlsx");
    public static readonly FileType Odp = new(OpenDocument + "presentation", "odp");
    public static readonly FileType Odt = new(OpenDocument + "text", "odt");
    public static readonly FileType Ods = new(OpenDocument + "spreadsheet", "ods");
    public static readonly FileType Png = new("image/png", "png");
    public static readonly FileType Jpeg = new("image/jpeg", "jpg", "jpeg");
    public static readonly FileType Mp4 = new("video/mp4", "mp4", "m4v");
    public static readonly FileType M4a = new("audio/mp4", "m4a");
    public static readonly FileType WebM = new("video/webm", "webm");
    public static readonly FileType Ogg = new("audio/ogg", "ogg", "oga", "opus");
    public static readonly FileType Mp3 = new("audio/mpeg", "mp3");
    public static readonly FileType Csv = new("text/csv", "csv");
    public static readonly FileType Text = new("text/plain", "txt", "md", "tsv", "json", "geojson", "vtt", "srt", "bib");

    /// <summary>What a page may play in place; everything else is a download.</summary>
    public static bool IsPlayable(string mediaType) =>
        mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal);
}
