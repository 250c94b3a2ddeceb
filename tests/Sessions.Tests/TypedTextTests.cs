namespace Sessions.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" \0\u202e\t ", null)]
    [InlineData("  Ann\r\nExample ", "Ann Example")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("evil\u202egnp.exe", "evilgnp.exe")]
    [InlineData("שלום\u200f עולם", "שלום\u200f עולם")]
    public void A_line_keeps_its_words_and_nothing_that_is_no_word(string? typed, string? kept) => Assert.Equal(kept, TypedText.Line(typed));

    [Fact]
    public void Lines_keep_their_ends_as_one_sign() => Assert.Equal("one\n\ttwo\n\nthree", TypedText.Lines("one\r\n\ttwo\r\rthree\n"));

    [Fact]
    public void Half_a_character_is_never_kept()
    {
        Assert.Equal("x", TypedText.Cut("x😀", 2));
        Assert.Equal("x😀", TypedText.Cut("x😀y", 3));
        Assert.Equal("xy", TypedText.Line("x😀y".Remove(1, 1)));
    }
}
