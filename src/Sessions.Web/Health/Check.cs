namespace Sessions.Web.Health;

/// <summary>One thing looked at: for /health/ready, for doctor, or for both.</summary>
public sealed record Check(string Name, Func<CancellationToken, Task<Finding>> Look)
{
    /// <param name="patience">No answer by then is an answer.</param>
    /// <param name="about">What a fault says to whoever asked.</param>
    public async Task<Finding> Run(TimeSpan patience, Func<Exception, string> about, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            return await Look(limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Finding.Wrong($"no answer within {patience.TotalSeconds:0} seconds");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Finding.Wrong(about(fault));
        }
    }
}
