using Sessions.Bench.Http;
using Sessions.Bench.Servers;

namespace Sessions.Bench.Measures;

/// <summary>Sign-ups on one database: through our form, and as one row in raw SQL beside it. Both answer after their COMMIT.</summary>
/// <param name="On">Behind the word in the table; empty for SQLite.</param>
/// <param name="Insert">Of the yardstick.</param>
internal sealed record SignUpPlace(string On, ServerProcess App, SignUpForm Form, Crowd Crowd, ServerProcess Yardstick, string Insert)
{
    public Task<Answered> Ours(int callers, TimeSpan time) => Callers.Rate(App, address => Form.Request(App, address), callers, time);

    public Task<Answered> Raw(int callers, TimeSpan time) => Raw(Insert, callers, time);

    public Task<Answered> Raw(string insert, int callers, TimeSpan time) => Callers.Rate(Yardstick, address => Row(Yardstick, insert, "open", address), callers, time);

    public static byte[] Row(ServerProcess yardstick, string insert, string session, string address) =>
        RawRequest.Post(yardstick, insert, $"session={session}&email={Uri.EscapeDataString(address)}");

    public async Task Warm(TimeSpan round)
    {
        await Warming.UntilSteady($"Raw SQL{On}, 16 callers", Yardstick, async () => (await Raw(16, round)).Cpu);
        await Warming.UntilSteady($"Sign-ups{On}, 16 callers", App, async () => (await Ours(16, round)).Cpu);
    }

    /// <summary>Null where the page has no form.</summary>
    public static async Task<SignUpPlace?> OnSqlite(Workbench bench) => await SignUpForm.Find(bench.App, SeededSite.OpenPage) is { } form
        ? new("", bench.App, form, bench.Site.Crowd, bench.Yardstick, Servers.Yardstick.Insert) : null;

    /// <summary>Null where there is no PostgreSQL.</summary>
    public static async Task<SignUpPlace?> OnPostgres(Workbench bench) => await bench.OnPostgres() is var (app, crowd, yardstick) && await SignUpForm.Find(app, SeededSite.OpenPage) is { } form
        ? new(" on PostgreSQL", app, form, crowd, yardstick, Servers.Yardstick.InsertPostgres) : null;
}
