using System.Net;

namespace Sessions.Tests.Web.Uploads;

/// <summary>A body of a length that is not said before, which may stop on its way until it is told to go on.</summary>
internal sealed class PushedContent(byte[] bytes) : HttpContent
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int? HoldsAfter { get; init; }

    /// <summary>It stopped.</summary>
    public Task Held => _held.Task;

    public void Release() => _released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var first = HoldsAfter ?? bytes.Length;
        await stream.WriteAsync(bytes.AsMemory(0, first));
        await stream.FlushAsync();
        if (HoldsAfter is null) return;
        _held.TrySetResult();
        await _released.Task;
        await stream.WriteAsync(bytes.AsMemory(first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
