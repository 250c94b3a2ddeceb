using Sessions.People;

namespace Sessions.Scheduling.Sheets;

/// <summary>From named cells to a record, or to what is wrong with them.</summary>
internal static class WrittenRecord
{
    private const int LongestReason = 1000, MostSpeakers = 100;

    private static readonly string[] Yes = ["yes", "true", "x", "1", "cancelled", "canceled"];
    private static readonly string[] No = ["no", "false", "0", "confirmed", "planned", "held"];

    /// <param name="cells">Trimmed; empty ones are not among them.</param>
    /// <param name="speakers">Where the format has a form of its own for them.</param>
    public static ReadRow Read(int line, IReadOnlyDictionary<RecordField, string> cells, SheetDefaults defaults, IReadOnlyList<LineSpeaker>? speakers = null)
    {
        if (cells.Count == 0 && speakers is not { Count: > 0 }) return new(line, RowFaultKind.Empty);
        var (when, fault) = WrittenWhen.Read(cells, defaults);
        return when is null ? new(line, null, fault) : Read(line, cells, when, speakers);
    }

    /// <param name="when">Read from elsewhere.</param>
    public static ReadRow Read(int line, IReadOnlyDictionary<RecordField, string> cells, SessionTime when, IReadOnlyList<LineSpeaker>? speakers = null)
    {
        string? Cell(RecordField field) => cells.GetValueOrDefault(field);
        var number = 0;
        if (Cell(RecordField.Number) is { } digits && (!int.TryParse(digits.TrimStart('#'), out number) || number < 1)) return new(line, RowFaultKind.NumberOutOfRange, digits);
        if (Kind(Cell(RecordField.Kind)) is not { } kind) return new(line, RowFaultKind.KindUnknown, Cell(RecordField.Kind)!);
        if (IsYes(Cell(RecordField.Cancelled)) is not { } cancelled) return new(line, RowFaultKind.NotYesOrNo, Cell(RecordField.Cancelled)!);
        if (speakers is null && (speakers = SpeakerCell.Read(Cell(RecordField.Speakers) ?? "", out var unread)) is null) return new(line, RowFaultKind.SpeakerUnreadable, unread);
        return Checked(line, new SessionRecord(when)
        {
            Number = number > 0 ? number : null,
            Title = TypedText.Line(Cell(RecordField.Title)),
            Kind = kind,
            Announcement = TypedText.Lines(Cell(RecordField.Announcement)),
            Speakers = [.. speakers.Select(s => new LineSpeaker(TypedText.Line(s.Name), TypedText.Line(s.Address))).Where(s => s.Name is not null || s.Address is not null)],
            Venue = new(null, TypedText.Line(Cell(RecordField.Stream)), TypedText.Line(Cell(RecordField.Address))),
            Recording = TypedText.Line(Cell(RecordField.Recording)),
            WriteUp = TypedText.Line(Cell(RecordField.WriteUp)),
            IsCancelled = cancelled,
            CancelledBecause = cancelled ? TypedText.Line(Cell(RecordField.Because)) : null,
        });
    }

    private static ReadRow Checked(int line, SessionRecord record)
    {
        if (Fault(record) is { } fault) return new(line, null, fault);
        foreach (var speaker in record.Speakers)
        {
            if (speaker.Name?.Length > Person.LongestName) return new(line, RowFaultKind.NameTooLong, speaker.Name);
            if (speaker.Address is { } address && !Mail.EmailAddress.TryParse(address, out _, out _)) return new(line, RowFaultKind.SpeakerUnreadable, address);
        }
        foreach (var link in new[] { record.Recording, record.WriteUp, record.Venue.StreamLink, record.Venue.RoomLink })
            if (!SeriesRules.IsLink(link)) return new(line, RowFaultKind.LinkNotHttp, link!);
        return new(line, record, null);
    }

    private static RowFault? Fault(SessionRecord record) => record switch
    {
        { Minutes: < 1 or > SeriesRules.MostMinutes } => new(RowFaultKind.MinutesOutOfRange, $"{record.Minutes}"),
        { Number: > SeriesRules.HighestNumber } => new(RowFaultKind.NumberOutOfRange, $"{record.Number}"),
        { Title.Length: > Session.LongestTitle } => RowFault.Of(RowFaultKind.TitleTooLong, record.Title),
        { Announcement.Length: > 20_000 } => RowFault.Of(RowFaultKind.AnnouncementTooLong, record.Announcement),
        { Venue.Address.Length: > SeriesRules.LongestAddress } => RowFault.Of(RowFaultKind.AddressTooLong, record.Venue.Address),
        { CancelledBecause.Length: > LongestReason } => RowFault.Of(RowFaultKind.BecauseTooLong, record.CancelledBecause),
        { Speakers.Count: > MostSpeakers } => new(RowFaultKind.TooManySpeakers),
        _ => null,
    };

    private static SessionKind? Kind(string? text) =>
        text is null ? SessionKind.Session
        : Enum.GetValues<SessionKind>().Where(kind => string.Concat(text.Where(char.IsLetterOrDigit)).Equals($"{kind}", StringComparison.OrdinalIgnoreCase)).Select(kind => (SessionKind?)kind).FirstOrDefault();

    private static bool? IsYes(string? text) =>
        text is null || No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true : null;
}
