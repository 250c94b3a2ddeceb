using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>A speaker's own picture, by their link; it goes with the person and is there the next time.</summary>
public sealed class PhotoService
{
    private readonly Database _database;
    private readonly StandingLinks _links;
    private readonly Picture _picture;
    private readonly TimeProvider _time;

    internal PhotoService(Database database, StandingLinks links, Picture picture, TimeProvider time) => (_database, _links, _picture, _time) = (database, links, picture, time);

    /// <param name="part">What of it is kept.</param>
    public async Task<Answer<bool, PhotoRefusal>> Set(string token, byte[] file, Square part, CancellationToken stop = default)
    {
        var cut = await _picture.Cut(file, part, stop);
        if (cut.No is { } no) return Named(no);
        var (bytes, tag) = (cut.Value!, PhotoTags.Of(cut.Value!));
        return await _database.Write<Answer<bool, PhotoRefusal>>(async db =>
        {
            if (await SpeakerLinkRows.Open(db, _links, token, _time.Now()) is not { } open) return PhotoRefusal.LinkNotOpen;
            var photo = await db.Photos.FirstOrDefaultAsync(p => p.PersonId == open.Person.Id);
            if (photo is null) db.Add(new Photo { PersonId = open.Person.Id, Bytes = bytes });
            else photo.Bytes = bytes;
            open.Person.PhotoTag = tag;
            Note(db, open, "set their photo");
            return true;
        });
    }

    public Task<Answer<bool, PhotoRefusal>> Remove(string token) => _database.Write<Answer<bool, PhotoRefusal>>(async db =>
    {
        if (await SpeakerLinkRows.Open(db, _links, token, _time.Now()) is not { } open) return PhotoRefusal.LinkNotOpen;
        if (await db.Photos.FirstOrDefaultAsync(p => p.PersonId == open.Person.Id) is not { } photo) return true;
        db.Remove(photo);
        open.Person.PhotoTag = null;
        Note(db, open, "removed their photo");
        return true;
    });

    private static PhotoRefusal Named(PictureRefusal no) => no switch
    {
        PictureRefusal.TooLarge => PhotoRefusal.TooLarge,
        PictureRefusal.TooSmall => PhotoRefusal.TooSmall,
        PictureRefusal.TooManyPixels => PhotoRefusal.TooManyPixels,
        _ => PhotoRefusal.NotAPicture,
    };

    private void Note(SessionsDb db, SpeakerLinkRows.Opened open, string what) => db.Add(new AuditEntry
    {
        At = _time.Now(),
        ActorId = open.Person.Id,
        SeriesId = open.Session.SeriesId,
        SessionId = open.Session.Id,
        Text = $"{open.Person.DisplayName} {what}",
    });
}

/// <summary>Why a photo was not taken.</summary>
public enum PhotoRefusal
{
    /// <summary>Unknown, revoked or expired: all the same to whoever holds it.</summary>
    LinkNotOpen = 1,

    NotAPicture = 2,
    TooLarge = 3,
    TooSmall = 4,
    TooManyPixels = 5,
}
