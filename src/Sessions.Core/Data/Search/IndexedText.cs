using System.Text;

namespace Sessions.Data.Search;

/// <summary>Collects one field of the index: folded words with single spaces between them.</summary>
internal sealed class IndexedText(int longest)
{
    private readonly StringBuilder _words = new();

    public IndexedText Add(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return this;
        var words = Fold.Words(text);
        foreach (var word in words) AddWord(word.Text);
        AddCompounds(text, words);
        return this;
    }

    /// <summary>A word that is folded already.</summary>
    public void AddWord(string word)
    {
        if (_words.Length + word.Length >= longest) return;
        if (_words.Length > 0) _words.Append(' ');
        _words.Append(word);
    }

    public override string ToString() => _words.ToString();

    /// <summary>"Co-op" is also looked for as "coop", "OpenData" as "open data": both stand behind the text, so that its phrases stay whole.</summary>
    private void AddCompounds(string text, List<FoldedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && words[i + 1].Start == words[i].End + 1 && text[words[i].End] == '-' && !words[i].IsNumber && !words[i + 1].IsNumber)
                AddWord(words[i].Text + words[i + 1].Text);
            foreach (var part in Fold.Parts(text, words[i])) AddWord(part.Text);
        }
    }
}
