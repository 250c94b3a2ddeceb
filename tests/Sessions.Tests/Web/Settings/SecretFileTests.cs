using Microsoft.Extensions.Configuration;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Settings;

public sealed class SecretFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_password_is_read_from_a_file_without_the_line_break_at_its_end()
    {
        File.WriteAllText(_file, "correct horse \n");

        Assert.Equal("correct horse ", SettingsReader.Mail(With(("Mail:Smtp:PasswordFile", _file))).Smtp.Password);
    }

    [Fact]
    public void A_connection_string_is_read_from_a_file()
    {
        File.WriteAllText(_file, "Host=db.example.org;Password=secret\n");

        var database = SettingsReader.Database(With(("Database:Provider", "Postgres"), ("Database:ConnectionStringFile", _file)));

        Assert.Equal("Host=db.example.org;Password=secret", database.ConnectionString);
        Assert.Equal("Data Source=data/sessions.db", SettingsReader.Database(With()).ConnectionString);
    }

    [Fact]
    public void Given_both_ways_it_is_a_sentence_that_does_not_say_the_secret()
    {
        var fault = Assert.Throws<SettingsFault>(() => SettingsReader.Mail(With(("Mail:Smtp:Password", "correct horse"), ("Mail:Smtp:PasswordFile", _file))));

        Assert.Contains("Mail:Smtp:Password and Mail:Smtp:PasswordFile", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_empty_is_a_sentence()
    {
        var empty = Assert.Throws<SettingsFault>(() => SettingsReader.Database(With(("Database:ConnectionStringFile", _file))));
        var missing = Assert.Throws<SettingsFault>(() => SettingsReader.Mail(With(("Mail:Smtp:PasswordFile", _file + ".not"))));

        Assert.Contains("is empty", empty.Message, StringComparison.Ordinal);
        Assert.Contains("Mail:Smtp:PasswordFile: the file", missing.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
