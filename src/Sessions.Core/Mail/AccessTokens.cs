using System.Globalization;
using System.Text.Json;

namespace Sessions.Mail;

/// <summary>
/// The access token of one mailbox: fetched when it is needed, kept until shortly before it runs out. Safe to call from
/// several threads, which then wait for one answer.
/// </summary>
public sealed class AccessTokens(OAuthOptions options, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    /// <summary>For an answer that names no life (RFC 6749 5.1 only recommends it).</summary>
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5), Margin = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout, MaxResponseContentBufferSize = LongestAnswer };
    private readonly SemaphoreSlim _turn = new(1);
    private string? _refreshToken = options.RefreshToken;
    private Kept? _kept;

    /// <exception cref="AccessTokenException">The provider gives none, with its reason.</exception>
    public async Task<string> Get(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_kept is { } kept && time.GetUtcNow() < kept.Until) return kept.Token;
            _kept = await Fetch(stop);
            return _kept.Token;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The mail server did not take it: the next one is fetched anew.</summary>
    public void Forget(string token)
    {
        if (_kept is { } kept && kept.Token == token) Interlocked.CompareExchange(ref _kept, null, kept);
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private async Task<Kept> Fetch(CancellationToken stop)
    {
        var asked = time.GetUtcNow();
        try
        {
            using var form = new FormUrlEncodedContent(Fields());
            using var answer = await _http.PostAsync(options.TokenUrl, form, stop);
            return Read(await answer.Content.ReadAsStringAsync(stop), (int)answer.StatusCode, asked);
        }
        catch (HttpRequestException fault)
        {
            throw new AccessTokenException($"{options.TokenUrl.Host} cannot be asked for an access token: {fault.InnerException?.Message ?? fault.Message}", fault);
        }
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw new AccessTokenException($"{options.TokenUrl.Host} gave no access token within {Timeout.TotalSeconds:0} seconds.", fault);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("grant_type", _refreshToken is null ? "client_credentials" : "refresh_token");
        yield return new("client_id", options.ClientId);
        if (options.ClientSecret is { } secret) yield return new("client_secret", secret);
        if (_refreshToken is { } refresh) yield return new("refresh_token", refresh);
        if (options.Scope is { } scope) yield return new("scope", scope);
    }

    private Kept Read(string text, int status, DateTimeOffset asked)
    {
        using var json = Parse(text, status);
        var answer = json.RootElement;
        if (status != 200 || Text(answer, "access_token") is not { Length: > 0 } token)
            throw new AccessTokenException($"{options.TokenUrl.Host} gives no access token: {Reason(answer, status)}");
        // A line break in it would end our command early and begin another.
        if (token.Any(c => c is <= ' ' or > '~')) throw new AccessTokenException($"{options.TokenUrl.Host} gives an access token that is none.");
        if (_refreshToken is not null) _refreshToken = Text(answer, "refresh_token") ?? _refreshToken;
        var life = answer.TryGetProperty("expires_in", out var seconds) && double.TryParse(seconds.ToString(), CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e7 ? TimeSpan.FromSeconds(number) : UsualLife;
        return new(token, asked + (life > Margin * 2 ? life - Margin : life / 2));
    }

    private JsonDocument Parse(string text, int status)
    {
        try
        {
            var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new AccessTokenException($"{options.TokenUrl.Host} answers {status} and no JSON: is the token address right?");
    }

    /// <summary>RFC 6749 5.2, one line of it: some providers add a page of numbers.</summary>
    private static string Reason(JsonElement answer, int status)
    {
        var description = Text(answer, "error_description")?.Split('\r', '\n')[0];
        var error = Text(answer, "error");
        return Printable.Line(error is null ? $"it answers {status} and no reason" : description is { Length: > 0 } ? $"{error}, {description}" : error);
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Kept(string Token, DateTimeOffset Until);
}

/// <summary>Nobody gave us an access token; the message says why.</summary>
public sealed class AccessTokenException(string message, Exception? inner = null) : Exception(message, inner);
