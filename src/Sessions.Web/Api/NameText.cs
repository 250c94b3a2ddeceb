using Sessions.Web.Host.Agenda;

namespace Sessions.Web.Api;

/// <summary>A name as the API's JSON writes it: the framework by itself reads a query's names in capitals only.</summary>
internal readonly record struct NameText<T>(T Value) where T : struct, Enum
{
    public static bool TryParse(string? text, out NameText<T> name)
    {
        var read = FilterText.Named<T>(text);
        name = new(read.GetValueOrDefault());
        return read is not null;
    }
}
