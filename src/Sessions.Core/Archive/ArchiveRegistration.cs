using Microsoft.Extensions.DependencyInjection;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Archive.Counts;
using Sessions.Archive.Links;
using Sessions.Archive.Media;
using Sessions.Archive.Reports;
using Sessions.Data;

namespace Sessions.Archive;

public static class ArchiveRegistration
{
    public static IServiceCollection AddArchive(this IServiceCollection services, LinkCheckOptions links, MediaOptions media) => services
        .AddSingleton(links)
        .AddSingleton(media)
        .AddSingleton<MediaProgress>()
        .AddOwn<MediaJob>()
        .AddOwn<MediaService>()
        .AddOwn<MediaQueries>()
        .AddOwn<LinkCheckJob>()
        .AddOwn<LinkCheckService>()
        .AddOwn<ArchiveService>()
        .AddOwn<ArchiveQueries>()
        .AddOwn<TakedownService>()
        .AddOwn<ReportService>()
        .AddOwn<ReportQueries>()
        .AddOwn<ReportJob>()
        .AddOwn<AudienceQueries>()
        .AddOwn<ItemService>()
        .AddOwn<ChapterService>()
        .AddOwn<CaptionService>()
        .AddOwn<CaptionQueries>()
        .AddSingleton<FileUses>()
        .AddOwn<FileUseJob>()
        .AddOwn<StoredFileQueries>();
}
