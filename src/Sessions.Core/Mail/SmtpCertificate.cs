using System.Net.Security;
using System.Security.Cryptography;

namespace Sessions.Mail;

internal static class SmtpCertificate
{
    /// <summary>The system's trust and the server's name, unless one certificate is named in the options.</summary>
    public static SslClientAuthenticationOptions Expect(SmtpOptions options)
    {
        var expected = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (options.TrustedCertificateSha256 is { } fingerprint)
        {
            expected.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None
                || string.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), Digits(fingerprint), StringComparison.OrdinalIgnoreCase);
        }
        return expected;
    }

    private static string Digits(string fingerprint) => fingerprint.Replace(":", "", StringComparison.Ordinal);
}
