using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sessions.Mail;

/// <summary>
/// Signs messages for one domain (DKIM, RFC 6376): rsa-sha256, relaxed/relaxed, over the whole body. The same message gives
/// the same octets. Safe to call from several threads.
/// </summary>
public sealed class DkimSigner : IDisposable
{
    private const int LongestText = 255;

    private readonly DkimName _name;
    private readonly RSA _key;
    private readonly Lock _oneAtATime = new();

    private DkimSigner(DkimName name, RSA key) => (_name, _key) = (name, key);

    public int KeySize => _key.KeySize;

    /// <summary>Where the key is looked up, as <c>selector._domainkey.domain</c>.</summary>
    public string RecordName => _name.Full;

    /// <summary>
    /// What the domain has to publish: name, TXT and text as in a zone file. A TXT record holds texts of at most 255 octets,
    /// which are read as one.
    /// </summary>
    public string Record
    {
        get
        {
            var text = $"v=DKIM1; k=rsa; p={Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())}";
            return $"{_name.Full} TXT {string.Join(' ', text.Chunk(LongestText).Select(piece => $"\"{new string(piece)}\""))}";
        }
    }

    /// <param name="pem">A private RSA key, PKCS#8 or PKCS#1.</param>
    /// <param name="from">Who the messages will be from.</param>
    public static bool TryCreate(string domain, string selector, string pem, EmailAddress from, [NotNullWhen(true)] out DkimSigner? signer, out DkimRefusal refusal)
    {
        signer = null;
        refusal = DkimName.Read(domain, selector, from, out var name);
        if (refusal != DkimRefusal.None)
            return false;
        if (DkimKey.Read(pem) is not { } key)
        {
            refusal = DkimRefusal.NoPrivateKey;
            return false;
        }
        if (key.KeySize < DkimKey.FewestBits)
        {
            key.Dispose();
            refusal = DkimRefusal.ShortKey;
            return false;
        }
        signer = new(name, key);
        return true;
    }

    /// <summary>The message with its signature in front.</summary>
    /// <param name="date">The instant of its Date header, and of the signature.</param>
    /// <exception cref="ArgumentException">It has no From.</exception>
    public byte[] Sign(byte[] message, DateTimeOffset date)
    {
        // One character an octet, so that text comes back as the octets it was, whatever they mean.
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
        var fields = DkimFields.Of(head);
        var bodyHash = Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(DkimRelaxed.Body(body))));
        var field = $"""
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={_name.Domain};
             s={_name.Selector}; t={date.ToUnixTimeSeconds()};
             h={string.Join(":\n ", fields.Names.Chunk(3).Select(names => string.Join(':', names)))};
             bh={bodyHash};
             b=
            """.ReplaceLineEndings("\r\n");
        var signature = Signature(Encoding.Latin1.GetBytes(fields.Relaxed + DkimRelaxed.Header(field)));
        return [.. Encoding.Latin1.GetBytes($"{field}{string.Join(MimeHeader.Fold, signature.Chunk(72).Select(piece => new string(piece)))}\r\n"), .. message];
    }

    public void Dispose() => _key.Dispose();

    private string Signature(byte[] data)
    {
        // .NET promises nothing of one key in several threads.
        lock (_oneAtATime)
            return Convert.ToBase64String(_key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
