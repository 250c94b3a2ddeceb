using Sessions.Archive;

namespace Sessions.Tests.Archive;

public sealed class ResourceKindsTests
{
    [Theory]
    [InlineData("talk.pptx", null, ResourceKind.Slides)]
    [InlineData("Open hour slides.pdf", null, ResourceKind.Slides)]
    [InlineData("slides2.pdf", null, ResourceKind.Slides)]
    [InlineData("annual-report.pdf", null, ResourceKind.Reading)]
    [InlineData("beds.CSV", null, ResourceKind.Data)]
    [InlineData("clean.py", null, ResourceKind.Code)]
    [InlineData("photo.png", null, ResourceKind.Other)]
    [InlineData("README", null, ResourceKind.Other)]
    [InlineData(null, "https://github.com/example/tools", ResourceKind.Code)]
    [InlineData(null, "https://github.com/example/tools/raw/main/beds.csv", ResourceKind.Data)]
    [InlineData(null, "https://zenodo.org/records/1234567", ResourceKind.Data)]
    [InlineData(null, "https://zenodo.org/records/1234567/files/slides.pdf", ResourceKind.Slides)]
    [InlineData(null, "https://www.slideshare.net/a/b", ResourceKind.Slides)]
    [InlineData(null, "https://docs.google.com/presentation/d/1/edit", ResourceKind.Slides)]
    [InlineData(null, "https://docs.google.com/spreadsheets/d/1/edit", ResourceKind.Data)]
    [InlineData(null, "https://doi.org/10.5281/zenodo.1", ResourceKind.Reading)]
    [InlineData(null, "https://someone.medium.com/what-we-learnt", ResourceKind.WriteUp)]
    [InlineData(null, "https://example.org/report.pdf", ResourceKind.Reading)]
    [InlineData(null, "https://notgithub.com/a", ResourceKind.Other)]
    [InlineData(null, "https://example.org/", ResourceKind.Other)]
    [InlineData(null, "no address", ResourceKind.Other)]
    [InlineData(null, null, ResourceKind.Other)]
    public void The_kind_is_guessed_from_the_name_and_the_place(string? file, string? url, ResourceKind kind) => Assert.Equal(kind, ResourceKinds.Guess(file, url));

    [Theory]
    [InlineData("Kim Example", "The Library", "Bees and buses", 2026, "CC-BY-4.0", "Kim Example, The Library: Bees and buses (2026). CC BY 4.0.")]
    [InlineData(null, "The Library", "Bees and buses.", 2026, null, "The Library: Bees and buses (2026).")]
    [InlineData("Kim Example", null, "Bees", null, "MIT", "Kim Example: Bees. MIT.")]
    [InlineData(null, null, "Bees", null, null, "Bees.")]
    public void The_credit_line_holds_what_is_known_and_leaves_out_the_rest(string? author, string? organisation, string title, int? year, string? licence, string line) =>
        Assert.Equal(line, CreditLine.Of(author, organisation, title, year, licence));

    [Fact]
    public void Every_licence_says_what_it_allows_and_leads_to_its_text()
    {
        Assert.All(Licences.Offered, l => Assert.StartsWith(Licences.Name(l.Id) + ": ", l.Meaning, StringComparison.Ordinal));
        Assert.All(Licences.Offered.Where(l => l.Id != Licences.SeriesOnly), l => Assert.StartsWith("https://", Licences.Url(l.Id), StringComparison.Ordinal));
        Assert.Equal(["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0", "OGL-UK-3.0", "ODbL-1.0", "MIT", "Apache-2.0", "series-only"], Licences.Offered.Select(l => l.Id));
        Assert.DoesNotContain(Licences.OfferedForTalks, l => l.Id is "MIT" or "ODbL-1.0");
    }
}
