using Microsoft.Extensions.DependencyInjection;
using Sessions.Archive.Captions;
using Sessions.Data;

namespace Sessions.Archive;

public static class ArchiveRegistration
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddOwn<ArchiveService>()
        .AddOwn<ArchiveQueries>()
        .AddOwn<TakedownService>()
        .AddOwn<AudienceQueries>()
        .AddOwn<CaptionService>()
        .AddOwn<CaptionQueries>()
        .AddOwn<StoredFileQueries>();
}
