using Sessions.Data.Search;

namespace Sessions.Tests.Data.Search;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Virtual Wards", "virtual wards")]
    [InlineData("COVID-19", "covid 19")]
    [InlineData("O’Connell's", "oconnells")]
    [InlineData("Łódź, Ærø & Straße", "lodz aero strasse")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("ﬁne Ⅳ ½ ٣", "fine iv 12 3")]
    [InlineData("Привет, мир", "привет мир")]
    [InlineData("a\0b\ud800c", "a b c")]
    [InlineData("  … — ", "")]
    public void Text_becomes_words_of_plain_letters_and_digits(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Fold.Words(text).Select(w => w.Text)));

    [Theory]
    [InlineData("Co-op", "co op coop")]
    [InlineData("#OpenDataSavesLives", "opendatasaveslives open data saves lives")]
    [InlineData("NHS", "nhs")]
    [InlineData("7-9", "7 9")]
    public void The_index_knows_compounds_in_one_piece_and_in_parts(string text, string words) =>
        Assert.Equal(words, new IndexedText(1000).Add(text).ToString());

    [Fact]
    public void Every_word_knows_where_it_stood()
    {
        const string text = "The O’Connell-Ærø cafe\u0301s";

        Assert.Equal(["The", "O’Connell", "Ærø", "cafe\u0301s"], Fold.Words(text).Select(w => text[w.Start..w.End]));
        Assert.Equal("O’Con", text[4..Fold.EndOf(text, 4, 4)]);
        Assert.Equal("cafe\u0301", text[18..Fold.EndOf(text, 18, 4)]);
    }

    [Theory]
    [InlineData("session 41", "session41")]
    [InlineData("#41", "session41")]
    [InlineData("session 41 health", "session41 health")]
    [InlineData("41", "41")]
    [InlineData("the tools and the methods", "tools methods")]
    [InlineData("of the", "of the")]
    [InlineData("health health", "health")]
    public void A_question_is_cut_into_the_words_that_count(string asked, string words) =>
        Assert.Equal(words, string.Join(' ', SearchQuery.Parse(asked)!.Words.Select(w => w.Text)));
}
