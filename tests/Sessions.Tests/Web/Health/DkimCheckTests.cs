using Sessions.Tests.Mail;
using Sessions.Web.Health;

namespace Sessions.Tests.Web.Health;

public sealed class DkimCheckTests
{
    [Theory]
    [InlineData(1024, FindingState.Note, "has 1024 bits")]
    [InlineData(2048, FindingState.Ok, "signed with 2048 bits")]
    public void The_record_to_publish_is_said_with_what_the_key_is_worth(int bits, FindingState state, string said)
    {
        using var signer = DkimWitness.Create("example.org", "s1", DkimWitness.NewPem(bits));

        var found = DkimCheck.Judge(signer);

        Assert.Equal(state, found.State);
        Assert.Contains(said, found.Says, StringComparison.Ordinal);
        Assert.EndsWith($"published must be: {signer.Record}", found.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_it_is_no_fault_that_mail_leaves_unsigned() =>
        Assert.Equal(FindingState.Ok, DkimCheck.Judge(null).State);
}
