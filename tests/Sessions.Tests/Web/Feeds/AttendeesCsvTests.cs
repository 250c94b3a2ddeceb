using Sessions.Web.Feeds;

namespace Sessions.Tests.Web.Feeds;

public sealed class AttendeesCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-2", "'-2")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("Kim", "Kim")]
    [InlineData("Example, Kim", "\"Example, Kim\"")]
    [InlineData("Kim \"K\" Example", "\"Kim \"\"K\"\" Example\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData(null, "")]
    public void A_cell_is_no_formula_and_stays_one_cell(string? value, string expected) =>
        Assert.Equal(expected, AttendeesCsv.Cell(value));
}
