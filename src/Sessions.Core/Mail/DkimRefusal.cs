namespace Sessions.Mail;

/// <summary>Why there is no <see cref="DkimSigner"/>.</summary>
public enum DkimRefusal
{
    None,

    /// <summary>The domain is no domain name with at least two labels.</summary>
    BadDomain,

    /// <summary>The domain is neither that of the From address nor a parent of it: nobody would believe the signature.</summary>
    ForeignDomain,

    /// <summary>The selector is not made of labels (RFC 6376 3.1), or too long with the domain behind it.</summary>
    BadSelector,

    /// <summary>The text is no private RSA key in PEM form, or it has a passphrase.</summary>
    NoPrivateKey,

    /// <summary>Below 1024 bits, which verifiers must not take (RFC 8301 3.2).</summary>
    ShortKey,
}
