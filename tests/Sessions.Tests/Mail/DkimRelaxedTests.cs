using System.Security.Cryptography;
using System.Text;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class DkimRelaxedTests
{
    [Fact]
    public void The_header_of_the_example_in_RFC_6376_3_4_5_is_reduced_as_it_says()
    {
        Assert.Equal("a:X", DkimRelaxed.Header("A: X "));
        Assert.Equal("b:Y Z", DkimRelaxed.Header("B : Y\t\r\n\tZ  "));
    }

    [Fact]
    public void The_body_of_the_example_in_RFC_6376_3_4_5_is_reduced_as_it_says() =>
        Assert.Equal(" C\r\nD E\r\n", DkimRelaxed.Body(" C \r\nD \t E\r\n\r\n\r\n"));

    [Theory]
    [InlineData("", "")]
    [InlineData("\r\n\r\n", "")]
    [InlineData(" \t\r\n\t\r\n", "")]
    [InlineData("a", "a\r\n")]
    [InlineData("a\r\n\r\n \r\n", "a\r\n")]
    [InlineData("\r\n\r\na\r\n", "\r\n\r\na\r\n")]
    [InlineData("a\r\n\r\n\tb \t\r\n", "a\r\n\r\n b\r\n")]
    public void Lines_at_the_end_that_hold_nothing_are_left_out_and_the_last_one_is_ended(string body, string relaxed) =>
        Assert.Equal(relaxed, DkimRelaxed.Body(body));

    [Theory]
    [InlineData("Subject:", "subject:")]
    [InlineData("Subject: \r\n \r\n\t", "subject:")]
    [InlineData("X-Odd : a:b : c", "x-odd:a:b : c")]
    public void Fields_that_are_empty_or_hold_colons_keep_their_value(string field, string relaxed) =>
        Assert.Equal(relaxed, DkimRelaxed.Header(field));

    [Theory]
    [InlineData("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n", "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=")]
    public void The_bodies_of_RFC_6376_and_8463_have_the_hashes_printed_there(string body, string hash) =>
        Assert.Equal(hash, Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(DkimRelaxed.Body(body)))));
}
