using System.Globalization;
using System.Text.RegularExpressions;
using Sessions.Web.Public;
using ZXing;
using ZXing.Common;

namespace Sessions.Tests.Web.Public;

public sealed partial class DoorCodeTests
{
    [Theory]
    [InlineData("https://sessions.example.org/check-in/AZq1c2V0cy5vZi5hLmNvZGUtdGhhdC1pcy1sb25nLWVub3VnaA")]
    [InlineData("http://localhost:5000/check-in/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_reader_finds_the_address_in_it_on_light_and_on_dark_ground(string address)
    {
        var svg = DoorCode.Of(address, "Your \"code\"").Value;

        Assert.Equal(address, Decoded(svg, ground: 0xFF));
        Assert.Equal(address, Decoded(svg, ground: 0x00));
        Assert.Contains("aria-label=\"Your &quot;code&quot;\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 1_000, 8_000);
    }

    [Fact]
    public void Without_its_own_light_ground_a_dark_page_would_swallow_it()
    {
        var bare = Ground().Replace(DoorCode.Of("https://sessions.example.org/check-in/AAAA", "Code").Value, "");

        Assert.Null(Decoded(bare, ground: 0x00));
    }

    /// <summary>Draws what the SVG says, at six pixels a module with a page around it, and gives it to a reader.</summary>
    private static string? Decoded(string svg, byte ground)
    {
        const int scale = 6, around = 5;
        var size = int.Parse(Size().Match(svg).Groups["size"].Value, CultureInfo.InvariantCulture);
        var width = (size + (2 * around)) * scale;
        var pixels = new byte[width * width];
        Array.Fill(pixels, ground);
        void Fill(int x, int y, int modules, int rows, byte colour)
        {
            for (var row = (y + around) * scale; row < (y + rows + around) * scale; row++)
                Array.Fill(pixels, colour, (row * width) + ((x + around) * scale), modules * scale);
        }
        if (Ground().IsMatch(svg)) Fill(0, 0, size, size, 0xFF);
        foreach (Match run in Run().Matches(svg))
            Fill(int.Parse(run.Groups["x"].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups["y"].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups["n"].Value, CultureInfo.InvariantCulture), 1, 0x00);
        var reader = new BarcodeReaderGeneric { Options = new DecodingOptions { PossibleFormats = [BarcodeFormat.QR_CODE], TryHarder = true } };
        return reader.Decode(new RGBLuminanceSource(pixels, width, width, RGBLuminanceSource.BitmapFormat.Gray8))?.Text;
    }

    [GeneratedRegex("""viewBox="0 0 (?<size>\d+) \d+" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("""<rect width="100%" height="100%" fill="#fff"/>""", RegexOptions.None, 1000)]
    private static partial Regex Ground();

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<n>\d+)v1h-\d+z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();
}
