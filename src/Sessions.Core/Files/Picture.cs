using SkiaSharp;

namespace Sessions.Files;

/// <summary>Makes a small square JPEG of what somebody hands in: upright, cropped, and drawn anew, so that nothing of the file itself is kept.</summary>
public sealed class Picture : IDisposable
{
    public const int MostBytes = 15 * 1024 * 1024;
    public const int Smallest = 100;

    /// <summary>Pixels a side of what is kept: twice of what any page shows.</summary>
    public const int Side = 400;

    public const string MediaType = "image/jpeg";

    /// <summary>Looked at in the header, before anything is unpacked.</summary>
    private const long MostPixels = 120_000_000;

    /// <summary>Held in memory at once, at four bytes each; a larger JPEG is unpacked smaller.</summary>
    private const long MostUnpacked = 25_000_000;

    private const int Quality = 85;

    /// <summary>Each takes up to 100 MB for a moment.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <returns>The JPEG.</returns>
    public async Task<Answer<byte[], PictureRefusal>> Cut(byte[] file, Square part, CancellationToken stop = default)
    {
        if (file.Length > MostBytes) return PictureRefusal.TooLarge;
        await _turns.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Cut(file, part), stop);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static Answer<byte[], PictureRefusal> Cut(byte[] file, Square part)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) return PictureRefusal.NotAPicture;
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (Math.Min(width, height) < Smallest) return PictureRefusal.TooSmall;
        if ((long)width * height > MostPixels || Unpacked(codec) is not { } size) return PictureRefusal.TooManyPixels;
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        return codec.GetPixels(picture.Info, picture.GetPixels()) is SKCodecResult.Success ? Draw(picture, codec.EncodedOrigin, part) : PictureRefusal.NotAPicture;
    }

    /// <summary>The largest size that fits into memory and is large enough still; null where there is none.</summary>
    private static SKSizeI? Unpacked(SKCodec codec)
    {
        foreach (var scale in new[] { 1f, 0.5f, 0.25f, 0.125f })
            if (codec.GetScaledDimensions(scale) is var size && (long)size.Width * size.Height <= MostUnpacked) return size;
        return null;
    }

    private static byte[] Draw(SKBitmap picture, SKEncodedOrigin origin, Square part)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var (left, top, side) = part.In(width, height);
        using var kept = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        var canvas = kept.Canvas;
        // What a picture leaves clear would turn black.
        canvas.Clear(SKColors.White);
        canvas.Scale((float)Side / side);
        canvas.Translate(-left, -top);
        canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = kept.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    /// <summary>From how the camera stored it to how it was held (EXIF 2.32, tag 0x0112).</summary>
    /// <param name="width">Of the upright picture.</param>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
