using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Turns a notice of its kind into outbox rows, at most <see cref="NoticeJob.ChunkSize"/> a time, keys making repeats harmless.</summary>
internal interface INoticeSpreader
{
    string Kind { get; }

    /// <summary>Holds the notice and its session. Owes the next mails after <see cref="Notice.Cursor"/> and moves it; sets <see cref="Notice.DoneAt"/> at the end.</summary>
    Task Spread(SessionsDb db, Notice notice, Instant now);
}
