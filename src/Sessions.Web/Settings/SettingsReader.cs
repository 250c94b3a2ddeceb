using Sessions.Archive.Media;
using Sessions.Data;
using Sessions.Files;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Web.Settings;

/// <summary>Reads every section once, at start; a wrong or unknown key stops the start with a sentence.</summary>
public static class SettingsReader
{
    private static readonly string[] Ours = ["Site", "Database", "Files", "Mail", "SignUp", "Proxy", "Scheduling", "Archive"];

    /// <param name="isDevelopment">Then the address it listens on will do as its public one.</param>
    public static SiteOptions Site(IConfiguration settings, bool isDevelopment)
    {
        var site = Read<SiteSection>(settings, "Site");
        var address = site.PublicUrl.Length > 0 || !isDevelopment ? site.PublicUrl : (settings["urls"] ?? "http://localhost:5000").Split(';')[0];
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new(url, string.IsNullOrWhiteSpace(site.Name) ? "Sessions" : site.Name.Trim()) { DataLicence = string.IsNullOrWhiteSpace(site.DataLicence) ? null : site.DataLicence.Trim() }
            : throw new SettingsFault($"Site:PublicUrl must be the address people reach this site at, like https://sessions.example.org; it is \"{address}\".");
    }

    public static DatabaseOptions Database(IConfiguration settings)
    {
        var database = Read<DatabaseSection>(settings, "Database");
        return new(database.Provider,
            Secret.Read("Database:ConnectionString", database.ConnectionString, database.ConnectionStringFile) ?? DatabaseSection.Usual);
    }

    public static FilesSettings Files(IConfiguration settings)
    {
        var files = Read<FilesSection>(settings, "Files");
        return files.MaxUploadBytes > 0
            ? new(Path.GetFullPath(files.Path)) { MaxUploadBytes = files.MaxUploadBytes }
            : throw new SettingsFault($"Files:MaxUploadBytes is the size of the largest file that is taken, like {UploadLimits.Usual}; it is {files.MaxUploadBytes}.");
    }

    public static MailSettings Mail(IConfiguration settings)
    {
        var mail = Read<MailSection>(settings, "Mail");
        if (!EmailAddress.TryParse(mail.From, out var from, out _))
            throw new SettingsFault($"Mail:From must be an e-mail address like sessions@example.org; it is \"{mail.From}\".");
        var password = Secret.Read("Mail:Smtp:Password", mail.Smtp.Password, mail.Smtp.PasswordFile);
        var smtp = new SmtpSettings(mail.Smtp.Host, mail.Smtp.Port, mail.Smtp.Security, mail.Smtp.User, password) { OAuth = mail.Smtp.OAuth.Read("Mail:Smtp:OAuth") };
        if (mail.Transport == MailTransportKind.Smtp && smtp.ToOptions().FindFault() is { } fault)
            throw new SettingsFault($"Mail:Smtp: {fault}");
        return new(mail.Transport, Path.GetFullPath(mail.PickupPath), mail.From, smtp)
        {
            Dkim = mail.Dkim.Read(from),
            Inbound = InboundSettings.Read(mail.Inbound),
        };
    }

    public static SignUpSettings SignUp(IConfiguration settings)
    {
        var limits = Read<SignUpSection>(settings, "SignUp");
        return limits is { AddressesPerMinute: > 0, NetworkPerMinute: > 0, NetworkBurst: > 0 }
            ? new(limits.AddressesPerMinute, limits.NetworkPerMinute, limits.NetworkBurst)
            : throw new SettingsFault("The figures in SignUp must be above zero: they say how many sign-ups are taken.");
    }

    /// <summary>The holidays that lie beside the program, or those of the host's own file.</summary>
    public static HolidayCalendar Holidays(IConfiguration settings)
    {
        var own = Read<SchedulingSection>(settings, "Scheduling").HolidaysPath;
        var path = own.Length > 0 ? Path.GetFullPath(own) : Path.Combine(AppContext.BaseDirectory, "holidays.txt");
        try
        {
            return HolidayFile.Read(File.ReadLines(path));
        }
        catch (HolidayFault fault)
        {
            throw new SettingsFault($"Scheduling:HolidaysPath: {path}, {fault.Message}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFault($"Scheduling:HolidaysPath: {path} can't be read ({fault.Message.TrimEnd('.')}).");
        }
    }

    /// <summary>Whether links on public pages are looked at once a week.</summary>
    public static bool CheckLinks(IConfiguration settings) => Read<ArchiveSection>(settings, "Archive").CheckLinks;

    /// <summary>What is made of recordings, and by which programs.</summary>
    public static MediaOptions Media(IConfiguration settings)
    {
        var archive = Read<ArchiveSection>(settings, "Archive");
        return new(archive.Media, Program(archive.Ffmpeg, "ffmpeg"), Program(archive.Ffprobe, "ffprobe"));

        static string Program(string said, string usual) => said.Trim() is { Length: > 0 } own ? own : usual;
    }

    public static ProxySettings Proxy(IConfiguration settings)
    {
        // The framework's own switch takes anybody's word, and would do so beside our list.
        if (settings.GetValue<bool>("FORWARDEDHEADERS_ENABLED"))
            throw new SettingsFault("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes what anybody says of their address: remove it and name your proxy in Proxy:Trusted.");
        return ProxySettings.Read(Read<ProxySection>(settings, "Proxy").Trusted);
    }

    /// <summary>Binds a section and refuses keys it does not have, in one sentence.</summary>
    public static T Read<T>(IConfiguration settings, string section) where T : new()
    {
        var own = settings.GetSection(section);
        // An environment variable of that bare name (MAIL is the mailbox of a shell) is not ours.
        if (!own.GetChildren().Any()) return new T();
        try
        {
            return own.Get<T>(options => options.ErrorOnUnknownConfiguration = true) ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            throw new SettingsFault(SettingsSentence.From(section, fault));
        }
    }

    /// <summary>A section of ours with a misspelt name would otherwise be passed over in silence.</summary>
    public static void RefuseMisspeltSections(IConfiguration settings)
    {
        foreach (var section in settings.GetChildren().Where(s => s.GetChildren().Any() && !Ours.Contains(s.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (Ours.FirstOrDefault(ours => SettingsSentence.IsNear(ours, section.Key)) is { } meant)
                throw new SettingsFault($"There is no settings section \"{section.Key}\"; did you mean \"{meant}\"?");
        }
    }

    private sealed record SiteSection
    {
        public string PublicUrl { get; init; } = "";
        public string Name { get; init; } = "";
        public string DataLicence { get; init; } = "";
    }

    private sealed record DatabaseSection
    {
        public const string Usual = "Data Source=data/sessions.db";

        public DatabaseProvider Provider { get; init; }
        public string? ConnectionString { get; init; }
        public string? ConnectionStringFile { get; init; }
    }

    private sealed record FilesSection
    {
        public string Path { get; init; } = "data";
        public long MaxUploadBytes { get; init; } = UploadLimits.Usual;
    }

    private sealed record MailSection
    {
        public MailTransportKind Transport { get; init; }
        public string PickupPath { get; init; } = "data/mail";
        public string From { get; init; } = "sessions@localhost.localdomain";
        public SmtpSection Smtp { get; init; } = new();
        public InboundSection Inbound { get; init; } = new();
        public DkimSection Dkim { get; init; } = new();
    }

    private sealed record SmtpSection
    {
        public string? Host { get; init; }
        public int Port { get; init; } = 587;
        public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;
        public string? User { get; init; }
        public string? Password { get; init; }
        public string? PasswordFile { get; init; }
        public OAuthSection OAuth { get; init; } = new();
    }

    private sealed record SignUpSection
    {
        public int AddressesPerMinute { get; init; } = 10;
        public int NetworkPerMinute { get; init; } = 300;
        public int NetworkBurst { get; init; } = 1500;
    }

    private sealed record SchedulingSection
    {
        public string HolidaysPath { get; init; } = "";
    }

    private sealed record ArchiveSection
    {
        public bool CheckLinks { get; init; } = true;
        public MediaWish Media { get; init; }
        public string Ffmpeg { get; init; } = "";
        public string Ffprobe { get; init; } = "";
    }

    private sealed record ProxySection
    {
        public string Trusted { get; init; } = "";
    }
}
