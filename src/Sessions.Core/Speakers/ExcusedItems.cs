namespace Sessions.Speakers;

/// <summary>What a host said is not needed of a speaker; one bit for each <see cref="TalkItem"/>.</summary>
[Flags]
public enum ExcusedItems
{
    None = 0,
    Answer = 1 << TalkItem.Answer,
    Title = 1 << TalkItem.Title,
    Abstract = 1 << TalkItem.Abstract,
    AboutYou = 1 << TalkItem.AboutYou,
    Slides = 1 << TalkItem.Slides,
    ConsentAndLicence = 1 << TalkItem.ConsentAndLicence,
    Photo = 1 << TalkItem.Photo,
}

internal static class ExcusedItemsExtensions
{
    public static bool Holds(this ExcusedItems excused, TalkItem item) => ((int)excused & (1 << (int)item)) != 0;

    public static ExcusedItems With(this ExcusedItems excused, TalkItem item) => (ExcusedItems)((int)excused | (1 << (int)item));

    public static ExcusedItems Without(this ExcusedItems excused, TalkItem item) => (ExcusedItems)((int)excused & ~(1 << (int)item));
}
