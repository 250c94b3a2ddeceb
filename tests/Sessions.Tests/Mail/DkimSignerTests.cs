using System.Text;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class DkimSignerTests
{
    private static readonly MessageId First = MessageId.Parse("<first@sessions.example.org>");

    private static readonly MailMessage Full = Samples.Message() with
    {
        Calendar = new("REQUEST", Samples.Calendar),
        ReplyTo = new(EmailAddress.Parse("host@example.org"), "Host"),
        InReplyTo = First,
        Unsubscribe = new("https://sessions.example.org/mail/stop?t=abc"),
    };

    public static TheoryData<string> Written => [.. Messages.Keys];

    private static Dictionary<string, MailMessage> Messages => new()
    {
        ["plain"] = Samples.Message(),
        ["with calendar"] = Full,
        ["subject of other letters"] = Full with { Subject = "Müller: 開かれた🌊データ, and a long title that takes several lines of encoded words to say" },
        ["long headers"] = Full with { Subject = string.Join(' ', Enumerable.Repeat("rivers on every map", 20)), References = [.. Enumerable.Range(0, 60).Select(i => MessageId.FromKey($"k{i}", "sessions.example.org"))] },
        ["address of other letters"] = Full with { To = new(EmailAddress.Parse("jürgen@example.org"), "Jürgen") },
        ["blank lines and spaces"] = Full with { Text = "a  \nb \t\n   \n\n\n", Html = "<p>a</p>  \n\n\n" },
        ["empty bodies"] = Full with { Text = "", Html = "" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Another_program_finds_the_signature_of_each_message_good(string name)
    {
        var bytes = MimeWriter.Write(Messages[name], DkimWitness.Signer);

        Assert.True(DkimWitness.Verifies(bytes));
        Assert.EndsWith(Encoding.UTF8.GetString(MimeWriter.Write(Messages[name])), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.All(Encoding.UTF8.GetString(bytes).Split("\r\nDate: ")[0].Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n\r\n")]
    [InlineData("Hello\r\n\r\n\r\n")]
    [InlineData("Hello")]
    [InlineData("two  spaces \r\n\ttab\t\r\n \r\nend  \r\n")]
    public void Another_program_finds_the_signature_over_any_body_good(string body)
    {
        var message = Encoding.ASCII.GetBytes($"From: rsvp@sessions.example.org\r\nTo: kestrel@example.org\r\nSubject: Your\r\n\t place  \r\n\r\n{body}");

        Assert.True(DkimWitness.Verifies(DkimWitness.Signer.Sign(message, Full.Date)));
    }

    [Fact]
    public void The_signature_says_what_it_covers_and_names_from_once_more_than_it_is_there()
    {
        var tags = DkimWitness.Tags(MimeWriter.Write(Full, DkimWitness.Signer));

        Assert.Equal(["v", "a", "c", "d", "s", "t", "h", "bh", "b"], tags.Keys);
        Assert.Equal(("1", "rsa-sha256", "relaxed/relaxed", "example.org", "s1"), (tags["v"], tags["a"], tags["c"], tags["d"], tags["s"]));
        Assert.Equal($"{Full.Date.ToUnixTimeSeconds()}", tags["t"]);
        Assert.Equal("From:From:To:Subject:Date:Message-ID:Reply-To:In-Reply-To:References:MIME-Version:Content-Type:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post", tags["h"]);
    }

    [Fact]
    public void The_same_message_is_signed_with_the_same_octets_also_by_several_at_once()
    {
        var first = MimeWriter.Write(Full, DkimWitness.Signer);

        var all = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(_ => MimeWriter.Write(Full with { }, DkimWitness.Signer)).ToList();

        Assert.All(all, bytes => Assert.Equal(first, bytes));
    }

    [Theory]
    [InlineData("<!doctype html>", "<!doctype htmm>")]
    [InlineData("Subject: Your place", "Subject: Your plane")]
    [InlineData("mail/stop?t=abc", "mail/stop?t=abd")]
    [InlineData("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", "")]
    [InlineData("\r\nFrom: ", "\r\nFrom: ceo@example.org\r\nFrom: ")]
    [InlineData("MIME-Version: 1.0", "MIME-Version: 1.1")]
    [InlineData("t=1698743107", "t=1698743108")]
    public void One_octet_changed_on_the_way_breaks_the_signature(string was, string became)
    {
        var bytes = MimeWriter.Write(Full, DkimWitness.Signer);

        Assert.False(DkimWitness.Verifies(DkimWitness.Change(bytes, was, became)));
    }

    [Theory]
    [InlineData("Subject: Your place", "subject:\tYour\r\n  place ")]
    [InlineData("\r\nDate: ", "\r\nReceived: from here by there\r\nDate: ")]
    [InlineData("-mixed--\r\n", "-mixed--  \r\n\r\n")]
    public void What_servers_do_on_the_way_leaves_it_good(string was, string became)
    {
        var bytes = MimeWriter.Write(Full, DkimWitness.Signer);

        Assert.True(DkimWitness.Verifies(DkimWitness.Change(bytes, was, became)));
    }

    [Fact]
    public void Another_key_does_not_verify_it()
    {
        using var other = DkimWitness.Create(DkimWitness.Domain, DkimWitness.Selector, DkimWitness.NewPem(1024));

        Assert.False(DkimWitness.Verifies(MimeWriter.Write(Full, DkimWitness.Signer), other));
        Assert.True(DkimWitness.Verifies(MimeWriter.Write(Full, other), other));
    }

    [Fact]
    public void The_record_to_publish_is_in_pieces_that_a_zone_file_takes()
    {
        var texts = DkimWitness.Signer.Record.Split('"').Where((_, i) => i % 2 == 1).ToList();

        Assert.StartsWith("s1._domainkey.example.org TXT \"v=DKIM1; k=rsa; p=MII", DkimWitness.Signer.Record, StringComparison.Ordinal);
        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.InRange(text.Length, 1, 255));
    }

    [Fact]
    public void A_message_without_a_from_is_not_signed() =>
        Assert.Throws<ArgumentException>(() => DkimWitness.Signer.Sign("To: kestrel@example.org\r\n\r\nHello"u8.ToArray(), Full.Date));
}
