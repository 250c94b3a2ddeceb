using Sessions.Archive;

namespace Sessions.Tests.Archive;

public sealed class LinkPlayerTests
{
    [Fact]
    public void A_server_with_letters_beyond_ASCII_is_named_as_a_header_can_hold_it() =>
        Assert.Equal("https://video.xn--bcher-kva.example", LinkPlayer.Of("https://video.bücher.example/w/aBcDeFgHiJkLmNoPqRsTuV")!.Origin);

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=12s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=754")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=754")]
    [InlineData("https://youtube.com/live/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=754")]
    [InlineData("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1#t=754")]
    [InlineData("https://vimeo.com/123456789/0123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=0123456789#t=754")]
    [InlineData("https://tube.example.org/w/9mAbCdEfGhIjKlMnOpQrSt", "https://tube.example.org/videos/embed/9mAbCdEfGhIjKlMnOpQrSt?autoplay=1&p2p=0&start=754")]
    [InlineData("https://tube.example.org/videos/watch/0b1c2d3e-0000-4000-8000-123456789abc", "https://tube.example.org/videos/embed/0b1c2d3e-0000-4000-8000-123456789abc?autoplay=1&p2p=0&start=754")]
    public void A_video_of_a_known_site_has_its_player_and_begins_where_it_should(string address, string expected)
    {
        var player = LinkPlayer.Of(address)!;

        Assert.Equal(expected, player.At(754));
        Assert.StartsWith(player.Origin + "/", player.Embed, StringComparison.Ordinal);
        Assert.Equal(player.Embed, player.At(0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://example.org/video.mp4")]
    [InlineData("https://youtube.com.example.org/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/@somebody")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ%22onload=")]
    [InlineData("https://www.youtube.com/playlist?list=PL1234567890")]
    [InlineData("https://vimeo.com/about")]
    [InlineData("http://tube.example.org/w/9mAbCdEfGhIjKlMnOpQrSt")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_stays_a_link(string? address) => Assert.Null(LinkPlayer.Of(address));
}
