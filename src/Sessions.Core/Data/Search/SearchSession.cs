using NodaTime;

namespace Sessions.Data.Search;

/// <summary>All that can be found of one public session, folded, in four fields of falling weight. The full-text index of each database follows this row by itself.</summary>
internal sealed class SearchSession
{
    /// <summary>A number, because SQLite's full-text index knows rows by number alone.</summary>
    public long Key { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid SeriesId { get; init; }

    public int? Year { get; set; }

    public int? Number { get; set; }

    /// <summary>As <see cref="Scheduling.Session.SortDate"/>.</summary>
    public LocalDate? SortDate { get; set; }

    public bool HasRecording { get; set; }

    public bool HasWriteUp { get; set; }

    public bool HasResources { get; set; }

    /// <summary>Title and number.</summary>
    public required string Titles { get; set; }

    /// <summary>Speakers with their organisations, theme, day.</summary>
    public required string Names { get; set; }

    /// <summary>Titles of talks, resources and recordings; whose resources are.</summary>
    public required string Parts { get; set; }

    /// <summary>Abstracts, write-up, announcement, the name of the series, and what is said in its recordings.</summary>
    public required string Texts { get; set; }

    public void Take(SearchSession fresh)
    {
        (Titles, Names, Parts, Texts) = (fresh.Titles, fresh.Names, fresh.Parts, fresh.Texts);
        (Year, Number, SortDate) = (fresh.Year, fresh.Number, fresh.SortDate);
        (HasRecording, HasWriteUp, HasResources) = (fresh.HasRecording, fresh.HasWriteUp, fresh.HasResources);
    }

    /// <summary>The different words that a misspelt one may be told from.</summary>
    public HashSet<string> Terms()
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in new[] { Titles, Names, Parts, Texts })
            foreach (var word in field.Split(' '))
                if (terms.Count < SearchTerm.MostForSession && SearchTerm.Counts(word)) terms.Add(word);
        return terms;
    }
}
