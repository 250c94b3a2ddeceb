using NodaTime;

namespace Sessions.Files;

/// <summary>Uploads that nobody came back to are taken away.</summary>
public sealed class UploadJob(UploadStore uploads, TimeProvider time)
{
    public Task Run(CancellationToken stop) => Task.Run(() => uploads.RemoveExpired(Instant.FromDateTimeOffset(time.GetUtcNow())), stop);
}
