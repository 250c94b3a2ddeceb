using Sessions.Archive.Links;

namespace Sessions.Tests.Archive.Links;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /private # not yours\n", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /slides", "/slides/1.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: another\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: sessions-LINK-check\nAllow: /", "/a", true)]
    [InlineData("User-agent: Sessions-link-check\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("User-agent: one\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("no colon\n:\n\u0000\nDisallow: /", "/a", true)]
    public void What_a_host_wants_of_programs_is_read_as_the_RFC_says(string text, string path, bool allows) =>
        Assert.Equal(allows, RobotsFile.Read(text).Allows(path));
}
