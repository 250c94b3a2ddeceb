namespace Sessions.Web;

/// <summary>Names the resource file of every string a person reads: Words.de.resx is a second language. The English text is its own key.</summary>
public sealed class Words;
