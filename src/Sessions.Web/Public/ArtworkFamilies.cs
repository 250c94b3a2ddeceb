using System.Runtime.InteropServices;

namespace Sessions.Web.Public;

/// <summary>One stroke in a square of 120 by 120; a dot if it has no length.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mark(double X, double Y, double ToX, double ToY, double Width)
{
    public bool IsDot => X == ToX && Y == ToY;

    public static Mark Dot(double x, double y, double width) => new(x, y, x, y, width);
}

/// <summary>The six families of pictures. Every figure follows from the number alone.</summary>
internal static class ArtworkFamilies
{
    private const double Middle = 60;

    /// <summary>Exactly <paramref name="n"/> marks, in the order they are counted; widths in steps of a half.</summary>
    public static List<Mark> Marks(int n) => n == 1 ? [Mark.Dot(Middle, Middle, 18)] : (n % 6) switch
    {
        0 => Minutes(n),
        1 => Rings(n),
        2 => Needles(n),
        3 => Rays(n),
        4 => Voice(n),
        _ => Seeds(n),
    };

    /// <summary>Lines of a page: words of changing length, rows that end at three margins in turn.</summary>
    private static List<Mark> Minutes(int n)
    {
        const double left = 10, gap = 1;
        var columns = (int)Math.Ceiling(Math.Sqrt(n) / 1.5);
        var rows = (n + columns - 1) / columns;
        var height = 104.0 / rows;
        var marks = new List<Mark>(n);
        for (var row = 0; row < rows; row++)
        {
            var words = Enumerable.Range(0, Math.Min(columns, n - marks.Count)).Select(column => Word(n, row, column)).ToList();
            var right = 108 - (9 * (row % 3)) - (98.0 * (columns - words.Count) / columns);
            var scale = (right - left) / (words.Sum() + (gap * (words.Count - 1)));
            var (x, y) = (left, 8 + ((row + 0.5) * height));
            foreach (var word in words)
            {
                marks.Add(new(x, y, x + (word * scale), y, Half(Math.Min(10, 0.43 * height))));
                x += (word + gap) * scale;
            }
        }
        return marks;
    }

    private static double Word(int n, int row, int column) => Math.Max(0.15, 1.08 + (0.87 * Math.Sin((0.67 * row) + (1.29 * column) + (0.5603 * n) - 2.948)));

    /// <summary>Rings of 8, 14, 20, … slots, filled from the inside; each ring turned a little further.</summary>
    private static List<Mark> Rings(int n)
    {
        var count = 1;
        while (count * ((3 * count) + 5) < n) count++;
        var spacing = 54 / (count + 0.15);
        var width = Half(Math.Min(14, 0.35 * spacing));
        var marks = new List<Mark>(n);
        for (var ring = 0; ring < count; ring++)
        {
            var slots = 8 + (6 * ring);
            var reach = 0.26 * Math.Tau / slots;
            for (var slot = 0; slot < slots && marks.Count < n; slot++)
            {
                var angle = n + (0.6 * ring) + (slot * Math.Tau / slots);
                marks.Add(Line(At(angle - reach, spacing * (ring + 1)), At(angle + reach, spacing * (ring + 1)), width));
            }
        }
        return marks;
    }

    /// <summary>A grid of needles in a field that turns from corner to corner.</summary>
    private static List<Mark> Needles(int n)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(n));
        var cell = 104.0 / columns;
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            var (row, column) = Math.DivRem(i, columns);
            var (sin, cos) = Math.SinCos(n + (1.15 * Math.PI * (row + column) / columns));
            var (x, y, reach) = (8 + ((column + 0.5) * cell), 8 + ((row + 0.5) * cell), 0.36 * cell);
            return new Mark(x - (cos * reach), y - (sin * reach), x + (cos * reach), y + (sin * reach), Half(0.2 * cell));
        })];
    }

    /// <summary>Rays clockwise from the top in five waves; the last one is the longest.</summary>
    private static List<Mark> Rays(int n)
    {
        const double inner = 19;
        var width = Half(Math.Min(7, 0.7 * Math.Tau * inner / n));
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            var angle = (i * Math.Tau / n) - (Math.PI / 2);
            var length = 21 + (13 * Math.Cos(5 * (i - (n - 1)) * Math.Tau / n));
            return Line(At(angle, inner), At(angle, inner + length), width);
        })];
    }

    /// <summary>Bars of a voice that swells and sinks.</summary>
    private static List<Mark> Voice(int n)
    {
        var step = 108.0 / n;
        var width = Half(Math.Clamp(0.52 * step, 0.5, 10));
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            var x = 6 + ((i + 0.5) * step);
            var half = 8 + (38 * Math.Abs(Math.Sin((0.37 * i) + n) * Math.Cos((0.11 * i) + (n / 2.0))));
            return new Mark(x, Middle - half, x, Middle + half, width);
        })];
    }

    /// <summary>Seeds of a sunflower, growing outwards, turned so that the last lies at 170 degrees, clear of the sign-up card.</summary>
    private static List<Mark> Seeds(int n) => [.. Enumerable.Range(0, n).Select(i =>
    {
        var (x, y) = At((170 + ((i - (n - 1)) * 137.508)) * Math.PI / 180, 52 * Math.Sqrt((i + 0.5) / n));
        return Mark.Dot(x, y, Half(Math.Min(16, 26.8 / Math.Sqrt(n) * (1 + (1.25 * (i + 1) / n)))));
    })];

    private static (double X, double Y) At(double angle, double radius) => (Middle + (radius * Math.Cos(angle)), Middle + (radius * Math.Sin(angle)));

    private static Mark Line((double X, double Y) from, (double X, double Y) to, double width) => new(from.X, from.Y, to.X, to.Y, width);

    private static double Half(double width) => Math.Max(0.5, Math.Round(width * 2) / 2);
}
