using Sessions.Web.Health;

namespace Sessions.Web.Feeds;

/// <summary>For whatever watches the process: does it live, and is it of use?</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", Reading, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text("alive");
        });
        app.MapMethods("/health/ready", Reading, Ready);
    }

    private static async Task<IResult> Ready(Readiness readiness, ILogger<Readiness> log, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = new List<ReadyLine>();
        foreach (var check in readiness.Checks)
        {
            var finding = await check.Run(Patience, fault => Hide(check, fault, log), http.RequestAborted);
            found.Add(new(check.Name, finding.State != FindingState.Wrong, finding.Says));
        }
        var isReady = found.TrueForAll(line => line.Ok);
        return Results.Json(new ReadyAnswer(isReady, found), statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Anybody may ask; a fault's own words name hosts and folders.</summary>
    private static string Hide(Check check, Exception fault, ILogger log)
    {
        log.LogWarning("Not ready, {Check}: {Fault}", check.Name, fault.Message);
        return "failed; the log says why";
    }

    private sealed record ReadyAnswer(bool Ready, IReadOnlyList<ReadyLine> Checks);

    private sealed record ReadyLine(string Name, bool Ok, string Says);
}
