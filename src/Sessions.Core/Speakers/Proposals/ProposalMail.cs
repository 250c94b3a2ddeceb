namespace Sessions.Speakers.Proposals;

/// <summary>Kinds of mail about a proposal.</summary>
internal static class ProposalMail
{
    /// <summary>"We have it", with the link to see and withdraw it.</summary>
    public const string Received = "proposal.received";

    /// <summary>A host's words.</summary>
    public const string Message = "proposal.message";

    /// <summary>A host's words that say no.</summary>
    public const string Declined = "proposal.declined";
}
