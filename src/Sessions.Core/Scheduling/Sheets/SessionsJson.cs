using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sessions.Scheduling.Sheets;

/// <summary>Sessions as JSON: {"sessions": [{"date": "2026-12-02", "speakers": [{"name": …}]}]}; what is not there is left out.</summary>
public static class SessionsJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Tolerant = new() { MaxDepth = 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static byte[] Write(IEnumerable<SessionRecord> records)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartObject();
            json.WriteStartArray("sessions");
            foreach (var record in records) Write(json, record);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. output.ToArray(), (byte)'\n'];
    }

    internal static Answer<ReadSheet, SheetFault> Read(string text, SheetDefaults defaults)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            var root = document.RootElement;
            var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("sessions", out var inside) ? inside : root;
            if (list.ValueKind != JsonValueKind.Array) return SheetFault.HeadingsUnreadable;
            if (list.GetArrayLength() > SheetReader.MostRows) return SheetFault.TooManyRows;
            var notRead = new HashSet<string>();
            return new ReadSheet(SheetFormat.Json, [.. list.EnumerateArray().Select((item, at) => JsonRecord.Read(at + 1, item, defaults, notRead))], [.. notRead]);
        }
        catch (JsonException fault)
        {
            return new ReadSheet(SheetFormat.Json, [new((int)(fault.LineNumber ?? 0) + 1, RowFaultKind.Unreadable)], []);
        }
    }

    private static void Write(Utf8JsonWriter json, SessionRecord record)
    {
        json.WriteStartObject();
        foreach (var (field, text) in RecordCells.Of(record))
        {
            var name = RecordFields.Member(field);
            if (field == RecordField.Speakers) Write(json, name, record.Speakers);
            else if (field == RecordField.Cancelled) json.WriteBoolean(name, true);
            else if (field is RecordField.Number or RecordField.Minutes) json.WriteNumber(name, int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            else json.WriteString(name, text);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<LineSpeaker> speakers)
    {
        json.WriteStartArray(name);
        foreach (var speaker in speakers)
        {
            json.WriteStartObject();
            if (speaker.Name is { } own) json.WriteString("name", own);
            if (speaker.Address is { } address) json.WriteString("address", address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
