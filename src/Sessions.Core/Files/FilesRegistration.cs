using Microsoft.Extensions.DependencyInjection;

namespace Sessions.Files;

public static class FilesRegistration
{
    /// <param name="folder">Where the files lie; made when missing.</param>
    public static IServiceCollection AddFiles(this IServiceCollection services, string folder, UploadLimits uploads) => services.AddSingleton<Picture>().AddSingleton<UploadJob>()
        .AddSingleton(with => new UploadStore(with.GetRequiredService<FileStore>(), uploads))
        .AddSingleton(_ =>
        {
            var store = new FileStore(folder);
            store.RemoveLeftovers();
            return store;
        });
}
