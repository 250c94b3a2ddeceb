using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sessions.Mail;

/// <summary>The system's trust and the server's name, unless one certificate is named in the options; and why a certificate was not taken.</summary>
internal sealed class SmtpCertificate
{
    private readonly SmtpOptions _options;

    public SmtpCertificate(SmtpOptions options)
    {
        _options = options;
        Expected = new() { TargetHost = options.Host, RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (Fault = Judge(certificate, chain, errors)) is null };
    }

    public SslClientAuthenticationOptions Expected { get; }

    /// <summary>In a few words; null as long as nothing is wrong with it.</summary>
    public string? Fault { get; private set; }

    private string? Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return null;
        if (certificate is null) return "the server shows no certificate";
        if (_options.TrustedCertificateSha256 is { } fingerprint)
            return string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), Digits(fingerprint), StringComparison.OrdinalIgnoreCase) ? null : "the certificate is another one than that of the settings";
        using var read = new X509Certificate2(certificate);
        if (chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) is true) return $"the certificate is valid from {read.NotBefore.ToUniversalTime():yyyy-MM-dd} to {read.NotAfter.ToUniversalTime():yyyy-MM-dd} alone";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return $"the certificate is for {string.Join(", ", Names(read))} and not for {_options.Host}";
        return $"nobody whom this machine trusts vouches for the certificate ({string.Join(", ", chain?.ChainStatus.Select(status => status.Status.ToString()).Distinct() ?? [])})";
    }

    private static IEnumerable<string> Names(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames()).DefaultIfEmpty(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)).Take(5);

    private static string Digits(string fingerprint) => fingerprint.Replace(":", "", StringComparison.Ordinal);
}
