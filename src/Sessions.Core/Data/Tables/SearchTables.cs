using Microsoft.EntityFrameworkCore;
using Sessions.Data.Search;

namespace Sessions.Data.Tables;

/// <summary>The full-text index itself is made by hand in the migrations: a virtual table with triggers on SQLite, a generated column on PostgreSQL.</summary>
internal static class SearchTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SearchSession>(session =>
        {
            session.ToTable("search_sessions");
            session.HasKey(s => s.Key);
            session.HasIndex(s => s.SessionId).IsUnique();
        });
        model.Entity<SearchTerm>(term =>
        {
            term.ToTable("search_terms");
            term.HasKey(t => t.Term);
            term.Property(t => t.Term).HasMaxLength(Fold.LongestWord);
            term.Property(t => t.Reversed).HasMaxLength(Fold.LongestWord);
            term.HasIndex(t => t.Reversed);
        });
        model.Entity<SearchState>(state =>
        {
            state.ToTable("search_state");
            state.Property(s => s.Id).ValueGeneratedNever();
        });
    }
}
