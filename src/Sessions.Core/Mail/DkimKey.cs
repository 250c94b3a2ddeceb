using System.Security.Cryptography;

namespace Sessions.Mail;

internal static class DkimKey
{
    public const int FewestBits = 1024;

    /// <summary>The private RSA key of a PEM text (PKCS#8 or PKCS#1), or null when it holds none.</summary>
    public static RSA? Read(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            // A public key is read just as well, and has nothing to export here.
            _ = key.ExportParameters(includePrivateParameters: true);
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
