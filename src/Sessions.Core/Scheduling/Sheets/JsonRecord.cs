using System.Text.Json;

namespace Sessions.Scheduling.Sheets;

/// <summary>One session of a JSON file.</summary>
internal static class JsonRecord
{
    private const int MostNotRead = 20;

    /// <param name="notRead">Gains the members that mean nothing here.</param>
    public static ReadRow Read(int place, JsonElement item, SheetDefaults defaults, ISet<string> notRead)
    {
        if (item.ValueKind != JsonValueKind.Object) return new(place, RowFaultKind.Unreadable);
        var cells = new Dictionary<RecordField, string>();
        IReadOnlyList<LineSpeaker>? speakers = null;
        try
        {
            foreach (var member in item.EnumerateObject())
            {
                if (RecordFields.Find(member.Name) is not { } field)
                {
                    if (notRead.Count < MostNotRead) notRead.Add(RowFault.Of(default, member.Name).Value);
                }
                else if (field == RecordField.Speakers && member.Value.ValueKind == JsonValueKind.Array)
                {
                    speakers = [.. member.Value.EnumerateArray().Select(Speaker)];
                }
                else if (Text(member.Value) is { Length: > 0 } text)
                {
                    cells.TryAdd(field, text);
                }
            }
        }
        // Of an escape that is half a character, or of a value of another kind.
        catch (InvalidOperationException)
        {
            return new(place, RowFaultKind.Unreadable);
        }
        return WrittenRecord.Read(place, cells, defaults, speakers);
    }

    private static LineSpeaker Speaker(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) return new(TypedText.Line(item.GetString()), null);
        string? Part(string name) => item.TryGetProperty(name, out var part) ? TypedText.Line(Text(part)) : null;
        return new(Part("name"), Part("address"));
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False or JsonValueKind.Null => null,
        _ => throw new InvalidOperationException("No text."),
    };
}
