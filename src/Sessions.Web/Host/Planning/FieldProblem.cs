namespace Sessions.Web.Host.Planning;

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">The id of its control.</param>
/// <param name="Sentence">English text: the key of the words shown.</param>
public sealed record FieldProblem(string Field, string Sentence);
