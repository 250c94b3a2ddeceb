namespace Sessions.Mail;

/// <summary>RFC 2047: UTF-8 in base64, in words that each hold whole characters.</summary>
internal static class EncodedWord
{
    private const string Start = "=?UTF-8?B?";
    private const string End = "?=";
    private const int LongestLine = 76;

    /// <param name="column">How much of the first line is taken by the field name.</param>
    public static string Encode(string text, int column)
    {
        var words = new List<string>();
        var pending = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var octets = utf8[..rune.EncodeToUtf8(utf8)];
            var room = (LongestLine - (words.Count == 0 ? column : 1) - Start.Length - End.Length) / 4 * 3;
            if (pending.Count + octets.Length > room)
                Flush();
            pending.AddRange(octets);
        }
        Flush();
        return string.Join(MimeHeader.Fold, words);

        void Flush()
        {
            words.Add(Start + Convert.ToBase64String([.. pending]) + End);
            pending.Clear();
        }
    }
}
