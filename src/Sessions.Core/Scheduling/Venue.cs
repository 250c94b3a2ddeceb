namespace Sessions.Scheduling;

/// <summary>Where a session takes place; any of the three, or none yet.</summary>
/// <param name="RoomLink">Private: shown to registered people only, behind their joining link.</param>
/// <param name="StreamLink">Open to anyone.</param>
/// <param name="Address">A postal address or the name of a place.</param>
public sealed record Venue(string? RoomLink = null, string? StreamLink = null, string? Address = null)
{
    public static readonly Venue Unknown = new();

    /// <summary>Also where the room is not known yet: the personal link will lead there.</summary>
    public bool IsOnline => RoomLink is not null || Address is null;

    /// <summary>Each part of <paramref name="own"/> that is set wins over the part of the series.</summary>
    public Venue With(Venue own) => new(own.RoomLink ?? RoomLink, own.StreamLink ?? StreamLink, own.Address ?? Address);
}
