using Sessions.People;
using Sessions.Scheduling;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>Makes a key to the API and prints its secret, once.</summary>
internal static class Tokens
{
    private const string ReadOnly = "read-only";

    /// <param name="more">Last part of a series' address, "read-only", both or none.</param>
    public static async Task<int> Create(IServiceProvider services, string address, string name, IReadOnlyList<string> more)
    {
        var slugs = more.Where(word => word != ReadOnly).ToList();
        if (slugs.Count > 1) throw new SettingsFault($"A token opens one series or all, not \"{string.Join("\" and \"", slugs)}\".");
        var slug = slugs.SingleOrDefault();
        Guid? series = slug is null ? null : await services.GetRequiredService<SeriesQueries>().Find(slug) ?? throw new SettingsFault($"There is no series at /series/{slug}.");
        var made = await services.GetRequiredService<ApiTokenService>().CreateFor(address, name, series, more.Contains(ReadOnly));
        if (made.No is { } no) throw new SettingsFault(Sentence(no, address));
        await Console.Out.WriteLineAsync($"The token, shown this once: {made.Value!.Secret}");
        return 0;
    }

    private static string Sentence(ApiTokenRefusal no, string address) => no switch
    {
        ApiTokenRefusal.NotAnAddress => $"\"{address}\" is not an e-mail address.",
        ApiTokenRefusal.NotAHost => $"{address} is neither host nor admin here: invite them first with \"host invite\".",
        ApiTokenRefusal.SeriesUnknown => $"{address} is no host of that series.",
        ApiTokenRefusal.NameMissing => "Give the token a name that says what it is for.",
        ApiTokenRefusal.NameTooLong => $"The name is too long: {ApiTokenService.LongestName} characters fit.",
        _ => $"{address} has {ApiTokenService.MostForPerson} tokens that work: revoke one first.",
    };
}
