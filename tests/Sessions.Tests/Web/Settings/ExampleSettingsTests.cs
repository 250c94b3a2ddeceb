using System.Reflection;
using Microsoft.Extensions.Configuration;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Settings;

/// <summary>appsettings.example.json and the table in docs/operations.md are the documentation of the settings.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string[] OfTheFramework = ["Urls", "Logging", "AllowedHosts"];

    private static readonly Type[] Sections =
        [.. typeof(SettingsReader).Assembly.GetTypes().Where(type => type.Name.EndsWith("Section", StringComparison.Ordinal) && IsRecord(type))];

    private static readonly string[] All = [.. Sections
        .Where(section => !Sections.Any(other => other.GetProperties().Any(property => property.PropertyType == section)))
        .SelectMany(section => KeysOf(section, section.Name[..^"Section".Length]))];

    public static TheoryData<string> Keys => [.. All];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_stands_in_the_example(string key) =>
        Assert.True(Example().GetSection(key).Value is not null, $"appsettings.example.json has no {key}.");

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_stands_in_the_table_for_admins_in_both_its_forms(string key)
    {
        var table = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

        Assert.Contains($"| `{key}` | `{key.Replace(":", "__", StringComparison.Ordinal)}` |", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_is_read_as_it_stands()
    {
        var example = Example();

        SettingsReader.RefuseMisspeltSections(example);
        Assert.Equal("https://sessions.example.org/", SettingsReader.Site(example, isDevelopment: false).PublicUrl.AbsoluteUri);
        Assert.Equal(DatabaseProvider.Sqlite, SettingsReader.Database(example).Provider);
        Assert.EndsWith("data", SettingsReader.Files(example).Path, StringComparison.Ordinal);
        Assert.Equal("sessions@example.org", SettingsReader.Mail(example).From);
    }

    [Fact]
    public void The_mail_server_of_the_example_is_a_valid_one()
    {
        var mail = SettingsReader.Mail(Example(("Mail:Transport", "Smtp")));

        Assert.Equal(MailTransportKind.Smtp, mail.Transport);
        Assert.Equal("smtp.example.org", mail.Smtp.Host);
    }

    [Fact]
    public void The_example_names_no_section_that_nobody_reads()
    {
        var read = All.Select(key => key.Split(':')[0]).Concat(OfTheFramework);

        Assert.Empty(Example().GetChildren().Select(section => section.Key).Except(read, StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_that_does_not_exist_stops_the_start_with_a_sentence()
    {
        var fault = Assert.Throws<SettingsFault>(() => SettingsReader.Mail(Example(("Mail:Smtp:Hots", "smtp.example.org"))));

        Assert.Contains("\"Mail\"", fault.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Example(params (string Key, string Value)[] changes) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json"))
        .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Key, (string?)change.Value)))
        .Build();

    private static IEnumerable<string> KeysOf(Type section, string path) => section.GetProperties()
        .SelectMany(property => Sections.Contains(property.PropertyType) ? KeysOf(property.PropertyType, $"{path}:{property.Name}") : [$"{path}:{property.Name}"]);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public) is not null;
}
