using System.Collections.Concurrent;
using SkiaSharp;

namespace Sessions.Web.Public;

/// <summary>
/// The picture of a series where a square of pixels is asked for, as podcast directories do (1,400 to 3,000): its colour, and artwork of as
/// many marks as its id says, so that two series look apart. The same id and hue give the same picture for ever.
/// </summary>
public static class SeriesCover
{
    public const int Side = 1400;

    public const string MediaType = "image/png";

    private const int Fewest = 24, Most = 72;

    /// <summary>More than a site has; what is drawn again costs a tenth of a second.</summary>
    private const int MostKept = 100;

    private static readonly ConcurrentDictionary<(Guid, int), byte[]> Kept = new();

    /// <param name="hue">A series that changes its colour has another cover at another address, because programs keep the one they know.</param>
    public static string Path(string slug, int hue) => $"/series/{slug}/cover-{hue}.png";

    public static byte[] Of(Guid series, int hue)
    {
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd((series, hue), of => Draw(of.Item1, of.Item2));
    }

    private static byte[] Draw(Guid series, int hue)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        var canvas = surface.Canvas;
        canvas.Clear(Colour(Oklch.Hex(.305, .06, hue)));
        // The square of 120 with a margin that round corners leave alone.
        canvas.Translate(Side * 0.11f, Side * 0.11f);
        canvas.Scale(Side * 0.78f / 120);
        var marks = ArtworkFamilies.Marks(Marks(series));
        using var pen = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round, Color = Colour(Oklch.Hex(.62, .09, hue)) };
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            var isLast = i == marks.Count - 1;
            if (isLast) pen.Color = Colour(Oklch.Hex(.82, .14, Accents.Spark(hue)));
            pen.StrokeWidth = (float)(mark.Width + (isLast ? 1 : 0));
            canvas.DrawLine((float)mark.X, (float)mark.Y, (float)mark.ToX + (mark.IsDot ? 0.01f : 0), (float)mark.ToY, pen);
        }
        using var drawn = surface.Snapshot();
        using var png = drawn.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKColor Colour(string hex) => SKColor.Parse(hex);

    /// <summary>By the end of the id, which chance gave.</summary>
    private static int Marks(Guid series) => Fewest + (series.ToByteArray(bigEndian: true)[^1] % (Most - Fewest + 1));
}
