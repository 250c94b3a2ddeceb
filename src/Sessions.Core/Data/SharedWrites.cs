namespace Sessions.Data;

/// <summary>
/// Callers of one kind who come while a write of that kind is under way share the next: the rows that decide are locked and read once, and saved once, and a
/// COMMIT answers them all. Who comes alone waits for nobody. A shared write that fails is done again for each of its callers alone, so that each has an
/// answer of its own. Callers with equal keys share.
/// </summary>
/// <param name="write">Is handed callers in the order in which they came.</param>
/// <param name="most">Callers of one write.</param>
internal sealed class SharedWrites<TKey, TCaller, TAnswer>(Func<TKey, IReadOnlyList<TCaller>, Task<TAnswer>> write, int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();

    /// <summary>Has a key for as long as somebody writes for it.</summary>
    private readonly Dictionary<TKey, Queue<Place>> _lines = [];

    public Task<TAnswer> Share(TKey key, TCaller caller)
    {
        var place = new Place(caller);
        lock (_gate)
        {
            if (_lines.TryGetValue(key, out var line))
            {
                line.Enqueue(place);
                return place.Answer.Task;
            }
            _lines.Add(key, new([place]));
        }
        // It writes for others too: nothing of the first caller's context is theirs.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => Serve(key));
        return place.Answer.Task;
    }

    private async Task Serve(TKey key)
    {
        while (Next(key) is { Count: > 0 } places) await Write(key, places);
    }

    private List<Place> Next(TKey key)
    {
        var next = new List<Place>();
        lock (_gate)
        {
            var line = _lines[key];
            while (next.Count < most && line.TryDequeue(out var place)) next.Add(place);
            if (next.Count == 0) _lines.Remove(key);
        }
        return next;
    }

    private async Task Write(TKey key, List<Place> places)
    {
        try
        {
            var answer = await write(key, places.ConvertAll(place => place.Caller));
            foreach (var place in places) place.Answer.TrySetResult(answer);
        }
        catch (Exception) when (places.Count > 1)
        {
            await Task.WhenAll(places.Select(place => Write(key, [place])));
        }
        catch (Exception fault)
        {
            places[0].Answer.TrySetException(fault);
        }
    }

    private sealed record Place(TCaller Caller)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
