using Sessions.Registrations;

namespace Sessions.Web.Host.Messages;

/// <summary>What stands in the form of a message.</summary>
public sealed record MessageFields(Guid? SessionId, GroupAudience? Audience, string Subject, string Text)
{
    /// <summary>Without a choice it is none that can be sent.</summary>
    public GroupMessageForm ToForm() => new(Audience ?? default, SessionId, Subject, Text);
}
