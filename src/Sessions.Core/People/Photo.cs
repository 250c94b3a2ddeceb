namespace Sessions.People;

/// <summary>The picture of a person, small enough to lie beside their row, so that one backup and one save hold both.</summary>
internal sealed class Photo
{
    public required Guid PersonId { get; init; }

    /// <summary>JPEG, square, drawn anew from what was handed in.</summary>
    public required byte[] Bytes { get; set; }
}
