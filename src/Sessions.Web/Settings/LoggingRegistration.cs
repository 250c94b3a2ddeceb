namespace Sessions.Web.Settings;

public static class LoggingRegistration
{
    /// <summary>One JSON object a line in production, readable lines in development; paths with tokens never reach a log.</summary>
    public static void AddPlainLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "));
        else builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
    }
}
