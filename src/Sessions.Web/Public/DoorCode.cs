using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Sessions.Web.Public;

/// <summary>An address as a QR code: dark on light in both appearances and on paper, with the quiet edge that readers ask for.</summary>
public static class DoorCode
{
    /// <param name="name">What it is, for who can't see it.</param>
    public static MarkupString Of(string address, string name)
    {
        // A hand that shakes and a scratched screen: a sixth of it may be unreadable.
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var (rows, size) = (code.ModuleMatrix, code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture));
        return Html.Of($"<svg class=\"door-code\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{name}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{Dark(rows)}\"/></svg>");
    }

    /// <summary>Each run of dark modules of a row is one flat rectangle.</summary>
    private static string Dark(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x]) x++;
                if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
            }
        return path.ToString();
    }
}
