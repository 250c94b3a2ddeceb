namespace Sessions.Data;

/// <summary>
/// Callers of one kind who come while a write of that kind is under way share the next: the rows that decide are locked and read once, and saved once, and a
/// COMMIT answers them all. Who comes alone waits for nobody. Where several came at once, the next write waits a moment for as many again: they come back as
/// fast as they are answered, and each write costs the same for one as for many. A shared write that fails is done again for each of its callers alone, so that each has an
/// answer of its own. Callers with equal keys share.
/// </summary>
/// <param name="write">Is handed callers in the order in which they came.</param>
/// <param name="most">Callers of one write.</param>
/// <param name="failed">Is told of a shared write that failed: done alone, each may succeed, and nobody else would know what the fault costs.</param>
/// <param name="moment">2 ms if null.</param>
internal sealed class SharedWrites<TKey, TCaller, TAnswer>(Func<TKey, IReadOnlyList<TCaller>, Task<TAnswer>> write, int most, Action<Exception> failed, TimeSpan? moment = null)
    where TKey : notnull
{
    private readonly TimeSpan _moment = moment ?? TimeSpan.FromMilliseconds(2);

    private readonly Lock _gate = new();

    /// <summary>Has a key for as long as somebody writes for it.</summary>
    private readonly Dictionary<TKey, Line> _lines = [];

    public Task<TAnswer> Share(TKey key, TCaller caller)
    {
        var place = new Place(caller);
        lock (_gate)
        {
            if (_lines.TryGetValue(key, out var line))
            {
                line.Add(place);
                return place.Answer.Task;
            }
            _lines.Add(key, line = new());
            line.Add(place);
        }
        // It writes for others too: nothing of the first caller's context is theirs.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => Serve(key));
        return place.Answer.Task;
    }

    private async Task Serve(TKey key)
    {
        while (Next(key) is { Count: > 0 } places)
        {
            await Write(key, places);
            if (places.Count > 1) await Gather(key, places.Count);
        }
    }

    private async Task Gather(TKey key, int asMany)
    {
        Task complete;
        lock (_gate) complete = _lines[key].Reaches(asMany);
        // The moment passing is no fault.
        await complete.WaitAsync(_moment).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private List<Place> Next(TKey key)
    {
        var next = new List<Place>();
        lock (_gate)
        {
            var line = _lines[key];
            while (next.Count < most && line.Places.TryDequeue(out var place)) next.Add(place);
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
        catch (Exception fault) when (places.Count > 1)
        {
            failed(fault);
            await Task.WhenAll(places.Select(place => Write(key, [place])));
        }
        catch (Exception fault)
        {
            places[0].Answer.TrySetException(fault);
        }
    }

    private sealed class Line
    {
        private TaskCompletionSource? _complete;
        private int _whole;

        public Queue<Place> Places { get; } = new();

        public void Add(Place place)
        {
            Places.Enqueue(place);
            if (Places.Count >= _whole) _complete?.TrySetResult();
        }

        /// <summary>Ends when so many stand here.</summary>
        public Task Reaches(int whole)
        {
            if (Places.Count >= whole) return Task.CompletedTask;
            (_whole, _complete) = (whole, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _complete.Task;
        }
    }

    private sealed record Place(TCaller Caller)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
