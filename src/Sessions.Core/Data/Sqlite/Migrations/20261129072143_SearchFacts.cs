using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            -- What stands behind an hour of talk in a row is read through all its pages; before it, at once. The next start fills the index.
            DELETE FROM search_state;
            DELETE FROM search_terms;
            DROP TABLE search_sessions;
            DROP TABLE search_words;
            CREATE TABLE search_sessions (
                "Key" INTEGER NOT NULL CONSTRAINT "PK_search_sessions" PRIMARY KEY AUTOINCREMENT,
                "SessionId" TEXT NOT NULL,
                "SeriesId" TEXT NOT NULL,
                "Year" INTEGER NULL,
                "Number" INTEGER NULL,
                "SortDate" TEXT NULL,
                "HasRecording" INTEGER NOT NULL,
                "HasWriteUp" INTEGER NOT NULL,
                "HasResources" INTEGER NOT NULL,
                "Titles" TEXT NOT NULL,
                "Names" TEXT NOT NULL,
                "Parts" TEXT NOT NULL,
                "Texts" TEXT NOT NULL
            );
            CREATE VIRTUAL TABLE search_words USING fts5("Titles", "Names", "Parts", "Texts",
                content='search_sessions', content_rowid='Key', tokenize='ascii', prefix='3 4 5 6');
            CREATE UNIQUE INDEX "IX_search_sessions_SessionId" ON search_sessions ("SessionId");
            CREATE TRIGGER search_sessions_added AFTER INSERT ON search_sessions BEGIN
                INSERT INTO search_words(rowid, "Titles", "Names", "Parts", "Texts") VALUES (new."Key", new."Titles", new."Names", new."Parts", new."Texts");
            END;
            CREATE TRIGGER search_sessions_removed AFTER DELETE ON search_sessions BEGIN
                INSERT INTO search_words(search_words, rowid, "Titles", "Names", "Parts", "Texts") VALUES ('delete', old."Key", old."Titles", old."Names", old."Parts", old."Texts");
            END;
            CREATE TRIGGER search_sessions_changed AFTER UPDATE OF "Titles", "Names", "Parts", "Texts" ON search_sessions BEGIN
                INSERT INTO search_words(search_words, rowid, "Titles", "Names", "Parts", "Texts") VALUES ('delete', old."Key", old."Titles", old."Names", old."Parts", old."Texts");
                INSERT INTO search_words(rowid, "Titles", "Names", "Parts", "Texts") VALUES (new."Key", new."Titles", new."Names", new."Parts", new."Texts");
            END;
            """);

        /// <summary>The order of the columns is nothing to an older version.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
