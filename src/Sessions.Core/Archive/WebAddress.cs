using System.Diagnostics.CodeAnalysis;

namespace Sessions.Archive;

/// <summary>A link somebody typed: http or https, with a host, without a name and password in it.</summary>
public static class WebAddress
{
    public const int Longest = 2000;

    /// <summary>"example.org/slides" becomes "https://example.org/slides".</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = null;
        var typed = (text ?? "").Trim();
        if (typed.Length == 0 || typed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return false;
        if (!typed.Contains("://", StringComparison.Ordinal)) typed = "https://" + typed;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return false;
        if (uri.UserInfo.Length > 0 || !uri.IdnHost.Contains('.', StringComparison.Ordinal) || uri.AbsoluteUri.Length > Longest) return false;
        // As headers need it; people see the name they typed in their own browser all the same.
        address = uri.IdnHost == uri.Host ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
        return true;
    }
}
