using System.Text.Json;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Captions;

/// <summary>Asks the editor's own script, which is what a host's browser runs.</summary>
internal static class CaptionEditorRules
{
    private const string Script = "caption-edits.mjs";

    public static EditedTrack Do(string act, EditedCue[] cues, params object?[] args) => PeerProcess.Run<EditedTrack[]>(Script, JsonSerializer.SerializeToUtf8Bytes(new { acts = new[] { new { act, cues, args } } }, JsonSerializerOptions.Web))[0];

    public static JsonElement Ask(string act, params object?[] args) => PeerProcess.Run<EditedTrack[]>(Script, JsonSerializer.SerializeToUtf8Bytes(new { acts = new[] { new { act, args } } }, JsonSerializerOptions.Web))[0].Value;

    public static EditedStep[] Edits(int seed, int rounds, string text) => PeerProcess.Run<EditedStep[]>(Script, JsonSerializer.SerializeToUtf8Bytes(new { seed, rounds, text }, JsonSerializerOptions.Web));
}

/// <param name="From">Milliseconds, or what was typed.</param>
internal sealed record EditedCue(object From, object To, string Text, string Speaker = "")
{
    public override string ToString() => $"{From}-{To} {(Speaker.Length > 0 ? Speaker + ": " : "")}{Text}";
}

/// <param name="At">Where the new one stands.</param>
/// <param name="IsRefused">It can't be done there.</param>
internal sealed record EditedTrack(EditedCue[]? Cues, int? At, JsonElement Value, bool IsRefused);

/// <param name="IsRead">The editor reads what it writes as it was, and no two cues have one name.</param>
internal sealed record EditedStep(string Text, bool IsRead, EditedFault[] Faults, EditedSaid[] Cues);

internal sealed record EditedFault(int Line, string Kind);

internal sealed record EditedSaid(JsonElement From, JsonElement To, string Said);
