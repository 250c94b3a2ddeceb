using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            TRUNCATE search_state, search_terms, search_sessions;
            ALTER TABLE search_sessions ADD COLUMN "Heads" tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('simple', "Titles"), 'A') || setweight(to_tsvector('simple', "Names"), 'B')) STORED;
            ALTER TABLE search_sessions ALTER COLUMN "Words" SET STORAGE EXTERNAL;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            ALTER TABLE search_sessions ALTER COLUMN "Words" SET STORAGE EXTENDED;
            ALTER TABLE search_sessions DROP COLUMN "Heads";
            """);
    }
}
