using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Public;

/// <summary>What is kept of somebody, to take along and to erase: behind a link that was mailed for it and lives ten minutes.</summary>
internal static class OwnDataEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantText(), new WhenText() },
    };

    public static void MapOwnData(this WebApplication app)
    {
        app.MapGet("/my-data/{token}", async (string token, OwnData view, TimeProvider time) =>
            await view.Read(token, time.Now()) is { } facts ? FormAnswer.Page<OwnDataPage>(new { Facts = facts, Token = token }) : NotFoundResult.Page());
        app.MapMethods("/my-data/{token}/data.json", Reading, AsJson);
        app.MapForm("/my/{token}/data", Ask).DisableAntiforgery().AddEndpointFilter<SameSite>();
        app.MapForm("/my-data/{token}/erase", Erase).DisableAntiforgery().AddEndpointFilter<SameSite>();
    }

    private static async Task<IResult> Ask(string token, PersonalService personal) =>
        (await personal.SendProof(token)).Ok ? FormAnswer.Page<OwnDataPage>(new { IsAsked = true }) : NotFoundResult.Page();

    private static async Task<IResult> AsJson(string token, OwnData view, TimeProvider time) =>
        await view.Read(token, time.Now()) is { } facts ? Results.File(JsonSerializer.SerializeToUtf8Bytes(facts with { FeedToken = "" }, Json), "application/json", "my-data.json") : NotFoundResult.Page();

    private static async Task<IResult> Erase(string token, [FromForm] string? sure, OwnData view, ErasePerson erase, TimeProvider time, HttpContext http)
    {
        if (await view.Read(token, time.Now()) is not { } facts) return NotFoundResult.Page();
        if (sure != "yes") return FormAnswer.Page<OwnDataPage>(new { Facts = facts, Token = token, IsUnsure = true }, StatusCodes.Status422UnprocessableEntity);
        switch ((await erase.Save(token)).No)
        {
            case null:
                KnownVisitors.Forget(http);
                return FormAnswer.Page<OwnDataPage>(new { IsErased = true });
            case ErasureRefusal.RunsSeries:
                return FormAnswer.Page<OwnDataPage>(new { Facts = facts, Token = token }, StatusCodes.Status409Conflict);
            default:
                return NotFoundResult.Page();
        }
    }

    private sealed class InstantText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>In words and, where the hour is known, as UTC.</summary>
    private sealed class WhenText : JsonConverter<SessionTime>
    {
        public override SessionTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SessionTime value, JsonSerializerOptions options) => writer.WriteStringValue(TimeWords.Of(value).ToString());
    }
}
