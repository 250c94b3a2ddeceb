using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Account;

/// <summary>The first page an admin ever sees, in Production.</summary>
public sealed partial class SetUpTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-setup-");
    private TestDatabase _database = null!;
    private SiteAt _site = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Sqlite();
        _site = new(new(DatabaseProvider.Sqlite, _database.ConnectionString), _folder.FullName);
        _admin = _site.CreateClient(new() { AllowAutoRedirect = false });
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _site.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_opens_the_printed_link_becomes_the_admin_and_a_slip_is_said_with_what_was_written()
    {
        var path = "/account/set-up/" + await _site.Get<SignInService>().SetUp();

        var wrong = await Post(path, "Ann", "nobody");
        var back = await wrong.Content.ReadAsStringAsync();
        var right = await Post(path, "Ann", "ann@example.org");

        Assert.Contains("Write the address with an @", back, StringComparison.Ordinal);
        Assert.Contains("value=\"Ann\"", back, StringComparison.Ordinal);
        Assert.Equal("/host", right.Headers.Location?.OriginalString);
        Assert.Null(await _site.Get<SignInService>().SetUp());
    }

    [Fact]
    public async Task A_page_that_fails_is_answered_by_the_error_page()
    {
        var path = "/account/set-up/" + await _site.Get<SignInService>().SetUp();
        await using (var connection = new SqliteConnection(_database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var drop = new SqliteCommand("DROP TABLE one_time_links", connection);
            await drop.ExecuteNonQueryAsync();
        }

        using var answer = await _admin.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Post(string path, string name, string email)
    {
        var page = await _admin.GetStringAsync(new Uri(path, UriKind.Relative));
        var token = Token().Match(page).Groups["token"].Value;
        return await _admin.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new("name", name), new("email", email), new("__RequestVerificationToken", token)]));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
