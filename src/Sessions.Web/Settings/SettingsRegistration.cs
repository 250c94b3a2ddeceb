using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Localization;
using Sessions.Data;

namespace Sessions.Web.Settings;

public static class SettingsRegistration
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        SettingsReader.RefuseMisspeltSections(builder.Configuration);
        var database = SettingsReader.Database(builder.Configuration);
        if (database.Provider == DatabaseProvider.Sqlite) PrepareFolder(database.ConnectionString);
        builder.Services
            .AddSingleton(SettingsReader.Site(builder.Configuration, builder.Environment.IsDevelopment()))
            .AddSingleton(SettingsReader.Files(builder.Configuration))
            .AddSingleton(SettingsReader.Mail(builder.Configuration))
            .AddSingleton(SettingsReader.SignUp(builder.Configuration))
            .AddSingleton(SettingsReader.Proxy(builder.Configuration))
            .AddSingleton(SettingsReader.Holidays(builder.Configuration))
            .AddSingleton(database)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>))
            .AddSingleton<ResourceManagerStringLocalizerFactory>()
            .AddSingleton<IStringLocalizerFactory, KeyWordsFactory>()
            .AddLocalization(options => options.ResourcesPath = "Resources");
    }

    private static void PrepareFolder(string connectionString)
    {
        string file;
        try
        {
            file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        }
        catch (ArgumentException fault)
        {
            throw new SettingsFault($"Database:ConnectionString can't be read: {fault.Message}");
        }
        if (string.IsNullOrEmpty(file)) throw new SettingsFault("Database:ConnectionString must name a file: Data Source=data/sessions.db");
        if (!file.StartsWith(':') && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
    }
}
