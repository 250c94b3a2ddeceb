using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>Gathers what a file says, and keeps the rules that hold for every format.</summary>
internal sealed class CueSheet
{
    private readonly List<Cue> _cues = [];
    private readonly List<CaptionFault> _faults = [];

    public IReadOnlyList<Cue> Cues => _cues;

    public IReadOnlyList<CaptionFault> Faults => _faults;

    /// <summary>Reading on brings nothing.</summary>
    public bool IsFull => _faults.Count >= CaptionReader.MostFaults || _cues.Count > CaptionReader.MostCues;

    public void Fault(int line, CaptionFaultKind kind)
    {
        if (_faults.Count < CaptionReader.MostFaults) _faults.Add(new(line, kind));
    }

    /// <param name="line">Of its time.</param>
    public void Add(int line, Duration from, Duration to, string? speaker, string text)
    {
        var fault = text.Length == 0 ? CaptionFaultKind.NothingSaid
            : text.Length > CaptionReader.LongestText ? CaptionFaultKind.TooLong
            : to <= from ? CaptionFaultKind.EndsBeforeItBegins
            : _cues is [.., var last] && from < last.From ? CaptionFaultKind.OutOfOrder
            : _cues.Count == CaptionReader.MostCues ? CaptionFaultKind.TooMuch
            : (CaptionFaultKind?)null;
        if (fault is { } kind) Fault(line, kind);
        if (fault is null or CaptionFaultKind.TooMuch) _cues.Add(new(from, to, speaker, text));
    }
}
