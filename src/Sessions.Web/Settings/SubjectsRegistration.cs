using Sessions.Archive;
using Sessions.Community;
using Sessions.Data;
using Sessions.Files;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Views;
using Sessions.Web.Health;
using Sessions.Workflows;

namespace Sessions.Web.Settings;

public static class SubjectsRegistration
{
    /// <summary>Every room of Core registers itself; this is the list of rooms.</summary>
    public static void AddSubjects(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddData(SettingsReader.Database(builder.Configuration));
        services.AddSingleton(with => new StandingLinks(LinkKey.Load(with.GetRequiredService<FilesSettings>())));
        services.AddMail();
        services.AddPeople();
        services.AddScheduling();
        var files = SettingsReader.Files(builder.Configuration);
        services.AddFiles(files.Stored, new(files.MaxUploadBytes));
        services.AddArchive(new(SettingsReader.CheckLinks(builder.Configuration), SettingsReader.Site(builder.Configuration, builder.Environment.IsDevelopment()).PublicUrl), SettingsReader.Media(builder.Configuration));
        services.AddSpeakers();
        services.AddRegistrations();
        services.AddInvitations();
        services.AddCommunity();
        services.AddWorkflows();
        services.AddViews();
        services.AddHealth();
    }
}
