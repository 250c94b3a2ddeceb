using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Sessions.Mail;
using DkimSigner = Sessions.Mail.DkimSigner;

namespace Sessions.Tests.Mail;

/// <summary>A receiving server: MimeKit, with the record that the signer says has to be published.</summary>
internal static class DkimWitness
{
    public const string Domain = "example.org";
    public const string Selector = "s1";

    public static readonly EmailAddress From = EmailAddress.Parse("rsvp@sessions.example.org");

    public static readonly string Pem = NewPem(2048);

    public static readonly DkimSigner Signer = Create(Domain, Selector, Pem);

    public static string NewPem(int bits)
    {
        using var key = RSA.Create(bits);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public static DkimSigner Create(string domain, string selector, string pem)
    {
        Assert.True(DkimSigner.TryCreate(domain, selector, pem, From, out var signer, out var refusal), $"{refusal}");
        return signer!;
    }

    public static bool Verifies(ReadOnlyMemory<byte> message, DkimSigner? signer = null)
    {
        var read = MimeMessage.Load(new MemoryStream(message.ToArray()));
        var header = Assert.Single(read.Headers, header => header.Id == HeaderId.DkimSignature);
        return new DkimVerifier(new Published((signer ?? Signer).Record)).Verify(read, header);
    }

    /// <summary>The tags of the signature, without spaces.</summary>
    public static IReadOnlyDictionary<string, string> Tags(ReadOnlyMemory<byte> message) => MimeMessage.Load(new MemoryStream(message.ToArray()))
        .Headers[HeaderId.DkimSignature]!.Split(';').Select(tag => string.Concat(tag.Split(' ', '\t', '\r', '\n')).Split('=', 2)).ToDictionary(tag => tag[0], tag => tag[1]);

    public static byte[] Change(byte[] message, string from, string to)
    {
        var text = Encoding.Latin1.GetString(message);
        Assert.Equal(2, text.Split(from).Length);
        return Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private sealed class Published(string record) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            var parts = record.Split('"');
            Assert.Equal($"{selector}._domainkey.{domain} TXT ", parts[0]);
            return GetPublicKey(string.Concat(parts.Where((_, i) => i % 2 == 1)));
        }

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
