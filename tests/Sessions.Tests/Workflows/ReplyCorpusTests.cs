using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Workflows;

/// <summary>Answers as calendar programs write them, and what else lands in such a mailbox.</summary>
public sealed class ReplyCorpusTests
{
    public static TheoryData<DatabaseProvider, string> Messages()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var file in ReplyFile.All)
        {
            data.Add(DatabaseProvider.Sqlite, file.Name);
            // What can't be kept there shows on PostgreSQL alone.
            var isForBoth = file.ChangesAPlace || file.Name.Contains("NUL", StringComparison.Ordinal) || file.Name.Contains("endless", StringComparison.Ordinal);
            if (isForBoth && Probe.PostgresConnectionString is not null) data.Add(DatabaseProvider.Postgres, file.Name);
        }
        return data;
    }

    [Theory, MemberData(nameof(Messages))]
    public async Task Each_message_does_what_its_first_line_says(DatabaseProvider provider, string name)
    {
        var file = ReplyFile.All.Single(f => f.Name == name);
        await using var scene = await ReplyScene.Of(file.Before, provider);
        var lee = await scene.State("lee@example.org");

        var done = await scene.House.Mails.Run(file.Bytes(scene.Facts), InboundWay.Imap);

        Assert.Equal([new(file.Effect, file.Refusal)], done);
        Assert.Equal(file.Kim, await scene.State("kim@example.org"));
        Assert.Equal(file.Effect == InboundEffect.PlaceGivenUp && lee is not null ? RegistrationState.Confirmed : lee, await scene.State("lee@example.org"));
        await using var db = scene.House.Database.Read();
        var kept = await db.InboundMail.OrderByDescending(m => m.Id).FirstAsync();
        Assert.Equal(file.Refusal, kept.Refusal);
        if (file.Words is { } words) Assert.Equal(words, kept.Text?.Replace('\n', '/'));
    }

    [Fact]
    public void The_messages_are_many_and_many_of_them_are_refused_for_every_reason_there_is()
    {
        Assert.InRange(ReplyFile.All.Count, 40, 200);
        Assert.InRange(ReplyFile.All.Count(f => f.Refusal is not null), 16, 200);
        Assert.Equal(Enum.GetValues<ReplyRefusal>(), ReplyFile.All.Select(f => f.Refusal).OfType<ReplyRefusal>().Distinct().Order());
    }
}
