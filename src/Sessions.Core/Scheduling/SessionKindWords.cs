namespace Sessions.Scheduling;

/// <summary>What a kind of session is called.</summary>
public static class SessionKindWords
{
    /// <summary>The English word: the key under which it is translated.</summary>
    public static string Of(SessionKind kind) => kind switch
    {
        SessionKind.Special => "Special session",
        SessionKind.Unconference => "Unconference",
        SessionKind.Roundtable => "Roundtable",
        SessionKind.WorkingSession => "Working session",
        _ => "Session",
    };
}
