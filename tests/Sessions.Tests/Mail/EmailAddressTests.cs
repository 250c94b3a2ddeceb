using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("kestrel@example.org", "kestrel@example.org")]
    [InlineData("  Kestrel@EXAMPLE.org\t", "Kestrel@example.org")]
    [InlineData("a.b+tag@sub.example.co.uk", "a.b+tag@sub.example.co.uk")]
    [InlineData("kestrel@bücher.example", "kestrel@xn--bcher-kva.example")]
    [InlineData("o'neil_x@example.org", "o'neil_x@example.org")]
    [InlineData("dömi@example.org", "dömi@example.org")]
    public void An_address_is_trimmed_and_its_domain_put_into_one_form(string typed, string expected)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address, out var refusal));
        Assert.Equal((expected, EmailAddressRefusal.None), (address.Value, refusal));
        Assert.Equal(address, EmailAddress.Parse(address.Value));
    }

    [Theory]
    [InlineData(null, EmailAddressRefusal.Empty)]
    [InlineData("   ", EmailAddressRefusal.Empty)]
    [InlineData("kestrel", EmailAddressRefusal.NotOneAt)]
    [InlineData("@example.org", EmailAddressRefusal.NotOneAt)]
    [InlineData("a@b@example.org", EmailAddressRefusal.NotOneAt)]
    [InlineData("a b@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("a\0@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("a\u202Eb@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("a\u200Bb@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("<a@example.org>", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("\"a\"@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("a,b@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData("\uD83C@example.org", EmailAddressRefusal.IllegalCharacter)]
    [InlineData(".a@example.org", EmailAddressRefusal.MisplacedDot)]
    [InlineData("a.@example.org", EmailAddressRefusal.MisplacedDot)]
    [InlineData("a..b@example.org", EmailAddressRefusal.MisplacedDot)]
    [InlineData("a@", EmailAddressRefusal.BadDomain)]
    [InlineData("a@localhost", EmailAddressRefusal.BadDomain)]
    [InlineData("a@example.org.", EmailAddressRefusal.BadDomain)]
    [InlineData("a@-example.org", EmailAddressRefusal.BadDomain)]
    [InlineData("a@exa_mple.org", EmailAddressRefusal.BadDomain)]
    [InlineData("a@example..org", EmailAddressRefusal.BadDomain)]
    [InlineData("a@[127.0.0.1]", EmailAddressRefusal.BadDomain)]
    [InlineData("a@127.0.0.1", EmailAddressRefusal.BadDomain)]
    public void What_is_no_address_is_refused_with_its_reason(string? typed, EmailAddressRefusal expected)
    {
        Assert.False(EmailAddress.TryParse(typed, out _, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void An_address_has_at_most_254_octets_and_64_before_the_at()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".org";

        Assert.True(EmailAddress.TryParse($"{new string('a', 254 - 1 - domain.Length)}@{domain}", out _, out _));
        Assert.Equal(EmailAddressRefusal.TooLong, Refusal($"{new string('a', 255 - 1 - domain.Length)}@{domain}"));
        Assert.Equal(EmailAddressRefusal.TooLong, Refusal($"{new string('a', 65)}@example.org"));
        Assert.Equal(EmailAddressRefusal.TooLong, Refusal($"{new string('ü', 33)}@example.org"));
        Assert.Equal(EmailAddressRefusal.TooLong, Refusal(new string('a', 10_000)));
    }

    [Theory]
    [InlineData("kestrel@example.org", "k…l@example.org")]
    [InlineData("ann@example.org", "a…@example.org")]
    [InlineData("a@example.org", "…@example.org")]
    public void A_log_shows_the_ends_of_a_local_part_only(string address, string expected) =>
        Assert.Equal(expected, EmailAddress.Parse(address).Mask);

    [Fact]
    public void Two_spellings_of_one_mailbox_have_one_key() =>
        Assert.Equal(EmailAddress.Parse("kestrel@example.org").Key, EmailAddress.Parse("Kestrel@Example.ORG").Key);

    private static EmailAddressRefusal Refusal(string typed) =>
        EmailAddress.TryParse(typed, out _, out var refusal) ? EmailAddressRefusal.None : refusal;
}
