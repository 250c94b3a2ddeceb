using System.Buffers.Binary;
using SkiaSharp;
using Sessions.Files;

namespace Sessions.Tests.Files;

public sealed class PictureTests
{
    private static readonly byte[] Secret = "GPS 52.2297 N 21.0122 E"u8.ToArray();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task What_is_kept_is_a_small_square_JPEG(SKEncodedImageFormat format)
    {
        var kept = await Cut(Drawn(800, 600, format), Square.Middle);

        Assert.Equal((SKEncodedImageFormat.Jpeg, Picture.Side, Picture.Side), Look(kept));
        Assert.InRange(kept.Length, 1_000, 100_000);
    }

    [Fact]
    public async Task Nothing_the_camera_wrote_is_in_it_and_it_stands_upright()
    {
        var file = WithExif(Drawn(600, 400, SKEncodedImageFormat.Jpeg), orientation: 6);
        Assert.True(file.AsSpan().IndexOf(Secret) > 0);

        var kept = await Cut(file, Square.Middle);

        Assert.True(kept.AsSpan().IndexOf(Secret) < 0);
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
        // Held turned a quarter to the right: the top of the file is on the right now, so red (left) is on top and blue (right) below.
        Assert.Equal((Colour.Red, Colour.Blue), (At(kept, 0.5, 0.05), At(kept, 0.5, 0.95)));
    }

    [Theory]
    [InlineData(1, Colour.Red, Colour.Blue)]
    [InlineData(2, Colour.Blue, Colour.Red)]
    [InlineData(3, Colour.Blue, Colour.Red)]
    [InlineData(4, Colour.Red, Colour.Blue)]
    internal async Task Mirrored_and_upside_down_pictures_are_put_right(int orientation, Colour left, Colour right)
    {
        var kept = await Cut(WithExif(Drawn(400, 400, SKEncodedImageFormat.Jpeg), orientation), Square.Middle);

        Assert.Equal((left, right), (At(kept, 0.05, 0.5), At(kept, 0.95, 0.5)));
    }

    [Theory]
    [InlineData(0, 0, 0.5, Colour.Red)]
    [InlineData(0.5, 0, 1, Colour.Blue)]
    [InlineData(9, -9, 0.3, Colour.Blue)]
    [InlineData(double.NaN, double.NegativeInfinity, 1e300, Colour.White)]
    internal async Task The_part_that_was_chosen_is_kept_and_a_part_outside_is_moved_inside(double left, double top, double size, Colour middle)
    {
        var kept = await Cut(Drawn(900, 450, SKEncodedImageFormat.Png), new Square(left, top, size));

        Assert.Equal(middle, At(kept, 0.5, 0.5));
    }

    [Fact]
    public async Task What_is_no_photo_too_small_or_would_fill_the_memory_is_refused()
    {
        using var picture = new Picture();

        Assert.Equal(PictureRefusal.NotAPicture, (await picture.Cut(Samples.Pdf, Square.Middle)).No);
        Assert.Equal(PictureRefusal.NotAPicture, (await picture.Cut([], Square.Middle)).No);
        Assert.Equal(PictureRefusal.NotAPicture, (await picture.Cut("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), Square.Middle)).No);
        Assert.Equal(PictureRefusal.TooSmall, (await picture.Cut(Drawn(99, 500, SKEncodedImageFormat.Png), Square.Middle)).No);
        Assert.Equal(PictureRefusal.TooLarge, (await picture.Cut(new byte[Picture.MostBytes + 1], Square.Middle)).No);
        Assert.Equal(PictureRefusal.TooManyPixels, (await picture.Cut(Claiming(30_000, 30_000), Square.Middle)).No);
        Assert.Equal(PictureRefusal.TooManyPixels, (await picture.Cut(Claiming(8_000, 8_000), Square.Middle)).No);
    }

    [Fact]
    public async Task A_broken_photo_is_refused_and_never_throws()
    {
        using var picture = new Picture();
        var whole = Drawn(300, 300, SKEncodedImageFormat.Jpeg);
        var random = new Random(5);

        for (var i = 0; i < 200; i++)
        {
            var broken = whole[..random.Next(whole.Length)];
            for (var bad = 0; bad < 5 && broken.Length > 0; bad++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var answer = await picture.Cut(broken, Square.Middle);
            Assert.True(answer.Ok || answer.No is not null);
        }
    }

    internal enum Colour
    {
        Red,
        White,
        Blue,
    }

    private static async Task<byte[]> Cut(byte[] file, Square part)
    {
        using var picture = new Picture();
        var answer = await picture.Cut(file, part);
        Assert.Null(answer.No);
        return answer.Value!;
    }

    /// <summary>Red on the left, white in the middle, blue on the right.</summary>
    internal static byte[] Drawn(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.White);
        using var red = new SKPaint { Color = SKColors.Red };
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(0, 0, width / 3f, height, red);
        surface.Canvas.DrawRect(width * 2 / 3f, 0, width / 3f, height, blue);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A PNG whose header says so, and nothing behind it.</summary>
    private static byte[] Claiming(int width, int height)
    {
        var png = Drawn(200, 200, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }

    /// <summary>An APP1 segment with an orientation, and a place in the maker's note.</summary>
    internal static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff, .. Secret];
        var length = exif.Length + 2;
        return [.. jpeg[..2], 0xff, 0xe1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..]];
    }

    private static (SKEncodedImageFormat, int, int) Look(byte[] file)
    {
        using var codec = SKCodec.Create(new MemoryStream(file));
        return (codec.EncodedFormat, codec.Info.Width, codec.Info.Height);
    }

    private static Colour At(byte[] file, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(file);
        var pixel = bitmap.GetPixel((int)(x * bitmap.Width), (int)(y * bitmap.Height));
        return pixel is { Red: > 200, Blue: > 200 } ? Colour.White : pixel.Red > pixel.Blue ? Colour.Red : Colour.Blue;
    }
}
