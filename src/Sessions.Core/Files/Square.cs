namespace Sessions.Files;

/// <summary>The part of a picture to keep: parts of its width and height as it is seen upright, 0 to 1.</summary>
/// <param name="Size">Of the picture's shorter side.</param>
public sealed record Square(double Left, double Top, double Size)
{
    /// <summary>As large as it gets, and a portrait's a little above the middle, where faces are.</summary>
    public static readonly Square Middle = new(double.NaN, double.NaN, 1);

    /// <summary>In pixels, whole and inside the picture whatever was asked.</summary>
    internal (int Left, int Top, int Side) In(int width, int height)
    {
        var shorter = Math.Min(width, height);
        var side = Math.Clamp((int)Math.Round(shorter * (double.IsFinite(Size) ? Size : 1)), Math.Min(shorter, Picture.Smallest), shorter);
        return (At(Left, width, side, 0.5), At(Top, height, side, 0.35), side);
    }

    private static int At(double wanted, int whole, int side, double otherwise) =>
        Math.Clamp((int)Math.Round(double.IsFinite(wanted) ? wanted * whole : (whole - side) * otherwise), 0, whole - side);
}
