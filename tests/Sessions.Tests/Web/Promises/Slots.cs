using NodaTime;

namespace Sessions.Tests.Web.Promises;

/// <summary>Stands in for whoever calls a service: fills each slot of a call with what is right, or with what is not.</summary>
/// <param name="junk">Null fills all slots well.</param>
/// <param name="only">Counted from 0, the one slot that gets junk; null is every slot.</param>
internal sealed class Slots(Nonsense? junk, int? only)
{
    /// <summary>How many slots the call has.</summary>
    public int Count { get; private set; }

    public string? Text(string? good) => Bad() ? junk!.Text : good;

    public string Zone(string good) => Bad() ? junk!.Text ?? "" : good;

    public Guid Id(Guid good) => Bad() ? junk!.Id : good;

    public int Number(int good) => Bad() ? junk!.Number : good;

    public LocalDateTime Start(LocalDateTime good) => Bad() ? junk!.Start : good;

    private bool Bad()
    {
        var slot = Count++;
        return junk is not null && (only is null || only == slot);
    }
}

/// <summary>One kind of nonsense, for every kind of slot.</summary>
internal sealed record Nonsense(string Name, string? Text, Guid Id, int Number, LocalDateTime Start)
{
    public static IEnumerable<Nonsense> All(Guid foreign)
    {
        (Guid Id, int Number, LocalDateTime Start)[] others =
        [
            (Guid.Empty, 0, new(1999, 12, 31, 0, 0)),
            (foreign, int.MaxValue, new(9999, 12, 31, 23, 59)),
            (Guid.NewGuid(), int.MinValue, new(1, 1, 1, 0, 0)),
            (foreign, -1, new(2026, 3, 29, 1, 30)),
        ];
        var texts = Junk.All.Select(j => (j.Name, (string?)j.Text)).Append(("no text at all", null)).ToArray();
        foreach (var ((name, text), i) in texts.Select((t, i) => (t, i)))
            yield return new(name, text, others[i % others.Length].Id, others[i % others.Length].Number, others[i % others.Length].Start);
    }
}
