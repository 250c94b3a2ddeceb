using Microsoft.Extensions.Localization;
using Sessions.Archive.Warnings;
using Sessions.Views;

namespace Sessions.Web.Host.Room;

/// <summary>What should not be public by mistake, with the place and the words.</summary>
public static class WarningWords
{
    public static string Of(PlacedWarning warning, IStringLocalizer<Words> l) => warning.Kind == WarningKind.LicenceMissing
        ? l["{0}: no licence, so nobody may reuse it.", Place(warning, l)]
        : l["{0}: {1} (“{2}”).", Place(warning, l), Kind(warning.Kind, l), warning.Found];

    private static string Kind(WarningKind kind, IStringLocalizer<Words> l) => kind switch
    {
        WarningKind.PhoneNumber => l["a telephone number"],
        WarningKind.EmailAddress => l["an e-mail address"],
        WarningKind.JoinLink => l["a way into the room"],
        _ => l["a password"],
    };

    private static string Place(PlacedWarning warning, IStringLocalizer<Words> l) => (warning.Place, warning.Of) switch
    {
        (TextPlace.Title, _) => l["Title"],
        (TextPlace.Announcement, _) => l["Announcement"],
        (TextPlace.Address, _) => l["Address of the place"],
        (TextPlace.StreamLink, _) => l["Stream link, which anybody sees"],
        (TextPlace.RunningOrder, _) => l["Running order"],
        (TextPlace.WriteUp, _) => l["Write-up"],
        (TextPlace.Speaker, { } of) => l["Speaker {0}", of],
        (TextPlace.Talk, { } of) => l["Talk “{0}”", of],
        (TextPlace.Recording, { } of) => l["Recording “{0}”", of],
        (TextPlace.Resource, { } of) => l["Resource “{0}”", of],
        (TextPlace.Speaker, _) => l["Speaker"],
        (TextPlace.Talk, _) => l["Talk"],
        (TextPlace.Recording, _) => l["Recording"],
        _ => l["Resource"],
    };
}
