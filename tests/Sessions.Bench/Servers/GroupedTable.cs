using System.Threading.Channels;

namespace Sessions.Bench.Servers;

/// <summary>The same rows, where all that wait share one COMMIT: the most that one writer can do.</summary>
internal sealed class GroupedTable : IRawTable, IAsyncDisposable
{
    private const int Most = 256;

    private readonly Channel<(string Session, string Address, TaskCompletionSource<bool> Done)> _waiting = Channel.CreateUnbounded<(string, string, TaskCompletionSource<bool>)>();
    private readonly RawTable _table;
    private readonly Task _writing;

    public GroupedTable(string file)
    {
        _table = new(file);
        _writing = Task.Run(Write);
    }

    public Task<bool> Insert(string session, string address)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Writer.TryWrite((session, address, done)) ? done.Task : throw new InvalidOperationException("The table is closed");
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writing;
        _table.Dispose();
    }

    private async Task Write()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var group = new List<(string Session, string Address, TaskCompletionSource<bool> Done)>();
            while (group.Count < Most && _waiting.Reader.TryRead(out var one)) group.Add(one);
            var taken = _table.Commit(group.ConvertAll(row => (row.Session, row.Address)));
            foreach (var (row, n) in group.Select((row, n) => (row, n))) row.Done.SetResult(taken[n]);
        }
    }
}
