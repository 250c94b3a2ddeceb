using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Sessions.Mail;
using Sessions.Tests.Mail;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Settings;

public sealed class DkimSettingsTests : IDisposable
{
    private const string From = "rsvp@sessions.example.org";

    private static readonly MailMessage Message = Mail.Samples.Message();

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("sessions.example.org")]
    [InlineData("Example.ORG")]
    public void The_domain_of_the_from_address_and_its_parents_sign(string domain)
    {
        var signer = Read(("Domain", domain), ("Selector", "2026.mail-1"), ("Key", DkimWitness.Pem));

        Assert.True(DkimWitness.Verifies(MimeWriter.Write(Message, signer), signer));
        Assert.StartsWith($"2026.mail-1._domainkey.{domain.ToLowerInvariant()} TXT ", signer!.Record, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_read_from_a_file_in_the_old_form_as_well()
    {
        using var key = RSA.Create(2048);
        File.WriteAllText(_file, key.ExportRSAPrivateKeyPem() + "\n");

        var signer = Read(("Domain", "example.org"), ("Selector", "s1"), ("KeyFile", _file));

        Assert.True(DkimWitness.Verifies(MimeWriter.Write(Message, signer), signer));
    }

    [Fact]
    public void Without_any_of_it_or_with_empty_values_nothing_is_signed()
    {
        Assert.Null(Read());
        Assert.Null(Read(("Domain", ""), ("Selector", ""), ("Key", ""), ("KeyFile", "")));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Selector")]
    [InlineData("Key")]
    public void A_section_half_filled_names_what_is_missing(string missing)
    {
        var all = new[] { ("Domain", "example.org"), ("Selector", "s1"), ("Key", DkimWitness.Pem) };

        Assert.StartsWith($"Mail:Dkim:{missing} is missing", Fault([.. all.Where(setting => setting.Item1 != missing)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("ample.org")]
    [InlineData("mail.sessions.example.org")]
    public void A_domain_that_the_from_address_does_not_lie_in_is_a_sentence(string domain)
    {
        var fault = Fault(("Domain", domain), ("Selector", "s1"), ("Key", DkimWitness.Pem));

        Assert.Equal($"Mail:Dkim:Domain must be the domain of Mail:From, which is sessions.example.org, or a parent of it; it is \"{domain}\".", fault);
    }

    [Theory]
    [InlineData("org", "s1", "Mail:Dkim:Domain must be a domain")]
    [InlineData("exa mple.org", "s1", "Mail:Dkim:Domain must be a domain")]
    [InlineData("example.org; l=0", "s1", "Mail:Dkim:Domain must be a domain")]
    [InlineData("example.org", "s1; l=0", "Mail:Dkim:Selector must be")]
    [InlineData("example.org", "s1.", "Mail:Dkim:Selector must be")]
    [InlineData("example.org", "-s1", "Mail:Dkim:Selector must be")]
    [InlineData("example.org", "söhne", "Mail:Dkim:Selector must be")]
    public void A_domain_or_selector_that_is_no_name_is_a_sentence(string domain, string selector, string said) =>
        Assert.StartsWith(said, Fault(("Domain", domain), ("Selector", selector), ("Key", DkimWitness.Pem)), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_is_none_is_a_sentence_that_does_not_say_it()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var locked = rsa.ExportEncryptedPkcs8PrivateKeyPem("kestrel", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000));
        var cut = DkimWitness.Pem.Remove(200, 100);

        foreach (var pem in new[] { "kestrel", rsa.ExportSubjectPublicKeyInfoPem(), curve.ExportPkcs8PrivateKeyPem(), locked, cut, DkimWitness.Pem + "\n" + DkimWitness.Pem })
        {
            var fault = Fault(("Domain", "example.org"), ("Selector", "s1"), ("Key", pem));
            Assert.Equal("Mail:Dkim:Key is no private RSA key in PEM form, or it has a passphrase: make one with openssl genrsa 2048.", fault);
        }
    }

    [Fact]
    public void A_short_key_is_refused_and_the_file_it_is_in_is_named()
    {
        File.WriteAllText(_file, DkimWitness.NewPem(768));

        var fault = Fault(("Domain", "example.org"), ("Selector", "s1"), ("KeyFile", _file));

        Assert.StartsWith($"Mail:Dkim:KeyFile: {_file} is a key of less than 1024 bits", fault, StringComparison.Ordinal);
        Assert.NotNull(Read(("Domain", "example.org"), ("Selector", "s1"), ("Key", DkimWitness.NewPem(1024))));
    }

    [Fact]
    public void A_file_that_is_not_there_or_a_key_given_twice_is_a_sentence()
    {
        var gone = Fault(("Domain", "example.org"), ("Selector", "s1"), ("KeyFile", _file + ".not"));
        var twice = Fault(("Domain", "example.org"), ("Selector", "s1"), ("Key", DkimWitness.Pem), ("KeyFile", _file));

        Assert.StartsWith("Mail:Dkim:KeyFile: the file", gone, StringComparison.Ordinal);
        Assert.StartsWith("Mail:Dkim:Key and Mail:Dkim:KeyFile are both given", twice, StringComparison.Ordinal);
    }

    private static string Fault(params (string Key, string Value)[] settings) => Assert.Throws<SettingsFault>(() => Read(settings)).Message;

    private static DkimSigner? Read(params (string Key, string Value)[] settings) => SettingsReader.Mail(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Mail:Dkim:{s.Key}", (string?)s.Value)).Append(new("Mail:From", From))).Build()).Dkim;
}
