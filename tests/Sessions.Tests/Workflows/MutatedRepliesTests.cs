using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Workflows;

/// <summary>The same messages, broken at random.</summary>
public sealed class MutatedRepliesTests
{
    /// <summary>The largest are tried as they are.</summary>
    private const int Largest = 200_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Theory, EachDatabase]
    public async Task Whatever_is_broken_in_a_message_nothing_throws_or_hangs_and_nobody_else_loses_a_place(DatabaseProvider provider)
    {
        await using var scene = await ReplyScene.Of(ReplyBefore.Placed, provider, capacity: null);
        var messages = ReplyFile.All.Select(f => (f.Name, Bytes: f.Bytes(scene.Facts))).Where(m => m.Bytes.Length < Largest).ToList();
        var (random, count, slowest) = (new Random(20261128), provider == DatabaseProvider.Sqlite ? Scale.Of(300, 20_000) : Scale.Of(60, 2_000), TimeSpan.Zero);
        var (mutated, effects) = (new MutatedReplies(random), new Dictionary<InboundEffect, int>());

        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = messages[i % messages.Count];
            var message = mutated.Of(bytes);
            var fault = await Record.ExceptionAsync(async () =>
            {
                var took = Read(message);
                // A busy machine is no slow reader.
                for (var again = 0; took > Longest && again < 3; again++) took = Read(message);
                slowest = took > slowest ? took : slowest;
                foreach (var done in await scene.House.Mails.Run(message, InboundWay.Imap)) effects[done.Effect] = effects.GetValueOrDefault(done.Effect) + 1;
            });
            Assert.True(fault is null, $"Mutation {i} of {name}: {fault}");
            Assert.True(slowest <= Longest, $"Mutation {i} of {name} took {slowest.TotalSeconds:0.0} s.");
        }

        Assert.Equal(RegistrationState.Confirmed, await scene.State("lee@example.org"));
        await using var db = scene.House.Database.Read();
        Assert.Null((await db.CalendarEntries.SingleAsync(e => db.People.Any(p => p.Id == e.PersonId && p.Address == "lee@example.org"))).AnsweredSequence);
        Assert.True(effects.Count > 3, string.Join(", ", effects));
        Measurements.Note("Broken answers by mail, none of which throws or touches another's place", $"{count:N0} on {provider}, the slowest read in {slowest.TotalMilliseconds:0} ms; {string.Join(", ", effects.OrderBy(e => e.Key).Select(e => $"{e.Key} {e.Value:N0}"))}");
    }

    private static TimeSpan Read(byte[] message)
    {
        var watch = Stopwatch.StartNew();
        foreach (var calendar in InboundReader.Read(message)?.Calendars ?? []) ReplyReader.Read(calendar);
        return watch.Elapsed;
    }
}
